/** A bibliography of invented works, of every type, with every field that people give. */
import type { Random } from '../fixtures/random.ts';

const nouns = [
  'bees',
  'wax',
  'comb',
  'hive',
  'nectar',
  'swarm',
  'drone',
  'queen',
  'pollen',
  'honey',
  'smoke',
  'meadow',
  'orchard',
  'clover',
];
const manners = [
  'slow',
  'golden',
  'restless',
  'quiet',
  'tall',
  'late',
  'nimble',
  'stray',
  'bitter',
  'northern',
  'hollow',
  'early',
];
const givenNames = ['Ada', 'Björn', 'Cara', 'Dov', 'Élodie', 'Fen', 'Göran', 'Hana'];
const familyNames = ['Müller', 'Comb', 'van der Berg', 'Świątek', 'Sting', "O'Hive", 'Nuñez', 'Wax-Smith'];

export const entryTypes = [
  'article', 'book', 'booklet', 'conference', 'inbook', 'incollection', 'inproceedings', 'manual', 'mastersthesis', 'misc',
  'phdthesis', 'proceedings', 'techreport', 'unpublished', 'online', 'report', 'thesis', 'collection', 'mvbook', 'patent',
  'dataset', 'software', 'periodical', 'inreference', 'standard', 'electronic', 'image', 'movie', 'audio', 'legislation', 'jurisdiction', 'letter',
]; // prettier-ignore

type Write = (words: (count: number) => string, random: Random) => string;

const person = ({ pick }: Random): string => `${pick(givenNames)} ${pick(familyNames)}`;
const people = (random: Random): string =>
  Array.from({ length: 1 + random.below(3) }, () => person(random)).join(' and ');
const number = ({ below }: Random): string => String(1 + below(400));
const digits = ({ below }: Random, count: number): string =>
  Array.from({ length: count }, () => below(10)).join('');

/** Fields beside title, author and abstract, and how their values are made. */
const fields: Record<string, Write> = {
  year: (_, random) => String(1950 + random.below(75)),
  volume: (_, random) => number(random),
  number: (_, random) => number(random),
  pages: (_, random) => `${number(random)}--${number(random)}9`,
  publisher: (words) => `${words(2)} \\& Sons`,
  address: (words) => `${words(1)}, Fenland`,
  edition: (words) => words(1),
  series: (words) => words(2),
  editor: (_, random) => people(random),
  translator: (_, random) => people(random),
  bookauthor: (_, random) => people(random),
  isbn: (_, random) => `978-${digits(random, 9)}-${digits(random, 1)}`,
  issn: (_, random) => `${digits(random, 4)}-${digits(random, 4)}`,
  keywords: (words) => `${words(1)}, ${words(2)}`,
  language: (words) => words(1),
  note: (words) => `${words(4)} at 95\\%`,
  annote: (words) => `${words(3)}; ${words(2)}`,
  type: (words) => words(2),
  shorttitle: (words) => words(2),
  chapter: (_, random) => number(random),
  version: (_, random) => `${number(random)}.${number(random)}`,
  pagetotal: (_, random) => number(random),
  volumes: (_, random) => number(random),
  eventtitle: (words) => words(3),
  venue: (words) => words(1),
  pubstate: (words) => words(1),
  urldate: (_, random) => `20${10 + random.below(15)}-0${1 + random.below(9)}-1${random.below(10)}`,
  url: (_, random) => `https://hive.example/~ann/x_${number(random)}?a=1&b=${number(random)}`,
  doi: (_, random) => `10.1000/hive.${digits(random, 8)}`,
  shortjournal: (words) => `${words(1)}. ${words(1)}.`,
  howpublished: (words) => words(2),
  organization: (words) => words(2),
  bibsource: (words) => `${words(2)} bibliography`,
  timestamp: () => 'Mon, 03 Jan 2022 09:00:00 +0100',
  file: (_, random) => `ann/x_${number(random)}.pdf:application/pdf`,
  owner: (words) => words(1),
  abstracturl: (_, random) => `see page ${number(random)}`,
  pmid: (_, random) => digits(random, 8),
  pmcid: (_, random) => `PMC${digits(random, 7)}`,
  lccn: (_, random) => `QL${digits(random, 4)}`,
  'date-added': () => '2020-01-31 09:00:00 +0000',
  mrnumber: (_, random) => digits(random, 7),
  x_colour: (words) => `${words(1)} \\& ${words(1)} \\# 1`,
};

const containers: Record<string, string> = { article: 'journal', periodical: 'journal', letter: 'journal' };
const contained = new Set(['inbook', 'incollection', 'inproceedings', 'conference', 'inreference']);

export function inventBibliography(count: number, random: Random): string {
  return Array.from({ length: count }, (_, index) => inventWork(index, random)).join('\n');
}

function inventWork(index: number, random: Random): string {
  const words = (length: number): string =>
    Array.from({ length }, () => random.pick(random.below(2) === 0 ? nouns : manners)).join(' ');
  const type = entryTypes[index % entryTypes.length]!;
  const chosen = Object.keys(fields).filter((name) => name === 'year' || random.below(3) === 0);
  const container = containers[type] ?? (contained.has(type) ? 'booktitle' : undefined);
  const rows: [string, string][] = [
    ['title', `The ${words(3)} of {K}arla's ${words(2)} No. ${index}`],
    ['author', `${people(random)}${index % 7 === 0 ? ' and {The Hive Collective}' : ''}`],
    ['abstract', `We count the ${words(3)} of ${words(2)} with $n^{${index}}$ ${words(2)}. They ${words(4)}.`],
    ...(container ? [[container, `${container === 'journal' ? 'Journal' : 'Proceedings'} of ${words(2)}`] as [string, string]] : []),
    ...(index % 3 === 0 ? [['month', String(1 + (index % 12))] as [string, string]] : []),
    ...(index % 5 === 0 ? [['eprint', `${10 + (index % 15)}0${1 + (index % 9)}.${10000 + index}`] as [string, string], ['archiveprefix', 'arXiv'] as [string, string]] : []),
    ...chosen.map((name): [string, string] => [name, fields[name]!(words, random)]),
  ]; // prettier-ignore
  return `@${type}{key${index},\n${rows.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`;
}
