/** The forms in which a text mentions a term of the glossary. */
import type { Spelling } from './mentions.ts';
import { parsePhrasing, toPlain } from './phrasing.ts';
import type { GlossaryTerm } from './schema.ts';

/** The name of a term counts as a mention too, without its formulas. */
export function listTermSpellings({ id, term, spellings = [] }: GlossaryTerm): Spelling[] {
  const words = parsePhrasing(term).filter(({ type }) => type !== 'inlineMath');
  const name = toPlain(words).replace(/^[\s,;-]+|[\s,;-]+$/g, '');
  const isWhole = words.length === 1 || !/\S/.test(toPlain(words.slice(1)));
  return [...(isWhole ? [name] : []), ...spellings]
    .filter((spelling) => spelling.length > 1)
    .map((spelling) => ({ id, spelling }));
}
