/** An invented survey as files: pages and records as `scholium generate` leaves them, so that a build finds all it shows. */
import { stringify } from 'yaml';
import { makeRandom } from '../../fixtures/random.ts';
import {
  benchmarkCount,
  chapterCount,
  inventPaper,
  listingSize,
  sectionCount,
  termCount,
  toBenchmark,
  toChapterId,
  toDay,
  toListingName,
  toSectionName,
  toVenue,
  venueCount,
  workCount,
  type InventedPaper,
} from './paper.ts';
import { toRecord } from './record.ts';
import { drawFormula, toPerson, toTerm, toTitleCase, toWord } from './words.ts';

type File = readonly [path: string, content: string];

/** One paper in so many was taken out. */
const withdrawnEvery = 200;
/** All files of a survey of so many papers, one after the other. */
export function* inventSurvey(count: number): Generator<File> {
  yield* inventFrame(count);
  let listing: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const paper = inventPaper(number);
    const record = toRecord(paper, toListingName(number));
    yield [toPagePath(paper), toPage(paper)];
    yield [`records/${paper.slug}.json`, `${JSON.stringify(record, null, 2)}\n`];
    if (number % withdrawnEvery === 7) yield toWithdrawn(paper);
    listing.push(`${record.title}\n\n${record.abstract}\n`);
    if (listing.length === listingSize || number === count - 1) {
      yield [`listings/${toListingName(number)}`, listing.join('\n')];
      listing = [];
    }
  }
}

export const toPagePath = ({ data, slug }: InventedPaper): string => `papers/${data.chapter}/${slug}.mdx`;

export function toPage({ data, sentences, note, table }: InventedPaper): string {
  const below = [
    ...(note ? [`## Notes\n\n<Note on="${note.on}">\n  ${note.text} See <Cite ${note.cites} />.\n</Note>\n`] : []),
    ...(table ? [`## Results\n\n${writeTable(table)}\n`] : []),
  ];
  return [`---\n${stringify(data, { lineWidth: 0 })}---\n`, `${sentences.map(({ text }) => text).join('\n')}\n`, ...below].join('\n');
} // prettier-ignore

export function writeTable([head = [], ...rows]: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function toWithdrawn({ slug, data }: InventedPaper): File {
  const record = { slug: `${slug}-gone`, title: data.title, abstract: '', sightings: [], withdrawn: { why: 'Entered twice.' } };
  return [`records/${record.slug}.json`, `${JSON.stringify(record, null, 2)}\n`];
} // prettier-ignore

function* inventFrame(count: number): Generator<File> {
  const ids = Array.from({ length: chapterCount }, (_, chapter) => toChapterId(chapter));
  yield ['survey.yml', stringify({
    title: 'The study of things that are not',
    description: 'An invented survey, as large as anybody wants it, to measure what a build costs.',
    version: '1.0.0',
    released: '2026-01-31',
    language: 'en',
    site: 'https://survey.example.org/',
    repository: 'https://example.org/scholium/bench',
    licences: { code: 'MIT', prose: 'CC BY 4.0', data: 'CC BY 4.0', abstracts: 'Nobody wrote them.' },
    chapters: ids,
  })]; // prettier-ignore
  yield ['about.mdx', 'Nothing here was found out by anybody.\n\n## What it covers\n\nNothing.\n'];
  const rows = <T>(length: number, make: (rank: number) => T): string =>
    stringify(Array.from({ length }, (_, rank) => make(rank)));
  yield ['glossary.yml', rows(termCount, (rank) => ({
    id: `term-${rank}`,
    term: toTitleCase(toTerm(rank)),
    definition: `What ${toWord(rank + 77)} has by ${drawFormula(makeRandom(rank))} when it is ${toWord(rank + 99)}.`,
    spellings: [`${toTerm(rank)}s`],
  }))]; // prettier-ignore
  yield ['benchmarks.yml', rows(benchmarkCount, (rank) => ({ name: toBenchmark(rank), kind: 'benchmark', spellings: [`${toBenchmark(rank)} v2`] }))]; // prettier-ignore
  yield ['venues.yml', rows(venueCount, (rank) => ({ name: toVenue(rank), kind: 'conference', title: `Conference on ${toTitleCase(toTerm(rank))}` }))]; // prettier-ignore
  yield ['references.bib', Array.from({ length: workCount }, (_, rank) => toWork(rank)).join('\n')];
  const listings = Array.from({ length: Math.ceil(count / listingSize) }, (_, at) =>
    toListingName(at * listingSize),
  );
  yield [
    'listings/captures.yml',
    stringify(Object.fromEntries(listings.map((name, at) => [name, toDay(at)]))),
  ];
  for (const [chapter, id] of ids.entries()) yield [`chapters/${id}.mdx`, toChapter(chapter, count)];
}

function toWork(rank: number): string {
  const authors = [toPerson(rank * 3), toPerson(rank * 5 + 1)].join(' and ');
  const title = toTitleCase(`${toTerm(rank)} of ${toWord(rank * 9)}`);
  return `@article{work${rank},\n  author = {${authors}},\n  title = {${title}},\n  journal = {Annals of Nothing},\n  year = {${1950 + rank}}\n}\n`;
}

/** A narrative of the length that narratives have, however large the survey is. */
function toChapter(chapter: number, count: number): string {
  const random = makeRandom(chapter + 1);
  const front = stringify({
    title: toTitleCase(toTerm(chapter + 20)),
    scope: `What is said of ${toTerm(chapter + 20)}.`,
    cues: [{ [toWord(chapter + 500)]: 2 }],
    sections: Array.from({ length: sectionCount }, (_, section) => ({ name: toSectionName(chapter, section) })),
  });
  const known = Math.min(count, 400);
  const paragraphs = Array.from({ length: 24 }, (_, at) => {
    const sentences = inventPaper(random.below(known)).sentences.map(({ text }) => text);
    const cited = inventPaper(random.below(known)).slug;
    const text = `${sentences.join('\n')}\nSee <Cite paper="${cited}" /> and <Cite work="work${random.below(workCount)}" />.\n`;
    return at % 6 === 0 ? `## ${toTitleCase(toTerm(random.below(termCount)))} ${at}\n\n${text}\n$$\n${drawFormula(random).slice(1, -1)}\n$$\n` : text;
  });
  return `---\n${front}---\n\n${paragraphs.join('\n')}`;
} // prettier-ignore
