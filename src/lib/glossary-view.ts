/** The glossary as plain values, from A to Z. */
import { compareText } from '../contract/findings.ts';
import { href } from './links.ts';
import { foldPerson } from '../contract/names.ts';
import type { LinkView } from './site-view.ts';
import type { Survey } from './survey.ts';

export type GlossaryView = {
  count: number;
  letters: LinkView[];
  groups: { heading: string; anchor: string; terms: TermView[] }[];
};

export type TermView = { anchor: string; name: string; htmlDigest: string; find: string };

export function toGlossaryView({ survey }: Survey): GlossaryView {
  const terms = survey.glossary
    .map((term) => ({ ...term, sortKey: foldPerson(term.name) }))
    .sort((a, b) => compareText(a.sortKey, b.sortKey));
  const groups = [...Map.groupBy(terms, ({ sortKey }) => (/^[a-z]/.test(sortKey) ? sortKey.charAt(0) : '#'))];
  return {
    count: terms.length,
    letters: groups.map(([letter]) => ({ label: letter.toUpperCase(), href: `#${toAnchor(letter)}` })),
    groups: groups.map(([letter, some]) => ({
      heading: letter.toUpperCase(),
      anchor: toAnchor(letter),
      terms: some.map(({ id, name, htmlDigest }) => ({
        anchor: `term-${id}`,
        name,
        htmlDigest,
        find: `${href('/search/')}?q=${encodeURIComponent(name)}`,
      })),
    })),
  };
}

const toAnchor = (letter: string): string => `letter-${letter === '#' ? 'other' : letter}`;
