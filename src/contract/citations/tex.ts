/** Plain text as LaTeX that any BibTeX style can shorten and sort: ASCII wherever LaTeX has a command for a sign. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';

const { constants } = plugins.config.get('@bibtex');
const { commands, diacritics } = constants;
// Its types leave this table out.
const { mathCommands } = constants as typeof constants & { mathCommands: Record<string, string> };

/** Signs that LaTeX reads as its own, and those that people write in a way of their own. */
const signs: Record<string, string> = {
  '&': '\\&', '%': '\\%', '#': '\\#', _: '\\_', $: '\\$', '{': '\\{', '}': '\\}', '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}', '\\': '\\textbackslash{}', '<': '\\textless{}', '>': '\\textgreater{}',
  '|': '\\textbar{}', '–': '--', '—': '---', '‘': '`', '’': "'", '“': '``', '”': "''", '\u00a0': '~', '…': '\\ldots{}',
}; // prettier-ignore

const letters = new Map(Object.entries(commands).map(([command, sign]) => [sign, `{\\${command}}`]));
const accents = new Map(Object.entries(diacritics).map(([command, mark]) => [mark, command]));
const formulas = new Map(Object.entries(mathCommands).map(([command, sign]) => [sign, `{$\\${command}$}`]));

/** @returns LaTeX; a sign for which LaTeX has no command stays, for files are UTF-8 */
export function escapeTex(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^A-Za-z0-9\s]/gu, (sign) => signs[sign] ?? (sign > '~' ? escapeSign(sign) : sign));
}

function escapeSign(sign: string): string {
  const whole = letters.get(sign) ?? formulas.get(sign);
  if (whole !== undefined) return whole;
  const [letter = '', mark = '', ...more] = sign.normalize('NFD');
  const accent = accents.get(mark);
  if (accent === undefined || more.length > 0 || letter > '~') return sign;
  return /[a-z]/i.test(accent) ? `{\\${accent} ${letter}}` : `{\\${accent}${letter}}`;
}
