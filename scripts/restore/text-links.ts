/** Addresses, and the links and emphasis that Markdown writes: some authors think in it. */
import type { PhrasingContent } from 'mdast';
import { match, spelt, text, type Reading, type Scan } from './text-scan.ts';

export function readAddress(scan: Scan, at: number, to: number): Reading | undefined {
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

export function readMarkdownLink(scan: Scan, at: number, to: number): Reading | undefined {
  const found = match(scan, at, to, /\[([^\][]+)\]\((https?:\/\/[^\s()]+)\)/y);
  if (found?.[1] === undefined || found[2] === undefined) return undefined;
  const inner = at + 1 + found[1].length;
  const children = found[1].startsWith('http') ? [text(found[2], found[1])] : scan.read(at + 1, inner);
  const end = at + found[0].length;
  const link = { type: 'link', url: found[2], children } as PhrasingContent;
  return { end, nodes: [spelt(link, { open: '[', close: scan.raw.slice(inner, end) })] };
}

/** CommonMark's emphasis, where it cannot be a product or a starred name: outer spaces, no inner ones. */
export function readMarkdownEmphasis(scan: Scan, at: number, to: number): Reading | undefined {
  if (/[\p{L}\p{N}*]/u.test(scan.raw.charAt(at - 1))) return undefined;
  const found = match(scan, at, to, /(\*\*?)(?![\s*])[^*]*[^*\s]\1(?![\p{L}\p{N}*])/uy);
  const mark = found?.[1];
  if (found === undefined || mark === undefined) return undefined;
  const end = at + found[0].length;
  const children = scan.read(at + mark.length, end - mark.length);
  const type = mark === '*' ? 'emphasis' : 'strong';
  return { end, nodes: [spelt({ type, children }, { open: mark, close: mark })] };
}
