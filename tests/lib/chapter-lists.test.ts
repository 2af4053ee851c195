/** No page of a chapter grows with the survey, and none of its papers is left out. */
import { expect, test } from 'vitest';
import type { PaperEntry } from '../../src/lib/entries.ts';
import { toChapterLists, toSectionViews } from '../../src/lib/chapter-lists.ts';
import type { Chapter, Survey } from '../../src/lib/survey.ts';
import { toIndexes } from '../../src/contract/indexes.ts';

function makePaper(number: number, section: string): PaperEntry {
  const title = `Paper ${number}`;
  return {
    slug: `paper-${number}`,
    title: { html: title, text: title },
    data: { title, chapter: 'tides', section },
    named: [],
    htmlDigest: '',
    related: [],
  } as unknown as PaperEntry;
}

function makeChapter(sizes: Record<string, number>): Chapter {
  const sections = Object.entries(sizes).map(([name, size]) => ({
    name,
    anchor: `papers-${name}`,
    papers: Array.from({ length: size }, (_, number) => makePaper(number, name)),
  }));
  const count = sections.reduce((sum, { papers }) => sum + papers.length, 0);
  return { id: 'tides', title: 'Tides', scope: '', hasNarrative: false, named: [], text: '', count, sections, also: [] };
} // prettier-ignore

const list = (chapter: Chapter) =>
  toChapterLists({ chapters: [chapter], indexes: toIndexes([], []) } as unknown as Survey);

test('a chapter of usual size has all papers on its page', () => {
  const chapter = makeChapter({ ebb: 120, flow: 70 });
  expect(toSectionViews(chapter).map(({ papers, more }) => [papers.length, more])).toEqual([
    [120, undefined],
    [70, undefined],
  ]);
  expect(list(chapter)).toEqual([]);
});

test('a large one has the first of each section, and pages of their own for all', () => {
  const chapter = makeChapter({ ebb: 230, flow: 12 });
  expect(toSectionViews(chapter).map(({ count, papers, more }) => [count, papers.length, more?.href])).toEqual([
    [230, 20, '/chapters/tides/papers-ebb/'],
    [12, 12, undefined],
  ]);
  const pages = list(chapter);
  expect(pages.map(({ path, previous, next }) => [path, previous?.href, next?.href])).toEqual([
    ['/chapters/tides/papers-ebb/', undefined, '/chapters/tides/papers-ebb/2/'],
    ['/chapters/tides/papers-ebb/2/', '/chapters/tides/papers-ebb/', '/chapters/tides/papers-ebb/3/'],
    ['/chapters/tides/papers-ebb/3/', '/chapters/tides/papers-ebb/2/', undefined],
  ]);
  const shown = pages.flatMap(({ papers }) => papers.flatMap((group) => group.papers.map(({ href }) => href)));
  expect(new Set(shown).size).toBe(230);
  expect(pages.flatMap(({ comparison }) => comparison)).toHaveLength(230);
}); // prettier-ignore
