/**
 * One invented paper, known by its number: the same in every survey that has it, however many papers that has. It refers
 * to papers of lower numbers only.
 */
import { makeRandom, type Random } from '../../fixtures/random.ts';
import { contributions, type FrontMatter } from '../../../src/contract/schema.ts';
import { roles, type Role } from '../../../src/contract/record.ts';
import { drawFormula, drawRank, toPerson, toTerm, toTitleCase, toWord } from './words.ts';

export type InventedPaper = {
  number: number;
  slug: string;
  data: FrontMatter;
  sentences: { text: string; role: Role }[];
  note?: { on: string; text: string; cites: string };
  table?: string[][];
  related: number[];
};

/** Chapters and their sections; their number does not grow, so that what is listed in them does. */
export const chapterCount = 8;
export const sectionCount = 8;
export const termCount = 120;
export const benchmarkCount = 120;
export const venueCount = 24;
export const workCount = 30;

export const toChapterId = (chapter: number): string => `chapter-${toWord(chapter * 31 + 5)}`;
export const toSectionName = (chapter: number, section: number): string =>
  toTitleCase(`${toTerm((chapter * sectionCount + section) % termCount)} studies`);
export const toBenchmark = (rank: number): string => `${toTitleCase(toWord(rank * 13 + 200))}Bench`;
export const toVenue = (rank: number): string =>
  `${toWord(rank * 17 + 300)
    .toUpperCase()
    .slice(0, 5)}${rank}`;

/** Papers of one listing. */
export const listingSize = 100;

export const toListingName = (number: number): string =>
  `${String(Math.floor(number / listingSize)).padStart(4, '0')}.txt`;

/** The day of a listing's capture. */
export const toDay = (listing: number): string =>
  `20${20 + (listing % 6)}-${String(1 + (listing % 12)).padStart(2, '0')}-15`;

/** Numbers of papers a page apart are of other chapters, so that the first pages of a survey have all kinds. */
const placeOf = (number: number) => ({
  chapter: (number * 5) % chapterCount,
  section: Math.floor(number / chapterCount) % sectionCount,
});

export function toSlug(number: number): string {
  const random = makeRandom(number * 2 + 1);
  const words = Array.from({ length: 4 }, () => toWord(drawRank(random, 4000, 60)));
  return `${words.join('-')}-${number}`;
}

export function inventPaper(number: number): InventedPaper {
  const random = makeRandom(number * 7919 + 17);
  const chance = (percent: number): boolean => random.below(100) < percent;
  const { chapter, section } = placeOf(number);
  const topic = Array.from({ length: 10 }, () => 500 + drawRank(random, 40_000, 900));
  const year = 2015 + random.below(11);
  const month = 1 + random.below(12);
  const method = chance(80) ? `${toTitleCase(toWord(number + 2000))}${number % 5 === 0 ? '-2' : ''}` : undefined;
  const benchmarks = chance(40) ? [toBenchmark(drawRank(random, benchmarkCount, 10))] : [];
  const sentences = Array.from({ length: 7 + random.below(3) }, (_, at) => ({
    text: writeSentence(random, topic, at === 3 ? method : undefined, at === 5 ? benchmarks[0] : undefined),
    role: roles[Math.min(roles.length - 2, Math.floor(at / 2))] ?? 'result',
  }));
  const noted = sentences[2]?.text.split(' ').slice(1, 7).join(' ') ?? '';
  const result = sentences.at(-1)?.text ?? '';
  const earlier = (): number => Math.max(0, number - 1 - random.below(Math.min(number, 400) || 1));
  const title = toTitleCase(
    `${topic.slice(0, 3).map(toWord).join(' ')} by ${toTerm(random.below(termCount))} and ${toWord(topic[4] ?? 0)}`,
  );
  const data: FrontMatter = {
    title: chance(4) ? `${title} in ${drawFormula(random)} steps` : title,
    authors: Array.from(new Set(Array.from({ length: 1 + random.below(10) }, () => toPerson(drawRank(random, 400_000, 200))))),
    year,
    ...(chance(60) ? { venue: `${toVenue(random.below(venueCount))} ${year + 1}` } : {}),
    arxiv: `${String(year).slice(2)}${String(month).padStart(2, '0')}.${String(number % 100_000).padStart(5, '0')}`,
    ...(chance(20) ? { code: `https://code.example.org/${toSlug(number)}` } : {}),
    chapter: toChapterId(chapter),
    section: toSectionName(chapter, section),
    ...(chance(38) ? { also: [toChapterId((chapter + 1 + random.below(chapterCount - 1)) % chapterCount)] } : {}),
    ...(method === undefined ? {} : { method }),
    contribution: contributions[random.below(contributions.length)] ?? 'method',
    ...(benchmarks.length > 0 ? { benchmarks } : {}),
    ...(number > 0 && chance(10) ? { buildsOn: [toSlug(earlier())] } : {}),
    headline: result,
    ...(chance(2) ? { aliases: [`${toSlug(number)}-earlier`] } : {}),
  };
  const cited = number > 0 && chance(70) ? `paper="${toSlug(earlier())}"` : `work="work${random.below(workCount)}"`;
  return {
    number,
    slug: toSlug(number),
    data,
    sentences,
    ...(chance(74)
      ? { note: { on: noted, text: `${writeSentence(random, topic)} ${writeSentence(random, topic)}`, cites: cited } }
      : {}),
    ...(chance(8) ? { table: writeTable(random) } : {}),
    related: number === 0 ? [] : Array.from(new Set(Array.from({ length: random.below(4) }, earlier))),
  };
} // prettier-ignore

const links = ['of', 'for', 'with', 'and', 'in', 'from', 'under', 'over'];

/** The words of the first ten stand for no formula and no term, so that a note can stand on them. */
function writeSentence(
  random: Random,
  topic: readonly number[],
  method?: string,
  benchmark?: string,
): string {
  const length = 16 + random.below(14);
  const words = Array.from({ length }, (_, at) => {
    if (at % 4 === 3) return random.pick(links);
    return toWord(random.below(4) === 0 ? random.pick(topic) : drawRank(random, 20_000, 40));
  });
  const term = toTerm(drawRank(random, termCount, 12));
  const rest = [
    ...(random.below(2) === 0 ? [`the ${term}`] : []),
    ...(random.below(4) === 0 ? [`of ${drawFormula(random)} at most`] : []),
    ...(method === undefined ? [] : [`as ${method} does`]),
    ...(benchmark === undefined ? [] : [`on ${benchmark}`]),
  ];
  return `${toTitleCase([...words.slice(0, 11), ...rest, ...words.slice(11)].join(' '))}.`;
}

function writeTable(random: Random): string[][] {
  const row = (): string[] => [toBenchmark(random.below(benchmarkCount)), String(random.below(100)), drawFormula(random)];
  return [['Benchmark', 'Score', 'Bound'], ...Array.from({ length: 4 }, row)];
} // prettier-ignore
