/** A hand edit is never lost: the whole pipeline over a survey in memory, edited between its runs. */
import { beforeEach, describe, expect, test } from 'vitest';
import { withdrawRecord } from '../../scripts/emit/withdraw.ts';
import { generate } from '../../scripts/pipeline.ts';
import { makeReport } from '../../src/contract/findings.ts';
import { inventPapers, type InventedPaper } from '../fixtures/flock-survey.ts';
import { keepSurvey, snapshot, type KeptSurvey } from './kept-survey.ts';

const papers = inventPapers(6);
const [slug, other] = ['counting-slow-sheep-at-the-meadow', 'counting-slow-goats-at-the-harbour'] as const;
const notes = '\n## Notes\n\n<Note on="It works">\n  Does it?\n</Note>\n';

let survey: KeptSurvey;
beforeEach(() => {
  survey = keepSurvey(papers);
  expect(survey.run()).toEqual([]);
});

/** Upstream, the first paper reads otherwise. */
function revise(change: (abstract: string) => string): InventedPaper[] {
  return papers.map((paper, index) => (index === 0 ? { ...paper, abstract: change(paper.abstract) } : paper));
}

function facts(fields: string): void {
  survey.files.set('facts/papers.yml', `- title: ${papers[0]?.title}\n  confirmations: 2\n${fields}`);
}

const ruleIds = (findings: readonly { ruleId: string }[]): string[] => findings.map(({ ruleId }) => ruleId);

test('running again changes nothing', () => {
  const before = snapshot(survey);
  expect(survey.run()).toEqual([]);
  expect(snapshot(survey)).toEqual(before);
});

describe('a field', () => {
  test('that people left alone follows new facts', () => {
    facts('  year: 2020\n  venue: SLEEP 2020\n');
    expect(survey.run()).toEqual([]);
    expect(survey.page(slug).data).toMatchObject({ year: 2020, venue: 'SLEEP 2020' });
    facts('  year: 2021\n');
    survey.run();
    expect(survey.page(slug).data.year).toBe(2021);
    expect(survey.page(slug).data).not.toHaveProperty('venue');
  });

  test('that people changed stays, whatever runs', () => {
    survey.edit(slug, (source) => source.replace('chapter:', 'venue: BED 2019\nchapter:'));
    for (const _ of [1, 2, 3]) expect(survey.run()).toEqual([]);
    expect(survey.page(slug).data.venue).toBe('BED 2019');
    expect(survey.record(slug).edited).toEqual(['venue']);
  });

  test('that both sides changed stays, and the finding names both values until they agree', () => {
    facts('  venue: SLEEP 2020\n');
    survey.run();
    survey.edit(slug, (source) => source.replace('venue: SLEEP 2020', 'venue: BED 2019'));
    facts('  venue: SLEEP 2021\n');
    for (const _ of [1, 2]) {
      expect(survey.run()).toMatchObject([
        {
          ruleId: 'edit-conflict',
          file: survey.pathOf(slug),
          line: 3,
          message: 'Unexpected change of "venue" on both sides: the page has "BED 2019"',
          expected: 'the generator would write "SLEEP 2021"',
        },
      ]);
      expect(survey.page(slug).data.venue).toBe('BED 2019');
    }
    survey.edit(slug, (source) => source.replace('venue: BED 2019', 'venue: SLEEP 2021'));
    expect(survey.run()).toEqual([]);
  });

  test('in front matter with comments and lists of their own leaves those as they stand', () => {
    survey.edit(slug, (source) =>
      source.replace(
        'chapter:',
        '# checked by hand\nauthors:\n  - Ada Example # first\n  - Bo Sample\nchapter:',
      ),
    );
    facts('  year: 2020\n');
    expect(survey.run()).toEqual([]);
    const source = survey.files.get(survey.pathOf(slug));
    expect(source).toContain('# checked by hand\nauthors:\n  - Ada Example # first\n  - Bo Sample\n');
    expect(source).toContain('year: 2020\n');
  });

  test('of the filing stays with the other one: a section without its chapter is none', () => {
    survey.edit(slug, (source) => source.replace('section: Sheep', 'section: Milk'));
    const chapter = survey.files.get('chapters/sleep.mdx') ?? '';
    survey.files.set('chapters/sleep.mdx', chapter.replace('cues: [sleep]', '').replace('cues: [sheep]', ''));
    survey.files.set(
      'chapters/dreams.mdx',
      '---\ntitle: Dreams\nscope: What comes after.\ncues: [sheep, fence, asleep, shepherd, counting]\nsections:\n  - name: Nightmares\n    cues: [sheep, fence]\n---\n',
    );
    survey.run();
    expect(survey.page(slug).data).toMatchObject({ chapter: 'sleep', section: 'Milk' });
  });
});

