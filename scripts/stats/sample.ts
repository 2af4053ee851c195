/** A sample that anyone can draw again, to read and judge: papers, links between papers, and claims that cite. */
import { createHash } from 'node:crypto';
import { compareText } from '../../src/contract/findings.ts';
import type { Content } from '../content.ts';
import { listClaims, type Claim } from './claims.ts';
import { listLinks, type Link } from './links.ts';

export const sampleKinds = ['papers', 'links', 'claims'] as const;
export type SampleKind = (typeof sampleKinds)[number];

export type Paper = { slug: string; path: string; title: string };

/** What was drawn, and of how many. */
export type Draw<T> = { of: number; drawn: T[] };

export type Sample = { papers?: Draw<Paper>; links?: Draw<Link>; claims?: Draw<Claim> };

/** Draws as many of each of the kinds as `size` says: all, where there are fewer. */
export function drawSample(
  { pages, records, chapters, benchmarks }: Content,
  kinds: readonly SampleKind[],
  size: number,
  seed: string,
): Sample {
  const draws = {
    papers: () =>
      draw(
        pages.map(({ slug, path, data }) => ({ slug, path, title: data.title })),
        ({ slug }) => slug,
        size,
        seed,
      ),
    links: () => draw(listLinks(
          pages,
          records,
          benchmarks.map(({ value }) => value),
        ), ({ kind, from, to }) => [kind, from.slug, to.slug].join('\n'), size, seed),
    claims: () => draw(listClaims([...chapters, ...pages]), ({ id }) => id, size, seed),
  } satisfies { [Kind in SampleKind]: () => Sample[Kind] }; // prettier-ignore
  return Object.fromEntries(kinds.map((kind) => [kind, draws[kind]()]));
}

/** Things are drawn in the order of a digest of the seed and their name. */
function draw<T>(things: readonly T[], toName: (thing: T) => string, size: number, seed: string): Draw<T> {
  const lot = (thing: T): string =>
    createHash('sha256')
      .update(`${seed}\n${toName(thing)}`)
      .digest('hex');
  const drawn = things
    .map((thing) => ({ thing, lot: lot(thing) }))
    .sort((a, b) => compareText(a.lot, b.lot))
    .slice(0, size)
    .map(({ thing }) => thing);
  return { of: things.length, drawn };
}

/** One line a thing, below a heading for each kind. */
export function printSample(sample: Sample): string {
  const { papers, links, claims } = sample;
  return [
    ...printDraw('papers', papers, ({ path, title }) => [path, title]),
    ...printDraw('links', links, printLink),
    ...printDraw('claims', claims, ({ file, line, sentence }) => [`${file}:${line}`, sentence]),
    '',
  ].join('\n');
}

function printDraw<T>(
  kind: SampleKind,
  found: Draw<T> | undefined,
  toCells: (thing: T) => string[],
): string[] {
  if (!found) return [];
  const { of, drawn } = found;
  return [`${kind}: ${drawn.length} of ${of}`, ...drawn.map((thing) => `  ${toCells(thing).join('\t')}`)];
}

const relations = {
  'builds-on': ['→', 'builds on'],
  uses: ['→', 'is measured on it'],
  related: ['↔', ''],
} as const;

function printLink({ kind, from, to, reasons }: Link): string[] {
  const [arrow, text] = relations[kind];
  const because = reasons.map((reason) => `${reason.kind}: ${reason.names.join(', ')}`).join('; ');
  return [`${from.slug} ${arrow} ${to.slug}`, text || because, `${from.title} | ${to.title}`];
}
