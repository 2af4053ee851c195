/** Whatever people and the world do in whatever order, what people wrote stays, and generating twice is generating once. */
import { expect, test } from 'vitest';
import { inventPapers, type InventedPaper } from '../fixtures/flock-survey.ts';
import { makeRandom, type Random } from '../fixtures/random.ts';
import { keepSurvey, snapshot, type KeptSurvey } from './kept-survey.ts';

const seed = Number(process.env.SCHOLIUM_SEED ?? 20260131);
const sequences = 25;
const steps = 14;

/** What people wrote: a word of theirs, and the slug of its page. */
type HandWritten = { word: string; slug: string };

type World = {
  survey: KeptSurvey;
  random: Random;
  papers: InventedPaper[];
  slugs: string[];
  written: HandWritten[];
  words: number;
};

type Step = (world: World) => void;

const newWord = (world: World): string => `hand${++world.words}made`;

/** Splits a page where its abstract begins and ends. */
function cut(source: string): { head: string; abstract: string[]; rest: string } {
  const [, head = '', body = ''] = /^(---\n[^]*?\n---\n\n)([^]*)$/.exec(source) ?? [];
  const heading = body.search(/^## /m);
  const end = heading === -1 ? body.length : heading;
  return { head, abstract: body.slice(0, end).trimEnd().split('\n'), rest: body.slice(end) };
}

function editAbstract(world: World, change: (lines: string[], word: string) => boolean): void {
  const slug = world.random.pick(world.slugs);
  const word = newWord(world);
  const { head, abstract, rest } = cut(world.survey.files.get(world.survey.pathOf(slug)) ?? '');
  if (!change(abstract, word)) return;
  world.survey.files.set(
    world.survey.pathOf(slug),
    `${head}${abstract.join('\n')}\n${rest === '' ? '' : `\n${rest}`}`,
  );
  world.written.push({ word, slug });
}

function move(world: World, from: string, to: string, change = (source: string): string => source): void {
  const source = world.survey.files.get(from) ?? '';
  world.survey.files.delete(from);
  world.survey.files.set(to, change(source));
}

const people: Readonly<Record<string, Step>> = {
  'add a sentence': (world) =>
    editAbstract(world, (lines, word) => {
      lines.splice(world.random.below(lines.length + 1), 0, `We saw ${word} ourselves.`);
      return true;
    }),
  'change a sentence': (world) =>
    editAbstract(world, (lines, word) => {
      const at = world.random.below(lines.length);
      lines[at] = (lines[at] ?? '').replace(/ (?=\S+$)/, ` ${word} `);
      return lines[at]?.includes(word) ?? false;
    }),
  'settle a formula': (world) =>
    editAbstract(world, (lines, word) => {
      const at = lines.findIndex((line) => /\$[^$]*\$/.test(line) && !line.includes('hand'));
      if (at === -1) return false;
      lines[at] = (lines[at] ?? '').replace(/\$[^$]*\$/, `$h_{\\text{${word}}}$`);
      return true;
    }),
  'remove a sentence': ({ survey, random, slugs }) => {
    const path = survey.pathOf(random.pick(slugs));
    const { head, abstract, rest } = cut(survey.files.get(path) ?? '');
    const at = abstract.findIndex((line) => !line.includes('hand'));
    if (at === -1 || abstract.length < 3) return;
    abstract.splice(at, 1);
    survey.files.set(path, `${head}${abstract.join('\n')}\n${rest === '' ? '' : `\n${rest}`}`);
  },
  'change a field': (world) => {
    const slug = world.random.pick(world.slugs);
    const field = world.random.pick(['venue', 'method', 'headline']);
    const word = newWord(world);
    world.survey.edit(slug, (source) => {
      const { head } = cut(source);
      const kept = head.replace(new RegExp(`^${field}:.*\n`, 'm'), '').replace(/---\n\n$/, '');
      return `${kept}${field}: Some ${word}\n---\n\n${source.slice(head.length)}`;
    });
    world.written = world.written.filter((one) => one.slug !== slug || !one.word.startsWith(`${field}:`));
    world.written.push({ word: `${field}: Some ${word}`, slug });
  },
  'write a note': (world) => {
    const slug = world.random.pick(world.slugs);
    const word = newWord(world);
    const note = `<Note on="asleep">\n  Indeed, ${word}.\n</Note>\n`;
    world.survey.edit(slug, (source) =>
      source.includes('\n## Notes\n') ? `${source}\n${note}` : `${source}\n## Notes\n\n${note}`,
    );
    world.written.push({ word: note, slug });
  },
  'rename a page': (world) => {
    const slug = world.random.pick(world.slugs);
    const next = `${newWord(world)}-page`;
    const path = world.survey.pathOf(slug);
    move(world, path, path.replace(slug, next));
    world.slugs = world.slugs.map((one) => (one === slug ? next : one));
    world.written = world.written.map((one) => (one.slug === slug ? { ...one, slug: next } : one));
    world.written.push({ word: slug, slug: next });
    // People rename one page at a time; the generator follows before the next is renamed.
    world.survey.generate();
  },
  'move a page': (world) => {
    const slug = world.random.pick(world.slugs);
    const path = world.survey.pathOf(slug);
    const [chapter, section] = path.includes('/sleep/') ? ['dreams', 'Nightmares'] : ['sleep', 'Milk'];
    move(world, path, `papers/${chapter}/${slug}.mdx`, (source) =>
      source
        .replace(/^chapter:.*$/m, `chapter: ${chapter}`)
        .replace(/^section:.*$/m, `section: ${section}`)
        .replace(/^also:.*\n/m, ''),
    );
    world.written = world.written.filter((one) => one.slug !== slug || !one.word.startsWith('section:'));
    world.written.push({ word: `section: ${section}`, slug });
  },
};

const upstream: Readonly<Record<string, Step>> = {
  'an abstract is revised': (world) => {
    const at = world.random.below(world.papers.length);
    world.papers = world.papers.map((paper, index) =>
      index === at
        ? {
            ...paper,
            abstract: paper.abstract.replace(
              /once|twice|never/,
              world.random.pick(['once', 'twice', 'never']),
            ),
          }
        : paper,
    );
    world.survey.relist(world.papers);
  },
  'a sentence is added or removed': (world) => {
    const at = world.random.below(world.papers.length);
    const extra = ' Code is free.';
    world.papers = world.papers.map((paper, index) =>
      index !== at
        ? paper
        : {
            ...paper,
            abstract: paper.abstract.endsWith(extra)
              ? paper.abstract.slice(0, -extra.length)
              : paper.abstract + extra,
          },
    );
    world.survey.relist(world.papers);
  },
  'the listing comes in another order': (world) => {
    world.papers = world.papers.toReversed();
    world.survey.relist(world.papers);
  },
  'the listing comes in part': ({ survey, papers, random }) =>
    survey.relist(papers.slice(random.below(papers.length))),
  'facts change': ({ survey, papers, random }) => {
    const { title } = random.pick(papers);
    const year = 2000 + random.below(20);
    survey.files.set(
      'facts/papers.yml',
      `- title: ${title}\n  confirmations: 2\n  year: ${year}\n  venue: SLEEP ${year}\n`,
    );
  },
  'a cue changes': ({ survey, random }) => {
    const path = 'chapters/dreams.mdx';
    const cue = random.pick(['sheep', 'goats', 'fence', 'night', 'shepherd']);
    const text = `---\ntitle: Dreams\nscope: What comes after.\ncues: [${cue}]\nsections: [{ name: Nightmares }]\n---\n`;
    survey.files.set(path, text);
  },
};

const machine: Readonly<Record<string, Step>> = {
  ingest: ({ survey }) => void survey.ingest(),
  generate: ({ survey }) => void survey.generate(),
  both: ({ survey }) => void survey.run(),
};

test(`${sequences} sequences of edits and runs lose no edit (seed ${seed})`, () => {
  for (let sequence = 0; sequence < sequences; sequence++) {
    const papers = inventPapers(5);
    const survey = keepSurvey(papers);
    survey.run();
    const slugs = survey.paths().map((path) => path.replace(/^.*\/|\.mdx$/g, ''));
    const world: World = {
      survey,
      random: makeRandom(seed + sequence),
      papers,
      slugs,
      written: [],
      words: 0,
    };
    const history: string[] = [];
    for (let step = 0; step < steps; step++) {
      const actors = world.random.pick([people, people, upstream, machine]);
      const name = world.random.pick(Object.keys(actors));
      history.push(name);
      actors[name]?.(world);
      if (actors === machine) expectKept(world, history);
    }
    survey.run();
    expectKept(world, history);
    const once = snapshot(survey);
    survey.run();
    expect(snapshot(survey), history.join(', ')).toEqual(once);
  }
});

function expectKept({ survey, slugs, written }: World, history: readonly string[]): void {
  const context = history.join(', ');
  expect(
    survey
      .paths()
      .map((path) => path.replace(/^.*\/|\.mdx$/g, ''))
      .sort(),
    context,
  ).toEqual(slugs.toSorted());
  for (const { word, slug } of written)
    expect(survey.files.get(survey.pathOf(slug)), context).toContain(word);
  for (const slug of slugs) survey.page(slug);
}
