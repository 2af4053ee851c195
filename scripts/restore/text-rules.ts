/**
 * The LaTeX of running text that survives the damage: one reader a construct, tried where its first character stands.
 * What they need to know of commands is in text-commands.ts.
 */
import type { PhrasingContent } from 'mdast';
import { findMathError } from '../../src/contract/math.ts';
import { accents, characters, fonts } from './text-commands.ts';
import type { Spelling } from './types.ts';
import { getCommand } from './vocabulary.ts';

/** What a rule read: up to `end`, as these nodes; a change where it has a rule, a doubt where it has one. */
export type Reading = { end: number; nodes: PhrasingContent[]; rule?: string; doubt?: string };

/** The text that is read; `quotes` are the closing marks still owed, `read` sets a stretch inside of another. */
export type Scan = { raw: string; quotes: string[]; read(from: number, to: number): PhrasingContent[] };

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

function match({ raw }: Scan, at: number, to: number, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(raw);
  return found !== null && at + found[0].length <= to ? found : undefined;
}

/** Gives a node the spelling that the raw text has for it. */
export const spelt = <Node extends PhrasingContent>(node: Node, spelling: Spelling): Node => ({
  ...node,
  data: { spelling },
});

const text = (value: string, spelling: string): PhrasingContent => spelt({ type: 'text', value }, spelling);

function readAddress(scan: Scan, at: number, to: number): Reading | undefined {
  const found = match(scan, at, to, /https?:\/\/[^\s<>{}"“”^`|]+/y);
  if (found === undefined) return undefined;
  const spelling = trimAddress(found[0]);
  const url = spelling.replace(/\\([_#%&~])/g, '$1');
  const link: PhrasingContent = spelt(
    { type: 'link', url, children: [{ type: 'text', value: url }] },
    { open: '', close: '' },
  );
  if (url !== spelling) link.children = [text(url, spelling)];
  // A macro that set the address (`\href`, `\url`) is lost, and with it the space before.
  const glued = /[\p{L}\p{N}]/u.test(scan.raw.charAt(at - 1));
  return { end: at + spelling.length, nodes: glued ? [text(' ', ''), link] : [link], rule: 'link' };
}

/** An address ends before the sentence's own punctuation, and before a bracket that was opened outside of it. */
function trimAddress(address: string): string {
  const trimmed = address.replace(/(?:[.,;:!?'*]|\\+)+$/, '');
  const closing = /[)\]]$/.exec(trimmed)?.[0];
  if (closing === undefined) return trimmed;
  const opening = closing === ')' ? '(' : '[';
  const balanced = trimmed.split(opening).length >= trimmed.split(closing).length;
  return balanced ? trimmed : trimAddress(trimmed.slice(0, -1));
}

function readMarkdownLink(scan: Scan, at: number, to: number): Reading | undefined {
  const found = match(scan, at, to, /\[([^\][]+)\]\((https?:\/\/[^\s()]+)\)/y);
  if (found?.[1] === undefined || found[2] === undefined) return undefined;
  const inner = at + 1 + found[1].length;
  const children = found[1].startsWith('http') ? [text(found[2], found[1])] : scan.read(at + 1, inner);
  const end = at + found[0].length;
  const link = { type: 'link', url: found[2], children } as PhrasingContent;
  return { end, nodes: [spelt(link, { open: '[', close: scan.raw.slice(inner, end) })] };
}

/** CommonMark's emphasis, where it cannot be a product or a starred name: outer spaces, no inner ones. */
function readMarkdownEmphasis(scan: Scan, at: number, to: number): Reading | undefined {
  if (/[\p{L}\p{N}*]/u.test(scan.raw.charAt(at - 1))) return undefined;
  const found = match(scan, at, to, /(\*\*?)(?![\s*])[^*]*[^*\s]\1(?![\p{L}\p{N}*])/uy);
  const mark = found?.[1];
  if (found === undefined || mark === undefined) return undefined;
  const end = at + found[0].length;
  const children = scan.read(at + mark.length, end - mark.length);
  const type = mark === '*' ? 'emphasis' : 'strong';
  return { end, nodes: [spelt({ type, children }, { open: mark, close: mark })] };
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

function readFontGroup(scan: Scan, at: number, to: number): Reading | undefined {
  const found = match(scan, at, to, /\{\s*\\([a-zA-Z]+)(?![a-zA-Z])\s*/y);
  return found && readFont(scan, at, to, at + found[0].length, found[1] ?? '');
}

/** `\emph{x}` survives the damage only where a command around it did not: the spelling gives it one back. */
function readFontCommand(scan: Scan, at: number, to: number): Reading | undefined {
  const found = match(scan, at, to, /\\([a-zA-Z]+)\s*\{[^{}]*\}/y);
  const inner = scan.raw.indexOf('{', at) + 1;
  const reading = found && readFont(scan, at, to, inner, found[1] ?? '');
  for (const node of reading?.nodes ?? []) {
    if (node.data?.spelling === undefined) continue;
    const { spelling } = node.data;
    if (typeof spelling !== 'string')
      node.data.spelling = { open: `\\text{${spelling.open}`, close: `}${spelling.close}` };
    else if (spelling !== '') node.data.spelling = spelling === '}' ? '}}' : `\\text{${spelling}`;
  }
  return reading;
}

function readFont(scan: Scan, at: number, to: number, inner: number, name: string): Reading | undefined {
  const font = Object.hasOwn(fonts, name) ? fonts[name] : undefined;
  const close = font && findClosingBrace(scan.raw, inner, to);
  if (font === undefined || close === undefined) return undefined;
  const end = close + 1;
  const children = scan.read(inner, close);
  const spelling = { open: scan.raw.slice(at, inner), close: '}' };
  if (font === 'emphasis' || font === 'strong') {
    return { end, nodes: [spelt({ type: font, children }, spelling)], rule: font };
  }
  if (font === 'inlineCode' && children.every((child) => child.type === 'text')) {
    const value = children.map(shownText).join('');
    return { end, nodes: [spelt({ type: 'inlineCode', value }, scan.raw.slice(at, end))], rule: 'code' };
  }
  return { end, nodes: [text('', spelling.open), ...children, text('', spelling.close)], rule: 'font' };
}

function findClosingBrace(raw: string, from: number, to: number): number | undefined {
  let depth = 0;
  for (let at = from; at < to; at++) {
    const character = raw[at];
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === '}' && depth-- === 0) return at;
  }
  return undefined;
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

/** The characters that a node shows; a formula in dollars. */
export function shownText(node: PhrasingContent): string {
  if (node.type === 'inlineMath') return `$${node.value}$`;
  if ('children' in node) return node.children.map((child) => shownText(child)).join('');
  return 'value' in node ? node.value : '';
}
