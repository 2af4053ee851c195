/** A title as LaTeX: formulas as they are written, and braces round capitals that a BibTeX style must not lower. */
import type { PhrasingContent } from 'mdast';
import { escapeTex } from './tex.ts';

/** A run of letters, digits and joints, or whatever stands between two. */
const piece = /[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu;

/** @param abstract as plain text: it shows which words of the title are names */
export function toTexTitle(title: readonly PhrasingContent[], abstract: string): string {
  const names = findNames(abstract);
  let before = '';
  const write = (nodes: readonly PhrasingContent[]): string =>
    nodes
      .map((node) => {
        if (node.type === 'inlineMath') {
          before += 'x';
          return toFormula(node.value);
        }
        if (node.type === 'emphasis') return `\\emph{${write(node.children)}}`;
        if ('children' in node) return write(node.children);
        return writeText('value' in node ? node.value.replace(/\s+/g, ' ') : ' ', (word) => {
          const isProtected = isKept(word, before, names);
          before += word;
          return isProtected;
        });
      })
      .join('');
  return joinBraces(write(title));
}

function writeText(text: string, isProtected: (piece: string) => boolean): string {
  return (text.match(piece) ?? [])
    .map((part) => (isProtected(part) ? `{${escapeTex(part)}}` : escapeTex(part)))
    .join('');
}

/** Styles lower letters in formulas, too. */
function toFormula(tex: string): string {
  const formula = `$${tex.trim()}$`;
  return /\p{Lu}/u.test(tex.replace(/\\[A-Za-z]+/g, '')) || /\\[A-Z]/.test(tex) ? `{${formula}}` : formula;
}

/** `{A}-{B}` stays; what touches a formula becomes one group with it. */
function joinBraces(tex: string): string {
  return tex.replaceAll('}{$', '$').replaceAll('$}{', '$');
}

function isKept(word: string, before: string, names: ReadonlySet<string>): boolean {
  if (!/\p{Lu}/u.test(word)) return false;
  if (/.\p{Lu}|\p{Lu}.*\p{N}|\p{N}.*\p{Lu}/u.test(word)) return true;
  const opens = before.trim() === '' || /[:.?!]\s*$/.test(before);
  // Styles keep the first letter of a title and of what follows a colon.
  if (opens) return false;
  return /^\p{Lu}$/u.test(word) || names.has(word);
}

/** Words that the abstract writes with a capital within its sentences, and never without. */
function findNames(abstract: string): Set<string> {
  const lower = new Set(abstract.match(/(?<![\p{L}\p{N}])\p{Ll}\p{L}*/gu));
  const names = abstract.matchAll(/(?<=[\p{L}\p{N},;)]\s|[-(]\s?)\p{Lu}\p{Ll}+/gu);
  return new Set([...names].map(([name]) => name).filter((name) => !lower.has(name.toLowerCase())));
}
