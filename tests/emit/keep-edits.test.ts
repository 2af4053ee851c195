import { expect, test } from 'vitest';
import { makeReport } from '../../src/contract/findings.ts';
import { readPage, type Page } from '../../src/contract/page.ts';
import type { FrontMatter } from '../../src/contract/schema.ts';
import { emitKnownPage, emitNewPage, toSentences, type Draft } from '../../scripts/emit/index.ts';

const fields: FrontMatter = {
  title: 'Counting sheep',
  authors: ['Ada Example'],
  year: 2020,
  chapter: 'sleep',
  section: 'Sheep',
};
const abstract = 'We count sheep. We use $n$ fences. It works.';

const draft = (changes: Partial<FrontMatter> = {}, text = abstract): Draft => ({
  fields: { ...fields, ...changes },
  abstract: toSentences(text),
});

function read(path: string, source: string): Page {
  const report = makeReport();
  const page = readPage(path, source, report);
  expect(report.findings).toEqual([]);
  if (!page) throw new Error('the page cannot be read');
  return page;
}

const first = emitNewPage('counting-sheep', draft());

/** Emits again after a person changed the source and the generator its mind. */
function emitAgain(edit: (source: string) => string, next: Draft): ReturnType<typeof emitKnownPage> {
  return emitKnownPage(read(first.path, edit(first.source)), first, next);
}
const unedited = (source: string): string => source;

test('a new page is its front matter and one sentence a line', () => {
  expect(first.source).toBe(`---
title: Counting sheep
authors: [Ada Example]
year: 2020
chapter: sleep
section: Sheep
---

We count sheep.
We use $n$ fences.
It works.
`);
});

test('emitting again without a change changes nothing', () => {
  const again = emitAgain(unedited, draft());
  expect(again).toEqual(first);
});

test('a field that people left alone is refreshed', () => {
  const again = emitAgain(unedited, draft({ year: 2021, venue: 'SLEEP 2021' }));
  expect(read(first.path, again.source).data).toEqual({ ...fields, year: 2021, venue: 'SLEEP 2021' });
  expect(again.edited).toEqual([]);
});

test('a field that people changed is kept', () => {
  const again = emitAgain((source) => source.replace('year: 2020', 'year: 2019'), draft());
  expect(read(first.path, again.source).data.year).toBe(2019);
  expect(again).toMatchObject({ edited: ['year'], conflicts: [] });
});

test('a field that people removed stays away', () => {
  const again = emitAgain((source) => source.replace('year: 2020\n', ''), draft());
  expect(read(first.path, again.source).data).not.toHaveProperty('year');
});

test('a field changed on both sides is kept, and the conflict names both, until it is settled', () => {
  const edit = (source: string): string => source.replace('year: 2020', 'year: 2019');
  const again = emitAgain(edit, draft({ year: 2021 }));
  expect(again.conflicts).toEqual([{ field: 'year', page: 2019, generated: 2021 }]);
  const third = emitKnownPage(read(again.path, again.source), again, draft({ year: 2021 }));
  expect(third).toEqual(again);
  const settled = again.source.replace('year: 2019', 'year: 2021');
  expect(emitKnownPage(read(again.path, settled), again, draft({ year: 2021 })).conflicts).toEqual([]);
});

test('a sentence changed by people stands beside one that the restorer changed', () => {
  const again = emitAgain(
    (source) => source.replace('It works.', 'It works well.'),
    draft({}, 'We count sheep. We use $N$ fences. It works.'),
  );
  expect(again.source).toContain('We count sheep.\nWe use $N$ fences.\nIt works well.\n');
  expect(again).toMatchObject({ edited: ['abstract'], conflicts: [] });
});

test('a formula settled by hand is kept when the restorer changes the same formula', () => {
  const again = emitAgain(
    (source) => source.replace('$n$', '$n_0$'),
    draft({}, 'We count sheep. We use $N$ fences. It works.'),
  );
  expect(again.source).toContain('We use $n_0$ fences.');
  expect(again.conflicts).toEqual([
    { field: 'abstract', page: 'We use $n_0$ fences.', generated: 'We use $N$ fences.' },
  ]);
});

