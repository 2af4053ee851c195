/** A bibliography that goes in comes out again, in every format, with every field. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readContent } from '../../scripts/content.ts';
import { publishPapers } from '../../scripts/export/publish.ts';
import { selectPapers } from '../../scripts/export/select.ts';
import { generate, ingest } from '../../scripts/pipeline.ts';
import { apply } from '../../scripts/pipeline/add-papers.ts';
import { makeReport } from '../../src/contract/findings.ts';
import { toSurveyFile, type PublishedPaper, type SurveyFormat } from '../../src/contract/survey-files.ts';
import { sleepSurvey } from '../fixtures/sleep-survey.ts';
import { makeRandom } from '../fixtures/random.ts';
import { readListing, toValues } from '../parse/read-listing.ts';
import { inventBibliography } from './invent-bibliography.ts';

type Values = Record<string, unknown> & { title: string; extra: Record<string, string> };

const made = new Map<string, PublishedPaper[]>();

/** The papers of a survey that was made of a bibliography alone. */
function survey(bibliography: string): PublishedPaper[] {
  return made.get(bibliography) ?? make(bibliography);
}

function make(bibliography: string): PublishedPaper[] {
  const bare = [...sleepSurvey()].filter(([path]) => !/^(?:papers|records|listings)\//.test(path));
  const files = new Map([...bare, ['listings/captures.yml', 'given.bib: 2026-01-31\n'] as const, ['listings/given.bib', bibliography] as const]);
  const ingested = apply(files, ingest(files, [], makeReport()).changes);
  const report = makeReport();
  const content = readContent(apply(ingested, generate(ingested, report).changes), report);
  expect(report.findings.filter(({ ruleId }) => ruleId !== 'slug-valid')).toEqual([]);
  const papers = publishPapers(selectPapers(content, {}), content);
  made.set(bibliography, papers);
  return papers;
} // prettier-ignore

const extensions: Record<Exclude<SurveyFormat, 'csv'>, string> = {
  jsonl: 'jsonl',
  bibtex: 'bib',
  ris: 'ris',
  'csl-json': 'json',
};

/** Letters and digits, which every format writes in some way. */
const letters = (text: unknown): string =>
  String(text)
    .normalize('NFKD')
    .replace(/\\[a-zA-Z]+|[^\p{L}\p{N}]/gu, '');

function readAll(text: string, name: string): Map<string, Values> {
  const { entries, findings } = readListing(text, name);
  expect(findings).toEqual([]);
  return new Map(entries.map((entry) => [letters(entry.title.value), toValues(entry) as Values]));
}

const invented = 'a bibliography of 300 works';
const bibliographies = {
  [invented]: inventBibliography(300, makeRandom(1950)),
  'a bibliography as people have it': readFileSync(new URL('../fixtures/hives.bib', import.meta.url), 'utf8'),
};

describe.each(Object.entries(bibliographies))('%s', (_, bibliography) => {
  let papers: PublishedPaper[];
  let given: Map<string, Values>;
  beforeAll(() => {
    papers = survey(bibliography);
    given = readAll(bibliography, 'given.bib');
  });

  test('becomes as many papers', () => {
    expect(given.size).toBe(bibliography.match(/^@(?!comment|preamble|string)\w+/gim)?.length);
    expect(papers).toHaveLength(given.size);
  });

  test.each(Object.entries(extensions))('comes out as %s, field by field', (format, extension) => {
    const exported = readAll(toSurveyFile(format as SurveyFormat, papers), `exported.${extension}`);
    expect([...exported.keys()].toSorted()).toEqual([...given.keys()].toSorted());
    for (const [title, { extra, abstract, title: _, ...fields }] of given) {
      const found = exported.get(title)!;
      expect(found).toMatchObject(fields);
      const { ids = '', keyword, ...rest } = extra;
      const { ids: allIds = '', keyword: allWords, ...others } = found.extra;
      expect({ title, ...others }).toMatchObject({ title, ...rest });
      expect(allIds.split(',')).toContain(ids);
      expect(allWords?.split(/[,;] */)).toEqual(keyword?.split(/[,;] */));
      // Abstracts stay their authors': citations do not carry them along.
      if (format === 'jsonl') expect(letters(found['abstract'])).toBe(letters(abstract));
    }
  });

  test('comes out as CSV with every text', () => {
    const text = letters(toSurveyFile('csv', papers));
    for (const { extra } of given.values())
      for (const value of Object.values(extra)) expect(text).toContain(letters(value));
  });
});

test('every field and every type of the bibliography is among what was compared', () => {
  const values = [...readAll(bibliographies[invented]!, 'x.bib').values()];
  const names = new Set(values.flatMap(({ extra }) => Object.keys(extra)));
  expect(names.size).toBeGreaterThan(40);
  expect(new Set(values.map(({ extra }) => extra['entry-type'] ?? extra['type'])).size).toBeGreaterThan(25);
});

test.each(['bibtex', 'ris', 'csl-json', 'jsonl'] as const)('every value is in %s, read without the parser', (format) => {
  const text = letters(toSurveyFile(format, survey(bibliographies[invented]!)));
  // These are taken apart, turned or written otherwise; the comparison above reads them.
  const rewritten = /^(?:author|editor|translator|bookauthor|title|abstract|pages|month|urldate|keywords|archiveprefix)$/;
  const rows = [...bibliographies[invented]!.matchAll(/^ {2}([\w-]+) = \{(.*)\},$/gm)].filter(([, name = '']) => !rewritten.test(name));
  expect(rows.length).toBeGreaterThan(3000);
  for (const [, name = '', value] of rows) expect(text, name).toContain(letters(value));
}); // prettier-ignore
