/** A form that says what is wrong with a page, as the change of the page: nothing else of it may change. */
import { isDeepStrictEqual } from 'node:util';
import type { RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { closest } from '../../src/contract/closest.ts';
import type { ContentFiles } from '../../src/contract/content.ts';
import { hasErrors, makeReport, type Place, type Report } from '../../src/contract/findings.ts';
import { readPage, type Page } from '../../src/contract/page.ts';
import { frontMatterSchema, type FrontMatter } from '../../src/contract/schema.ts';
import type { FileChanges } from '../disk.ts';
import { replaceFields } from '../emit/print-page.ts';
import { correctable, type Correctable } from '../parse/issue-forms.ts';
import type { Answer, Issue } from '../parse/read-issue.ts';
import { findPassage } from './passage.ts';
import { settle } from './settle.ts';

export type Correction = Extract<Issue, { form: 'fix-record' }>['answers'];

/** Where the issue is read, and what is said of it. */
type Desk = { file: string; report: Report };

/** @returns no changes after a finding on the issue, or on what the page would be */
export function correctPage(
  { slug, field, wrong, right, source }: Correction,
  pages: readonly Page[],
  files: ContentFiles,
  desk: Desk,
): FileChanges {
  const page = slug && findPage(slug, pages, desk);
  const name = field && findField(field, desk);
  if (!page || !name) return new Map();
  const text =
    name === 'abstract'
      ? correctAbstract(page, wrong, right, desk)
      : correctField(page, name, wrong, right, desk);
  if (text === undefined || !isSoundAs(page, text, name, right, desk)) return new Map();
  const settled = settle(files, text, { paper: page.slug, text: right?.text, source: source?.text });
  return new Map([[page.path, text], ...(settled ? [settled] : [])]);
}

/** People paste addresses. */
function findPage({ text, place }: Answer, pages: readonly Page[], desk: Desk): Page | undefined {
  const slug = /\/papers\/(?:[a-z0-9-]+\/)?([a-z0-9-]+)(?:\/|\.mdx|\.md)?$/.exec(text)?.[1] ?? text;
  const page = pages.find((one) => one.slug === slug || one.data.aliases?.includes(slug));
  if (page) return page;
  const near = closest(slug, pages.map((one) => one.slug)); // prettier-ignore
  const hint = near ? `Did they mean "${near}"?` : 'Look for the page by its title.';
  return refuse(desk, place, `Unexpected page "${slug}"`, 'the address or the slug of a page', hint);
}

function findField({ text, place }: Answer, desk: Desk): Correctable | undefined {
  const name = correctable.find((field) => field === text);
  const expected = `one of ${correctable.join(', ')}`;
  return name ?? refuse(desk, place, `Unexpected field "${text}"`, expected, 'Correct the field.');
}

function correctAbstract(
  { path, slug, source, abstractRange: { start, end } }: Page,
  wrong: Answer | undefined,
  right: Answer | undefined,
  desk: Desk,
): string | undefined {
  const found = wrong ? findPassage(source.slice(start, end), wrong.text) : [];
  const [passage] = found;
  if (passage && found.length === 1)
    return source.slice(0, start + passage.start) + (right?.text ?? '') + source.slice(start + passage.end);
  return refuse(
    desk,
    wrong?.place,
    passage
      ? `Unexpected words that stand ${found.length} times in the abstract`
      : 'Unexpected words: they are not in the abstract',
    `words of the page ${slug}, as its Markdown spells them, that stand there once`,
    passage ? 'Give more of the words round them.' : `Copy them from ${path}.`,
  );
}

function correctField(
  page: Page,
  name: keyof FrontMatter,
  wrong: Answer | undefined,
  right: Answer | undefined,
  desk: Desk,
): string | undefined {
  const { [name]: now, ...rest } = page.data;
  if (isDeepStrictEqual(now, wrong && readValue(name, wrong.text)))
    return replaceFields(page, right ? { ...rest, [name]: readValue(name, right.text) } : rest);
  const shown = Array.isArray(now) ? now.join('; ') : String(now);
  return refuse(
    desk,
    wrong?.place,
    `Unexpected value of "${name}"`,
    now === undefined ? 'no value: the page has none' : `what the page says: ${shown}`,
    'Somebody changed the page since, or the issue means another field.',
  );
}

/** Lists one a line, or between semicolons; what is no number where one should be is left for the schema to refuse. */
function readValue(name: keyof FrontMatter, text: string): unknown {
  if (frontMatterSchema.shape[name].safeParse(['word']).success)
    return text.split(/\s*[;\n]\s*/).filter(Boolean);
  if (name === 'year') return /^\d+$/.test(text) ? Number(text) : text;
  return text.replace(/\s+/g, ' ');
}

/** The page is still a page, and what the issue does not name stands as it stood. */
function isSoundAs(
  page: Page,
  source: string,
  name: Correctable,
  right: Answer | undefined,
  desk: Desk,
): boolean {
  const own = makeReport();
  const after = readPage(page.path, source, own);
  if (!after || hasErrors(own.findings)) {
    desk.report.findings.push(...own.findings);
    return false;
  }
  const stays =
    isDeepStrictEqual(toRest(page, name), toRest(after, name)) &&
    (name !== 'abstract' || isText(after.abstract));
  if (!stays)
    refuse(
      desk,
      right?.place,
      'Unexpected text: it would change more than the issue names',
      name === 'abstract' ? 'words and formulas, without headings, lists or tags' : `a value of "${name}"`,
      'Make the change by hand, if it is meant.',
    );
  return stays;
}

/** A page without what is corrected. */
function toRest({ data, source, abstractRange: { start, end } }: Page, name: Correctable): object {
  const { [name as keyof FrontMatter]: _, ...fields } = data;
  return {
    fields,
    abstract: name === 'abstract' ? '' : source.slice(start, end),
    body: source.slice(end).trim(),
  };
}

/** What words of a paper are made of; an issue brings in nothing else. */
const textNodes = new Set([
  'root', 'paragraph', 'text', 'emphasis', 'strong', 'delete', 'inlineMath', 'math', 'link', 'inlineCode', 'break',
]); // prettier-ignore

function isText(nodes: readonly RootContent[]): boolean {
  let sound = true;
  visit({ type: 'root', children: [...nodes] }, (node) => {
    if (!textNodes.has(node.type)) sound = false;
  });
  return sound;
}

function refuse(
  { file, report }: Desk,
  place: Place,
  message: string,
  expected: string,
  hint: string,
): undefined {
  report.add('issue-applies', file, place, { message, expected, hint });
}
