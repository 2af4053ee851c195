/** The pages of the documentation as plain values, in the order of reading; the first of them is their contents. */
import type { DocEntry } from './entries.ts';
import { docPath, href, searchPath } from './links.ts';
import type { LinkView } from './site-view.ts';
import { strings } from './strings.ts';
import type { Survey } from './survey.ts';

export type DocGroup = { title: string; docs: (LinkView & { about: string })[] };

export type DocView = {
  /** `undefined` for the first page. */
  id: string | undefined;
  title: string;
  /** The group that it belongs to. */
  group?: string;
  summary: string;
  html: string;
  /** What stands on a long page. */
  headings: LinkView[];
  /** All others, on the first page. */
  groups: DocGroup[];
  search: string;
  previous: LinkView | undefined;
  next: LinkView | undefined;
};

/** A page with fewer headings is seen whole soon enough. */
const fewestHeadings = 4;

/** No pages where there is no documentation; a first page is made where no README is one. */
export function toDocViews({ docs }: Survey): DocView[] {
  if (docs.length === 0) return [];
  const search = href(searchPath({ kind: 'doc' }));
  const first = docs.find(({ id }) => id === '');
  const ordered = docs.filter(({ id }) => id !== '').sort((a, b) => toRank(a) - toRank(b));
  const links = ordered.map(({ id, title }) => ({ label: title, href: href(docPath(id)) }));
  const groups = [...Map.groupBy(ordered, ({ place }) => place?.group ?? '')].map(
    ([title, members]): DocGroup => ({
      title,
      docs: members.map((member) => ({
        ...links[ordered.indexOf(member)]!,
        about: member.place?.about ?? member.summary,
      })),
    }),
  );
  const contents: DocView = {
    id: undefined,
    title: first?.title ?? strings.docs,
    summary: first?.summary ?? strings.docsLead,
    html: '',
    headings: [],
    groups,
    search,
    previous: undefined,
    next: undefined,
  };
  return [
    contents,
    ...ordered.map(({ id, title, summary, html, headings, place }, index): DocView => {
      return {
        id,
        title,
        ...(place && { group: place.group }),
        summary,
        html,
        headings: (headings.length < fewestHeadings ? [] : headings).map((heading) => ({
          label: heading.title,
          href: `#${heading.id}`,
        })),
        groups: [],
        search,
        previous: links[index - 1],
        next: links[index + 1],
      };
    }),
  ];
}

const toRank = ({ place }: DocEntry): number => place?.order ?? Infinity;