describe('a sentence', () => {
  test('that people changed stands beside one that was revised upstream', () => {
    survey.edit(slug, (source) => source.replace('It works, and', 'It works well, and'));
    survey.relist(revise((abstract) => abstract.replace('crosses a fence', 'jumps over a fence')));
    expect(survey.run()).toEqual([]);
    const source = survey.files.get(survey.pathOf(slug));
    expect(source).toContain('sheep jumps over a fence of height');
    expect(source).toContain('It works well, and the meadow');
  });

  test('that a new restorer would write otherwise is refreshed where people left it alone', () => {
    survey.edit(slug, (source) => source.replace('It works, and', 'It works well, and'));
    const record = survey.record(slug);
    const old = {
      ...record.written!,
      abstract: record.written!.abstract.map((s) => s.replace('\\epsilon', 'epsilon')),
    };
    survey.files.set(`records/${slug}.json`, JSON.stringify({ ...record, written: old }));
    survey.edit(slug, (source) => source.replace('\\epsilon', 'epsilon'));
    expect(survey.generate()).toEqual([]);
    expect(survey.files.get(survey.pathOf(slug))).toContain('height $\\epsilon^{-2}$ once.');
    expect(survey.files.get(survey.pathOf(slug))).toContain('It works well, and');
  });

  test('with a formula settled by hand stays when the same formula changes upstream', () => {
    survey.edit(slug, (source) => source.replace('$\\epsilon^{-2}$', '$\\varepsilon^{-2}$'));
    survey.relist(revise((abstract) => abstract.replace('$\\epsilon^{-2}$', '$\\epsilon^{-3}$')));
    expect(survey.run()).toMatchObject([{ ruleId: 'edit-conflict', file: survey.pathOf(slug) }]);
    expect(survey.files.get(survey.pathOf(slug))).toContain('height $\\varepsilon^{-2}$ once.');
  });

  test('that people removed does not come back, however often the others are revised', () => {
    survey.edit(slug, (source) => source.replace(/\nA shepherd.*/, ''));
    for (const word of ['jumps', 'climbs']) {
      survey.relist(revise((abstract) => abstract.replace('crosses', word)));
      survey.run();
      expect(survey.files.get(survey.pathOf(slug))).toContain(`sheep ${word} a fence`);
      expect(survey.files.get(survey.pathOf(slug))).not.toContain('\nA shepherd');
    }
  });

  test('that people added, and paragraphs and notes, stay where they are', () => {
    survey.edit(slug, (source) => source.replace('\nA shepherd', '\n\nWe were there.\n\nA shepherd') + notes);
    survey.relist(revise((abstract) => `${abstract} Code is free.`));
    expect(survey.run()).toEqual([]);
    const source = survey.files.get(survey.pathOf(slug)) ?? '';
    expect(source).toContain('once.\n\nWe were there.\n\nA shepherd');
    expect(source).toContain('before midnight.\nCode is free.\n');
    expect(source.endsWith(notes)).toBe(true);
  });

  test('in a page with line ends of Windows is known again', () => {
    survey.edit(slug, (source) => source.replace('It works,', 'It works well,').replaceAll('\n', '\r\n'));
    survey.relist(revise((abstract) => abstract.replace('crosses', 'jumps')));
    expect(survey.run()).toEqual([]);
    expect(survey.files.get(survey.pathOf(slug))).toContain('sheep jumps a fence');
    expect(survey.files.get(survey.pathOf(slug))).toContain('It works well,');
  });
});

