/** A book as EPUB: written, zipped, and held against the book by the gate. */
import { createHash } from 'node:crypto';
import type { Element } from 'hast';
import { EXIT, visit } from 'unist-util-visit';
import { hasErrors, type Report } from '../../src/contract/findings.ts';
import { expectBook, type Expectation } from '../book/expectation.ts';
import type { Speak } from '../book/mathml.ts';
import type { Book } from '../book/model.ts';
import { setChapter } from './chapter.ts';
import { coverName, drawCover, setCover } from './cover.ts';
import { checkEpub } from './gate.ts';
import { setBackMatter, setFrontMatter } from './matter.ts';
import { setNavigation } from './navigation.ts';
import { packageFolder, packageName, setContainer, setPackage } from './package.ts';
import { styleName, toPage } from './page.ts';
import { listPlaces } from './places.ts';
import { readEpub } from './read-epub.ts';
import { printXml } from './xml.ts';
import { zipEpub } from './zip.ts';

export type WrittenEpub = {
  id: string;
  title: string;
  /** Its files by name, in the order of the zip. */
  files: ReadonlyMap<string, string>;
  /** SHA-256 of the files and the programs: alike, the book is the same. */
  setting: string;
  captured: string;
  expected: Expectation;
};

/** @param machinery the digest of the programs; `style` is CSS */
export function writeEpub(
  book: Book,
  { speak, machinery, style }: { speak: Speak; machinery: string; style: string },
  report: Report,
): WrittenEpub {
  const files = printFiles(book, speak, style, report);
  const hash = createHash('sha256').update(machinery);
  for (const [name, text] of files) hash.update(`\n${name}\n${text}`);
  const { id, title, part, captured } = book;
  return { id, title: part ?? title, files, setting: hash.digest('hex'), captured, expected: expectBook(book) };
} // prettier-ignore

function printFiles(book: Book, speak: Speak, style: string, report: Report): Map<string, string> {
  const { names, site, language } = book;
  const setting = { names, places: listPlaces(book), speak, site, report };
  const front = setFrontMatter(book, setting);
  const [titlePage, ...preface] = front;
  const body = [...preface, ...book.chapters.flatMap((chapter) => setChapter(chapter, setting)), ...setBackMatter(book, setting)];
  const navigation = setNavigation(book, [setCover(book), ...front, ...body.slice(preface.length)]);
  const documents = [setCover(book), ...(titlePage ? [titlePage] : []), navigation, ...body];
  const pages = new Map(documents.map((document) => [document.name, toPage(document, language)]));
  const inPackage: [string, string][] = [
    [packageName, printXml(setPackage(book, documents, (name) => hasMath(pages.get(name))))],
    ...[...pages].map(([name, page]): [string, string] => [name, printXml(page)]),
    [coverName, printXml(drawCover(book))],
    [styleName, style],
  ];
  return new Map([
    ['META-INF/container.xml', printXml(setContainer())],
    ...inPackage.map(([name, text]): [string, string] => [`${packageFolder}/${name}`, text]),
  ]);
} // prettier-ignore

function hasMath(page: Element | undefined): boolean {
  let found = false;
  visit(page ?? { type: 'root', children: [] }, 'element', ({ tagName }) => {
    found = tagName === 'math';
    return found ? EXIT : undefined;
  });
  return found;
}

/** @returns `undefined` after findings: what fails the gate is not a book */
export function makeEpub(
  { id, files, captured, expected }: WrittenEpub,
  report: Report,
): Uint8Array | undefined {
  const bytes = zipEpub(files, captured);
  const before = report.findings.length;
  checkEpub(readEpub(bytes), expected, `${id}.epub`, report);
  return hasErrors(report.findings.slice(before)) ? undefined : bytes;
}
