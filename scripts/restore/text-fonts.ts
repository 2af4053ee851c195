/** Fonts of running text: `{\em x}` survives the damage, `\emph{x}` only inside of another command. */
import { fonts } from './text-commands.ts';
import { match, shownText, spelt, text, type Reading, type Scan } from './text-scan.ts';

export function readFontGroup(scan: Scan, at: number, to: number): Reading | undefined {
  const found = match(scan, at, to, /\{\s*\\([a-zA-Z]+)(?![a-zA-Z])\s*/y);
  return found && readFont(scan, at, to, at + found[0].length, found[1] ?? '');
}

/** `\emph{x}` survives the damage only where a command around it did not: the spelling gives it one back. */
export function readFontCommand(scan: Scan, at: number, to: number): Reading | undefined {
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
