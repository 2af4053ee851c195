/** What references in running text are shown as, and where they lead. */
import { assignLetters, toCitationLabel } from '../contract/byline.ts';
import { toId } from '../contract/names.ts';
import type { Work } from '../contract/works.ts';
import type { Citations } from '../markdown/cite.ts';
import { href, paperPath } from './links.ts';

/** What a reference is shown as; without an address it is text. */
export type Citation = {
  label: string;
  href?: string;
  title: string;
  /** Id of its line in the list of references of a page. */
  ref: string;
};

/** A paper as citations show it. */
export type Cited = {
  data: { authors?: string[] | undefined; year?: number | undefined };
  title: { text: string };
};

export function toCitation(slug: string, { data, title }: Cited): Citation {
  const label = toCitationLabel({ authors: data.authors ?? [], year: data.year, title: title.text });
  return { label, href: href(paperPath(slug)), title: title.text, ref: `ref-${slug}` };
}

/** A work outside the survey leads to its own address, where it has one. */
export function toWorkCitation(work: Work): Citation {
  const { key, title, address } = work;
  return {
    label: toCitationLabel(work),
    title,
    ref: `ref-work-${toId(key)}`,
    ...(address ? { href: address } : {}),
  };
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
