/**
 * The LaTeX of running text that survives the damage: one reader a construct, tried where its first character stands.
 * What they need to know of commands is in text-commands.ts.
 */
import type { PhrasingContent } from 'mdast';
import { findMathError } from '../../src/contract/math.ts';
import { accents, characters, fonts } from './text-commands.ts';
import { readFontCommand, readFontGroup } from './text-fonts.ts';
import { readAddress, readMarkdownEmphasis, readMarkdownLink } from './text-links.ts';
import { match, spelt, text, type Reading, type Scan } from './text-scan.ts';
import { getCommand } from './vocabulary.ts';

type Rule = { starts: string; read(scan: Scan, at: number, to: number): Reading | undefined };

/** The rules of running text, tried in this order where one of their first characters stands. */
const rules: readonly Rule[] = [
  { starts: 'h', read: readAddress },
  { starts: '[', read: readMarkdownLink },
  { starts: '*', read: readMarkdownEmphasis },
  // An accent in braces before a font in braces: `{\"u}` is a letter.
  { starts: '\\{', read: readAccent },
  { starts: '{', read: readFontGroup },
  { starts: '\\', read: readFontCommand },
  { starts: '\\', read: readCharacter },
  { starts: '\\', read: readSurvivingSymbol },
  { starts: '\\', read: readEscape },
  { starts: '\\', read: readUnknownCommand },
  { starts: '`', read: readOpeningQuote },
  { starts: "'", read: readClosingQuote },
  { starts: '-', read: readDash },
  { starts: '~', read: readTie },
];

/** The rules by the code of the first character that they may start with. */
export const rulesByStart = new Map<number, Rule[]>();
for (const rule of rules) {
  for (const start of rule.starts) {
    const code = start.charCodeAt(0);
    rulesByStart.set(code, [...(rulesByStart.get(code) ?? []), rule]);
  }
}

function readAccent(scan: Scan, at: number, to: number): Reading | undefined {
  const found =
    match(scan, at, to, /\{\\(["'`^~=.])\s*(?:\{(\\[ij]|[a-zA-Z])\}|(\\[ij]|[a-zA-Z]))\}/y) ??
    match(scan, at, to, /\{\\([uvHcdbkr])(?:\s*\{(\\[ij]|[a-zA-Z])\}|\s+(\\[ij]|[a-zA-Z]))\}/y) ??
    match(scan, at, to, /\\(["'`^~=.])\s*(?:\{(\\[ij]|[a-zA-Z])\}|(\\[ij](?![a-zA-Z])|[a-zA-Z]))/y) ??
    match(scan, at, to, /\\([uvHcdbkr])(?:\s*\{(\\[ij]|[a-zA-Z])\}|\s+(\\[ij](?![a-zA-Z])|[a-zA-Z]))/y);
  const mark = accents[found?.[1] ?? ''];
  // Markdown escapes a full stop as LaTeX writes a dot above; only these letters carry one.
  if (found?.[1] === '.' && !/[cegiz]/i.test(found[2] ?? found[3] ?? '')) return undefined;
  const letter = (found?.[2] ?? found?.[3])?.replace('\\', '');
  if (found === undefined || mark === undefined || letter === undefined) return undefined;
  const value = (letter + mark).normalize('NFC');
  return { end: at + found[0].length, nodes: [text(value, found[0])], rule: 'accent' };
}

function readCharacter(scan: Scan, at: number, to: number): Reading | undefined {
  const found = match(scan, at, to, /\\([a-zA-Z]+)(?:\s+|\{\})?/y);
  const name = found?.[1] ?? '';
  if (found === undefined || !Object.hasOwn(characters, name)) return undefined;
  return { end: at + found[0].length, nodes: [text(characters[name] ?? '', found[0])], rule: 'character' };
}

/** A backslash proves a place outside dollars: a symbol there is one that its author forgot to put inside. */
function readSurvivingSymbol(scan: Scan, at: number, to: number): Reading | undefined {
  const found = match(scan, at, to, /\\([a-zA-Z]+)(?:[_^](?:\{[^{}]*\}|[a-zA-Z\d]))*/y);
  const name = found?.[1] ?? '';
  if (found === undefined || isFontSwitch(name) || getCommand(name)?.arity !== 0) return undefined;
  if (findMathError(found[0]) !== undefined) return undefined;
  const formula = spelt({ type: 'inlineMath', value: found[0] } as PhrasingContent, found[0]);
  return { end: at + found[0].length, nodes: [formula], rule: 'symbol-outside-math' };
}

const isFontSwitch = (name: string): boolean => Object.hasOwn(fonts, name);

function readEscape(scan: Scan, at: number, to: number): Reading | undefined {
  const found = match(scan, at, to, /\\([%&$#_{}*[\]<>~`\\ /@.:+|()=!"'-])/y);
  if (found === undefined) return undefined;
  // `\ ` and `\\` are spaces, `\/` and `\-` nothing that is seen.
  const value = { ' ': ' ', '\\': ' ', '/': '', '-': '' }[found[1] ?? ''] ?? found[1] ?? '';
  return { end: at + 2, nodes: [text(value, found[0])], rule: 'escape' };
}

function readUnknownCommand(scan: Scan, at: number, to: number): Reading | undefined {
  const found = match(scan, at, to, /\\[a-zA-Z]+/y);
  if (found === undefined) return undefined;
  return { end: at + found[0].length, nodes: [{ type: 'text', value: found[0] }], doubt: 'unknown-command' };
}

function readOpeningQuote(scan: Scan, at: number, to: number): Reading | undefined {
  const found = match(scan, at, to, /``|`(?=[\p{L}\p{N}])/uy);
  if (found === undefined) return undefined;
  const [quote, close] = found[0] === '``' ? ['“', '”'] : ['‘', '’'];
  scan.quotes.push(close);
  return { end: at + found[0].length, nodes: [text(quote, found[0])], rule: 'quote' };
}

/** An apostrophe inside a word closes nothing. */
function readClosingQuote(scan: Scan, at: number, to: number): Reading | undefined {
  const close = scan.quotes.at(-1);
  const found = close && match(scan, at, to, close === '”' ? /''/y : /'(?![\p{L}\p{N}])/uy);
  if (close === undefined || !found) return undefined;
  scan.quotes.pop();
  return { end: at + found[0].length, nodes: [text(close, found[0])], rule: 'quote' };
}

function readDash(scan: Scan, at: number, to: number): Reading | undefined {
  const found = match(scan, at, to, /---?(?!-)/y);
  if (found === undefined || scan.raw[at - 1] === '-') return undefined;
  return { end: at + found[0].length, nodes: [text(found[0] === '--' ? '–' : '—', found[0])], rule: 'dash' };
}

/** `Fig.~2` ties two words; `~15k` behind a space, and `1.5x~20x` between quantities, are the sign for "about" or "to". */
function readTie(scan: Scan, at: number): Reading | undefined {
  const before = scan.raw.charAt(at - 1);
  const after = scan.raw.charAt(at + 1);
  if (!/[\p{L}\p{N}.,;:)\]]/u.test(before) || !/[\p{L}\p{N}([`\\]/u.test(after)) return undefined;
  if (/\d/.test(after) && /\d\S*$/.test(scan.raw.slice(Math.max(0, at - 12), at))) return undefined;
  return { end: at + 1, nodes: [text('\u00a0', '~')], rule: 'tie' };
}
