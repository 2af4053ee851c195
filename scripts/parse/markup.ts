/**
 * Titles and abstracts with tags: HTML as CSL allows it, and JATS as Crossref gives abstracts. The tags go and what they
 * hold stays; formulas in TeX, superscripts and subscripts are kept as `$…$`.
 */
import type { FieldRow } from './paper-fields.ts';
import { readText } from './readers.ts';

export const readMarkup: FieldRow['read'] = (values) => readText(values.map(toText));

const prefix = '(?:[a-z]+:)?';

/** In this order: what holds formulas before the tags within it. */
const replacements: readonly { pattern: RegExp; by: (...groups: string[]) => string; why: string }[] = [
  { pattern: new RegExp(`<${prefix}title>\\s*(?:abstract|summary)\\.?\\s*</${prefix}title>`, 'gi'), by: () => '', why: 'a heading that says only that this is the abstract' },
  { pattern: new RegExp(`<${prefix}tex-math[^>]*>([^]*?)</${prefix}tex-math>`, 'g'), by: (_, tex = '') => toFormula(tex), why: 'TeX of a formula' },
  { pattern: new RegExp(`<mml:math[\\s>][^]*?</mml:math>(?=\\s*\\$)`, 'g'), by: () => '', why: 'the same formula again, as MathML' },
  { pattern: new RegExp(`<${prefix}(su[bp])>([^<>]+)</${prefix}\\1>`, 'g'), by: (_, tag, text = '') => `$${tag === 'sup' ? '^' : '_'}{${text.trim()}}$`, why: 'a power is none without its place' },
  { pattern: /<\/?[a-z]+:[a-z-]+(?:\s[^<>]*)?\/?>/gi, by: (tag) => toSpace(tag), why: 'JATS and MathML have prefixes' },
  { pattern: /<\/?(?:p|sec|title|i|b|em|strong|italic|bold|sub|sup|sc|span|u|br|list|list-item)(?:\s[^<>]*)?\/?>/gi, by: (tag) => toSpace(tag), why: 'HTML, or JATS without prefix' },
  { pattern: /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, by: (source, ...code) => toCharacter(source, ...code), why: 'characters by number or name' },
]; // prettier-ignore

function toText(markup: string): string {
  return replacements.reduce((text, { pattern, by }) => text.replace(pattern, by), markup);
}

function toSpace(tag = ''): string {
  return /^<\/?(?:[a-z]+:)?(?:p|sec|title|list|list-item|disp-formula|br)\b/i.test(tag) ? ' ' : '';
}

/** Publishers wrap TeX in a document of its own. */
function toFormula(tex: string): string {
  const [, body = tex] = /\\begin\{document\}([^]*?)\\end\{document\}/.exec(tex) ?? [];
  return `$${body.replace(/^[\s$]+|[\s$]+$/g, '')}$`;
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function toCharacter(source = '', decimal?: string, hexadecimal?: string, name = ''): string {
  const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
  if (Number.isNaN(code)) return Object.hasOwn(named, name) ? (named[name] ?? source) : source;
  return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : source;
}
