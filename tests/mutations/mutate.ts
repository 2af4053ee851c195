/** Random damage to texts: what a slip of the hand, a bad copy, a wrong encoding or a stranger does. */
import type { Random } from '../fixtures/random.ts';
import { hostileFragments } from '../hostile/corpus.ts';

type Mutation = (text: string, random: Random) => string;

const splice = (text: string, at: number, length: number, piece: string): string =>
  text.slice(0, at) + piece + text.slice(at + length);

/** Splits at a separator, changes the parts and joins them again. */
function onParts(separator: string, change: (parts: string[], random: Random) => void): Mutation {
  return (text, random) => {
    const parts = text.split(separator);
    change(parts, random);
    return parts.join(separator);
  };
}

function drop(parts: string[], random: Random): void {
  parts.splice(random.below(parts.length), 1);
}

function repeat(parts: string[], random: Random): void {
  const part = random.pick(parts);
  parts.splice(random.below(parts.length + 1), 0, part);
}

function swap(parts: string[], random: Random): void {
  const [a, b] = [random.below(parts.length), random.below(parts.length)];
  [parts[a], parts[b]] = [parts[b] ?? '', parts[a] ?? ''];
}

const signs = [
  '{', '}', '<', '>', '$', '$$', '`', '*', '_', '[', ']', '(', ')', '\\', '|', '#', '---\n', ':', '"', "'", '&', '~~', '!',
  '\n', '\n\n', '\r', '\t', ' ', '\0', '\u202e', '\u200b', '\ufeff', '\ufffd', '\ud800', 'é', '汉', '😀', '\u2028', '1. ', '- ', '> ',
]; // prettier-ignore

export const mutations: Readonly<Record<string, Mutation>> = {
  'characters deleted': (text, random) =>
    splice(text, random.below(text.length + 1), 1 + random.below(8), ''),
  'a sign inserted': (text, random) => splice(text, random.below(text.length + 1), 0, random.pick(signs)),
  'a sign in place of another': (text, random) =>
    splice(text, random.below(text.length + 1), 1, random.pick(signs)),
  'a hostile fragment': (text, random) =>
    splice(text, random.below(text.length + 1), 0, random.pick(hostileFragments)),
  'a hostile line': onParts('\n', (lines, random) => {
    lines.splice(random.below(lines.length + 1), 0, random.pick(hostileFragments));
  }),
  'a line deleted': onParts('\n', drop),
  'a line repeated': onParts('\n', repeat),
  'lines swapped': onParts('\n', swap),
  'a block deleted': onParts('\n\n', drop),
  'a block repeated': onParts('\n\n', repeat),
  'blocks swapped': onParts('\n\n', swap),
  'words swapped': onParts(' ', swap),
  'cut off': (text, random) => text.slice(0, random.below(text.length + 1)),
  'the beginning lost': (text, random) => text.slice(random.below(Math.min(text.length, 400) + 1)),
  'no final line end': (text) => text.trimEnd(),
  'line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'line ends of an old Macintosh': (text) => text.replaceAll('\n', '\r'),
  'a byte order mark': (text) => `\ufeff${text}`,
  'read as Latin-1': (text) => Buffer.from(text, 'utf8').toString('latin1'),
  'bytes lost': (text, random) => {
    const bytes = Buffer.from(text, 'utf8');
    const at = random.below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(3))]).toString('utf8');
  },
  'in UTF-16': (text) => [...text].join('\0'),
  'one line': (text) => text.replaceAll('\n', ' '),
  'blank lines gone': (text) => text.replace(/\n{2,}/g, '\n'),
};

/** One to three mutations of a text, and their names. */
export function mutate(text: string, random: Random): { text: string; names: string[] } {
  const names = Array.from({ length: 1 + random.below(3) }, () => random.pick(Object.keys(mutations)));
  return {
    names,
    text: names.reduce((mutated, name) => mutations[name]?.(mutated, random) ?? mutated, text),
  };
}
