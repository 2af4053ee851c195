/** How a paper is named in running text: authors and year, and the title where nobody knows the authors. */
import { compareText } from '../contract/findings.ts';
import type { Citations } from '../markdown/cite.ts';
import { href, paperPath } from './links.ts';
import { toId } from './names.ts';
import { toFamilyName } from '../contract/person-name.ts';
import type { Work } from '../contract/works.ts';

/** What a reference is shown as; without an address it is text. */
export type Citation = {
  label: string;
  href?: string;
  title: string;
  /** Id of its line in the list of references of a page. */
  ref: string;
};

type Cited = { data: { authors?: string[] | undefined; year?: number | undefined }; title: { text: string } };

export function toCitation(slug: string, { data, title }: Cited): Citation {
  const by = toByline(data.authors ?? []);
  const label = [by === '' ? title.text : by, data.year].filter((part) => part !== undefined).join(' ');
  return { label, href: href(paperPath(slug)), title: title.text, ref: `ref-${slug}` };
}

/** A work outside the survey leads to its own address, where it has one. */
export function toWorkCitation({ key, authors, title, year, address }: Work): Citation {
  const label = [toByline(authors) || title, year].filter(Boolean).join(' ');
  return { label, title, ref: `ref-work-${toId(key)}`, ...(address ? { href: address } : {}) };
}

/** The letters of citations that read alike on one page, by the id of their reference: in the order of their titles. */
export function assignLetters(cited: readonly Citation[]): ReadonlyMap<string, string> {
  const unique = new Map(cited.map((citation) => [citation.ref, citation])).values();
  const groups = Map.groupBy(
    [...unique].sort((a, b) => compareText(a.title, b.title)),
    ({ label }) => label,
  );
  return new Map(
    [...groups.values()].flatMap((group) =>
      group.length < 2 ? [] : group.map(({ ref }, i) => [ref, toLetters(i)] as const),
    ),
  );
}

/** How one page cites what it names: "Li 2024a", "Li 2024b". */
export function tellApart(citations: Citations, named: readonly { kind: string; id: string }[]): Citations {
  const cite = { paper: citations.paper, work: citations.work };
  const letters = assignLetters(
    named.flatMap(({ kind, id }) => (kind === 'paper' || kind === 'work' ? cite[kind](id) : [])),
  );
  const withLetter = (citation: Citation): Citation => ({
    ...citation,
    label: citation.label + (letters.get(citation.ref) ?? ''),
  });
  return {
    ...citations,
    paper: (slug) => withLetter(cite.paper(slug)),
    work: (key) => withLetter(cite.work(key)),
  };
}

/** a to z, then aa. */
const toLetters = (index: number): string =>
  (index < 26 ? '' : toLetters(Math.floor(index / 26) - 1)) + String.fromCharCode(97 + (index % 26));

/** "Li", "Li and Huang", "Li et al." */
export function toByline(authors: readonly string[]): string {
  const [first, second, ...more] = authors.map(toFamilyName);
  if (first === undefined) return '';
  if (second === undefined) return first;
  return more.length === 0 ? `${first} and ${second}` : `${first} et al.`;
}
