/** The survey's own words: as much of them as was promised, and none of them twice. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Heading, RootContent } from 'mdast';
import { beforeAll, expect, test } from 'vitest';
import { readChapter, readSurvey, type Chapter } from '../../src/contract/content.ts';
import { makeReport } from '../../src/contract/findings.ts';
import { readPage, type Page } from '../../src/contract/page.ts';
import { toPlain } from '../../src/contract/phrasing.ts';
import { collectReferences } from '../../src/contract/references.ts';
import { takeNotes } from '../../src/contract/passages.ts';

const content = path.resolve(import.meta.dirname, '../../content');
const read = (file: string): string => readFileSync(path.join(content, file), 'utf8');

/** The chapters that the survey is about come first. */
const core = 4;

const order = readSurvey('survey.yml', read('survey.yml'), makeReport())?.chapters ?? [];
const chapters = order.map((id) => {
  const file = `chapters/${id}.mdx`;
  return readChapter(file, read(file), makeReport()) as Chapter;
});
let pages: Page[];

beforeAll(() => {
  pages = globSync('papers/*/*.mdx', { cwd: content }).map((file) => {
    const name = file.split(path.sep).join('/');
    return readPage(name, read(name), makeReport()) as Page;
  });
});

const isNoted = ({ body }: Page): boolean => takeNotes(body).notes.length > 0;

/** Words of running text; formulas and tables count for nothing. */
function countWords(nodes: readonly RootContent[]): number {
  const prose = nodes.filter(({ type }) => type !== 'table' && type !== 'math');
  return wordsOf(prose).length;
}

function wordsOf(nodes: readonly RootContent[]): string[] {
  return (
    toPlain(structuredClone(nodes).map(withoutMath)).match(/[\p{L}\p{N}]+(?:[-’'.][\p{L}\p{N}]+)*/gu) ?? []
  );
}

/** A formula parts the words before it from those behind it. */
function withoutMath<T extends RootContent>(node: T): T {
  if ('children' in node)
    node.children = node.children.map((child) => withoutMath(child as RootContent)) as never;
  return node.type === 'inlineMath' ? ({ type: 'text', value: ' ' } as unknown as T) : node;
}

test.each(chapters.map((chapter, i) => [chapter.id, chapter, i] as const))(
  'the chapter %s has a narrative, with a place for each section',
  (_, { tree, sections }, i) => {
    const [fewest, most] = i < core ? [1200, 2500] : [800, 1500];
    const words = countWords(tree.children);
    expect(words).toBeGreaterThanOrEqual(fewest);
    expect(words).toBeLessThanOrEqual(most);
    const headings = tree.children.filter((node): node is Heading => node.type === 'heading').map(toPlain);
    expect(headings).toEqual(expect.arrayContaining(sections.map(({ name }) => name)));
    expect(tree.children.some(({ type }) => type === 'table')).toBe(true);
  },
);

test.each(chapters.map(({ id, tree }) => [id, tree] as const))(
  'the chapter %s cites a third of its papers or more',
  (id, tree) => {
    const own = new Set(pages.filter(({ data }) => data.chapter === id).map(({ slug }) => slug));
    const cited = new Set(collectReferences(tree.children).map((reference) => reference.id));
    expect([...own].filter((slug) => cited.has(slug)).length).toBeGreaterThanOrEqual(own.size / 3);
  },
);

test('every paper of the core chapters has a note, and 60 of the others', () => {
  const isCore = ({ data }: Page): boolean => order.slice(0, core).includes(data.chapter);
  expect(pages.filter((page) => isCore(page) && !isNoted(page)).map(({ path: file }) => file)).toEqual([]);
  expect(pages.filter((page) => !isCore(page) && isNoted(page)).length).toBeGreaterThanOrEqual(60);
});

test('no two notes share six words in a row', () => {
  const first = new Map<string, string>();
  const shared: string[] = [];
  for (const { path: file, body } of pages) {
    for (const { number, children } of takeNotes(body).notes) {
      const owner = `${file} ${number}`;
      const words = wordsOf(children as RootContent[]).map((word) => word.toLowerCase());
      for (let i = 0; i + 6 <= words.length; i++) {
        const run = words.slice(i, i + 6).join(' ');
        const other = first.get(run);
        if (other !== undefined && other !== owner) shared.push(`${owner} and ${other}: ${run}`);
        first.set(run, owner);
      }
    }
  }
  expect(shared).toEqual([]);
});