test.each([
  [
    'a sentence is added',
    'We count sheep. We use $n$ fences. It works. Code is free.',
    'It works.\nCode is free.\n\n## Notes',
  ],
  ['a sentence goes', 'We count sheep. It works.', 'We count sheep.\nIt works.\n\n## Notes'],
  ['the first sentence goes', 'We use $n$ fences. It works.', '---\n\nWe use $n$ fences.\nIt works.'],
])('the generator moves on, notes stay as they are: %s', (_, text, expected) => {
  const notes = '\n## Notes\n\n<Note on="count">\n  And *how*.\n</Note>\n';
  const again = emitAgain((source) => source + notes, draft({}, text));
  expect(again.source).toContain(expected);
  expect(again.source.endsWith(notes)).toBe(true);
});

test('comments and order in front matter stay', () => {
  const edit = (source: string): string =>
    source
      .replace('title: Counting sheep\n', '')
      .replace('section: Sheep', 'section: Sheep # sure\ntitle: Counting sheep');
  const again = emitAgain(edit, draft({ year: 2021 }));
  expect(again.source).toContain(
    'year: 2021\nchapter: sleep\nsection: Sheep # sure\ntitle: Counting sheep\n---',
  );
});

test('a field that is new stands where a new page has it, and the order that people chose stays', () => {
  const next = draft({ venue: 'SLEEP 2021', arxiv: '2001.00001', method: 'NAP', headline: 'It works.' });
  expect(emitAgain(unedited, next).source).toBe(emitNewPage('counting-sheep', next).source);
  const edit = (source: string): string =>
    source
      .replace('authors: [Ada Example]\n', '')
      .replace('section: Sheep', '# filed by hand\nsection: Sheep # sure\nauthors: [Ada Example]');
  expect(emitAgain(edit, next).source).toContain(`---
title: Counting sheep
year: 2020
chapter: sleep
# filed by hand
section: Sheep # sure
authors: [Ada Example]
venue: SLEEP 2021
arxiv: "2001.00001"
method: NAP
headline: It works.
---`);
});

test('a page that people filed elsewhere stays there; one that they did not moves with its chapter', () => {
  const elsewhere = read(
    'papers/dreams/counting-sheep.mdx',
    first.source.replace('chapter: sleep', 'chapter: dreams'),
  );
  expect(emitKnownPage(elsewhere, first, draft()).path).toBe('papers/dreams/counting-sheep.mdx');
  expect(emitAgain(unedited, draft({ chapter: 'dreams' })).path).toBe('papers/dreams/counting-sheep.mdx');
});

test('where nobody knows what was last written, the page is right', () => {
  const page = read(
    first.path,
    first.source.replace('year: 2020', 'year: 2019').replace('It works.', 'It may work.'),
  );
  const again = emitKnownPage(page, {}, draft());
  expect(again.source).toBe(page.source);
  expect(again.conflicts.map(({ field }) => field)).toEqual(['year', 'abstract']);
});

test('a field that people confirmed stays without a conflict, whatever the generator thinks', () => {
  const remembered = { written: first.written, confirmed: ['year'] };
  const again = emitKnownPage(read(first.path, first.source), remembered, draft({ year: 2021 }));
  expect(again).toMatchObject({ source: first.source, edited: [], conflicts: [] });
});

test('what people decided stays theirs, though the generator agreed for a while', () => {
  const edited = first.source.replace('year: 2020', 'year: 2021');
  const years = [2020, 2021, 2020, 2022].reduce(
    (last, year) => {
      return emitKnownPage(read(first.path, last.source), last, draft({ year }));
    },
    emitKnownPage(read(first.path, edited), first, draft()),
  );
  expect(read(first.path, years.source).data.year).toBe(2021);
  expect(years.conflicts).toEqual([{ field: 'year', page: 2021, generated: 2022 }]);
});
