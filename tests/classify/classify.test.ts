import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  classifyLine,
  makeClassifier,
  type ChapterScope,
  type FiledPaper,
} from '../../scripts/classify/index.ts';

type Row = { name: string; title: string; abstract: string; chapter: string; section: string };
const { chapters, papers } = parse(readFileSync(new URL('kitchen.yml', import.meta.url), 'utf8')) as {
  chapters: ChapterScope[];
  papers: Row[];
};

const porridge: FiledPaper = {
  id: 'porridge',
  title: 'Porridge with oat flour',
  abstract: 'Oat flour swells slowly in warm milk until the porridge thickens.',
  chapter: 'soup',
  section: 'Cold soups',
};
const similar = {
  title: 'More porridge',
  abstract: 'We let oat flour swell in warm milk; the porridge thickens.',
};

describe('makeClassifier', () => {
  test.each(papers)('files $name', ({ title, abstract, chapter, section }) => {
    const filing = makeClassifier(chapters, [])({ title, abstract });
    expect([filing.chapter, filing.section]).toEqual([chapter, section]);
  });

  test('learns from papers that people have filed', () => {
    const untaught = makeClassifier(chapters, [])(similar);
    const taught = makeClassifier(chapters, [porridge])(similar);
    expect(untaught.chapter).toBe('bread');
    expect([taught.chapter, taught.section]).toEqual(['soup', 'Cold soups']);
  });

  test('names the filed papers that are alike', () => {
    const { evidence } = makeClassifier(chapters, [porridge])(similar);
    expect(evidence.filter(({ kind }) => kind === 'paper')).toEqual([
      { kind: 'paper', id: 'porridge', similarity: expect.any(Number) as number },
    ]);
  });

  test.each([
    ['id', { ...similar, id: 'porridge' }],
    ['title', { ...similar, title: 'PORRIDGE, with oat flour.' }],
    ['abstract', { title: 'Other', abstract: porridge.abstract }],
  ])('has no use for what the survey holds on a paper with the same %s', (_, asked) => {
    const untaught = makeClassifier(chapters, [])(asked);
    const taught = makeClassifier(chapters, [porridge])(asked);
    expect(taught).toEqual(untaught);
  });

  test('gives the same answer wherever people file the paper asked about', () => {
    const others: FiledPaper[] = [{ ...porridge, id: 'gruel', title: 'Gruel', abstract: similar.abstract }];
    const answers = (['bread', 'soup'] as const).map((chapter) =>
      makeClassifier(chapters, [...others, { ...porridge, chapter, section: 'Sourdough' }])(porridge),
    );
    expect(answers[0]).toEqual(answers[1]);
  });

  test('gives the same answer whether or not people filed the paper asked about', () => {
    const gruel = { ...porridge, id: 'gruel', title: 'Gruel', abstract: similar.abstract };
    const corpus = [gruel, porridge, ...papers];
    const without = makeClassifier(chapters, [gruel], corpus)(porridge);
    const filed = makeClassifier(
      chapters,
      [gruel, { ...porridge, chapter: 'bread', section: 'Sourdough' }],
      corpus,
    );
    expect(filed(porridge)).toEqual(without);
  });

  test('points at the cues that speak for the chapter and the section', () => {
    const abstract = 'We bake sourdough.';
    const { evidence } = makeClassifier(chapters, [])({ title: 'Doughs', abstract });
    expect(evidence).toEqual([
      { kind: 'cue', cue: 'dough', weight: 3, field: 'title', start: 0, end: 6 },
      { kind: 'cue', cue: 'Sourdough', weight: 1, field: 'abstract', start: 8, end: 17 },
      { kind: 'cue', cue: 'sourdough', weight: 5, field: 'abstract', start: 8, end: 17 },
    ]);
  });

  test('takes no lesson from a chapter that does not exist', () => {
    const lost = { ...porridge, chapter: 'drinks' };
    expect(makeClassifier(chapters, [lost])(similar)).toEqual(makeClassifier(chapters, [])(similar));
  });

  test('names a further chapter where the paper is between two', () => {
    const filing = makeClassifier(chapters, [])({ title: 'Dough in broth', abstract: 'Dough. Broth.' });
    expect(filing.also).toEqual([filing.chapter === 'soup' ? 'bread' : 'soup']);
    expect(filing.confidence).toBeGreaterThan(0.4);
    expect(filing.confidence).toBeLessThan(0.7);
  });
});

test('classifyLine answers under the id of the line', () => {
  const answer = classifyLine({ id: '7', title: 'Dough', abstract: 'Dough.' }, makeClassifier(chapters, []));
  expect(Object.keys(answer)).toEqual(['id', 'chapter', 'section', 'also', 'confidence', 'evidence']);
  expect(answer.id).toBe('7');
});
