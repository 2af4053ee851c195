/** Citations of the whole survey, read by parsers that did not write them, say what the pages say. */
import path from 'node:path';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { parse } from '@retorquere/bibtex-parser';
import { beforeAll, expect, test } from 'vitest';
import { readContent } from '../../scripts/content.ts';
import { readContentFiles } from '../../scripts/disk.ts';
import { publishPapers } from '../../scripts/export/publish.ts';
import { selectPapers } from '../../scripts/export/select.ts';
import type { CslItem } from '../../src/contract/citations/csl.ts';
import type { CslName } from '../../src/contract/citations/csl-name.ts';
import { makeReport } from '../../src/contract/findings.ts';
import { toSurveyFile, type PublishedPaper } from '../../src/contract/survey-files.ts';

let papers: PublishedPaper[];

beforeAll(async () => {
  const files = await readContentFiles(path.resolve(import.meta.dirname, '../../content'), makeReport());
  const content = readContent(files, makeReport());
  papers = publishPapers(selectPapers(content, {}), content);
});

/** A typographic apostrophe is written as LaTeX writes it. */
const plain = (text: string): string => text.normalize('NFC').replaceAll('’', "'");

const toName = ({ given, 'non-dropping-particle': particle, family, suffix, literal }: CslName): string =>
  plain(literal ?? [given, particle, family, suffix].filter(Boolean).join(' '));

/** The parser shows formulas as it can; what it makes of those of a title is compared without marks. */
const letters = (text: string): string =>
  plain(text)
    .replace(/<\/?\w+>/g, '')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');

const types: Record<CslItem['type'], string> = {
  'paper-conference': 'inproceedings',
  'article-journal': 'article',
  article: 'misc',
  document: 'misc',
};

test('BibTeX', () => {
  const { entries, errors } = parse(toSurveyFile('bibtex', papers), { sentenceCase: false });
  expect(errors).toEqual([]);
  expect(entries.map(({ key }) => key)).toEqual(papers.map(({ row }) => row.slug));
  const read = entries.map(({ key, type, fields }) => ({
    key,
    type,
    title: letters(fields.title ?? ''),
    authors: (fields.author ?? []).map(({ name, firstName, prefix, lastName, suffix }) =>
      plain(name ?? [firstName, prefix, lastName, suffix].filter(Boolean).join(' ')),
    ),
    year: fields.year,
    container: fields.journal ?? fields.booktitle,
    arxiv: fields.eprint,
    doi: fields.doi,
  }));
  expect(read).toEqual(
    papers.map(({ item }) => ({
      key: item.id,
      type: types[item.type],
      title: letters(item.title),
      authors: (item.author ?? []).map(toName),
      year: item.issued?.['date-parts'][0][0].toString(),
      container: item['container-title'],
      arxiv: item.archive_location,
      doi: item.DOI,
    })),
  );
});

test('BibTeX keeps the formulas of titles', () => {
  for (const { row, bibtex } of papers) {
    for (const [formula] of row.title.matchAll(/(?<!\\)\$[^$]+\$/g)) expect(bibtex).toContain(formula);
  }
  expect(papers.filter(({ row }) => row.title.includes('$')).length).toBeGreaterThan(0);
});

test('RIS', () => {
  const read = plugins.input.chain(toSurveyFile('ris', papers)) as CslItem[];
  const toRead = ({ title, author = [], issued, DOI, URL: address, ...item }: CslItem) => ({
    title,
    authors: author.map(toName),
    year: issued && Number(issued['date-parts'][0][0]),
    container: item['container-title'],
    doi: DOI,
    address,
  });
  expect(read.map(toRead)).toEqual(papers.map(({ item }) => toRead(item)));
});

test('CSL-JSON', () => {
  expect(JSON.parse(toSurveyFile('csl-json', papers))).toEqual(papers.map(({ item }) => item));
});

test('CSV has a line a paper and a cell a field', () => {
  const rows = readCsv(toSurveyFile('csv', papers));
  const [head = [], ...lines] = rows;
  expect(head).toEqual(Object.keys(papers[0]?.row ?? {}));
  expect(lines).toEqual(
    papers.map(({ row }) =>
      Object.values({ ...row, extra: '' }).map((value) =>
        Array.isArray(value) ? value.join('; ') : String(value ?? ''),
      ),
    ),
  );
});

/** RFC 4180. */
function readCsv(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of text.matchAll(cell)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}