describe('a page', () => {
  test('that people moved to another chapter stays there', () => {
    const path = survey.pathOf(slug);
    const source = survey.files.get(path) ?? '';
    survey.files.delete(path);
    survey.files.set(
      `papers/dreams/${slug}.mdx`,
      source
        .replace('chapter: sleep', 'chapter: dreams')
        .replace('section: Sheep', 'section: Nightmares')
        .replace('also: [dreams]\n', ''),
    );
    for (const _ of [1, 2]) expect(survey.run()).toEqual([]);
    expect(survey.pathOf(slug)).toBe(`papers/dreams/${slug}.mdx`);
  });

  test('that people renamed keeps its record, its notes and its old address', () => {
    survey.edit(slug, (source) => source + notes);
    rename(slug, 'sheep-at-the-meadow');
    for (const _ of [1, 2]) expect(survey.run()).toEqual([]);
    expect(survey.paths()).toHaveLength(6);
    expect(survey.page('sheep-at-the-meadow').data.aliases).toEqual([slug]);
    expect(survey.files.has(`records/${slug}.json`)).toBe(false);
    expect(survey.record('sheep-at-the-meadow').sightings).toHaveLength(1);
    rename('sheep-at-the-meadow', 'sheep');
    expect(survey.run()).toEqual([]);
    expect(survey.page('sheep').data.aliases).toEqual([slug, 'sheep-at-the-meadow']);
    expect(survey.files.get(survey.pathOf('sheep'))?.endsWith(notes)).toBe(true);
  });

  test('that people renamed to what is no slug keeps its record as it was', () => {
    rename(slug, 'Sheep_at_the_meadow');
    const before = snapshot(survey);
    for (const _ of [1, 2]) expect(ruleIds(survey.run())).toContain('slug-valid');
    expect(snapshot(survey)).toEqual(before);
  });

  test('that people deleted is a finding and does not come back', () => {
    survey.files.delete(survey.pathOf(slug));
    for (const _ of [1, 2]) expect(ruleIds(survey.run())).toEqual(['record-has-page']);
    expect(survey.paths()).toHaveLength(5);
  });

  test('that was withdrawn does not come back', () => {
    withdraw(slug);
    for (const _ of [1, 2]) expect(survey.run()).toEqual([]);
    expect(survey.paths()).toHaveLength(5);
  });

  test('that was withdrawn keeps its earlier addresses, and no other page gets them', () => {
    rename(slug, 'sheep');
    survey.run();
    rename('sheep', 'lambs');
    survey.run();
    withdraw('lambs');
    expect(survey.run()).toEqual([]);
    expect(survey.record('lambs').withdrawn).toEqual({ why: 'asked', aliases: [slug, 'sheep'] });
    withdraw('lambs');
    expect(survey.record('lambs').withdrawn).toEqual({ why: 'asked', aliases: [slug, 'sheep'] });
    rename(other, 'sheep');
    survey.run();
    expect(survey.check()).toMatchObject([
      {
        ruleId: 'slug-unique',
        file: survey.pathOf('sheep'),
        message: 'Unexpected second use of the name "sheep", which is that of the withdrawn paper lambs',
      },
    ]);
  });

  test('that cannot be read is left as it is', () => {
    survey.edit(slug, (source) => source.replace('title:', 'title'));
    survey.relist(revise((abstract) => abstract.replace('crosses', 'jumps')));
    const before = survey.files.get(survey.pathOf(slug));
    for (const _ of [1, 2]) survey.run();
    expect(survey.files.get(survey.pathOf(slug))).toBe(before);
  });

  test('that was not read as it stands on disk is left as it is', () => {
    survey.relist(revise((abstract) => abstract.replace('crosses', 'jumps')));
    survey.ingest();
    const report = makeReport();
    report.add('file-readable', survey.pathOf(slug), undefined, { message: 'Unexpected bytes' });
    expect([...generate(survey.files, report).changes.keys()]).not.toContain(survey.pathOf(slug));
  });

  test('of another paper is never written over by one that moves', () => {
    const stray = (survey.files.get(survey.pathOf(slug)) ?? '').replace('It works', 'By hand, it works');
    survey.files.set(`papers/dreams/${slug}.mdx`, stray);
    const before = snapshot(survey);
    survey.generate();
    expect(survey.files.get(`papers/dreams/${slug}.mdx`)).toBe(stray);
    expect(snapshot(survey)).toEqual(before);
  });
});

describe('a listing', () => {
  test('that comes in part, and in another order, takes nothing away', () => {
    survey.edit(slug, (source) => source + notes);
    const before = survey.paths();
    const source = survey.files.get(survey.pathOf(slug));
    survey.relist(papers.toReversed());
    expect(survey.run()).toEqual([]);
    survey.relist(papers.slice(3));
    expect(survey.run()).toEqual([]);
    expect(survey.paths()).toEqual(before);
    expect(survey.files.get(survey.pathOf(slug))).toBe(source);
  });

  test('that is new adds pages and leaves the others as they are', () => {
    const before = survey.files.get(survey.pathOf(other));
    survey.files.set('listings/captures.yml', 'flock.txt: 2026-01-31\nadded/new.txt: 2026-02-28\n');
    survey.relist(inventPapers(9).slice(6), 'added/new.txt');
    expect(survey.ingest('listings/added/new.txt')).toEqual([]);
    expect(survey.generate()).toEqual([]);
    expect(survey.paths()).toHaveLength(9);
    expect(survey.files.get(survey.pathOf(other))).toBe(before);
  });
});

describe('what cannot be read stops what would follow from it', () => {
  test('a broken record is not replaced by a new one', () => {
    survey.files.set(`records/${slug}.json`, '<<<<<<< ours');
    const before = snapshot(survey);
    for (const _ of [1, 2]) expect(ruleIds(survey.run())).toContain('record-valid');
    expect(snapshot(survey)).toEqual(before);
  });

  test('a broken chapter does not send its papers to other chapters', () => {
    survey.edit(slug, (source) => source + notes);
    survey.files.set('chapters/sleep.mdx', '---\ntitle: [\n---\n');
    const before = snapshot(survey);
    for (const _ of [1, 2]) expect(ruleIds(survey.generate())).toContain('front-matter-valid');
    expect(snapshot(survey)).toEqual(before);
  });
});

function withdraw(name: string): void {
  const path = survey.paths().find((one) => one.endsWith(`/${name}.mdx`));
  const pages = path === undefined ? [] : [survey.page(name)];
  survey.files.set(
    `records/${name}.json`,
    JSON.stringify(withdrawRecord(survey.record(name), pages, 'asked')),
  );
  if (path !== undefined) survey.files.delete(path);
}

function rename(from: string, to: string): void {
  const path = survey.pathOf(from);
  const source = survey.files.get(path) ?? '';
  survey.files.delete(path);
  survey.files.set(path.replace(from, to), source);
}
