/** The pages of the documentation as plain values; the first of them lists the others. */
import { docPath, href } from './links.ts';
import type { LinkView } from './site-view.ts';
import { strings } from './strings.ts';
import type { Survey } from './survey.ts';

export type DocView = {
  /** `undefined` for the first page. */
  id: string | undefined;
  title: string;
  summary: string;
  html: string;
  others: (LinkView & { summary: string })[];
};

/** No pages where there is no documentation; a first page is made where no README is one. */
export function toDocViews({ docs }: Survey): DocView[] {
  const others = docs
    .filter(({ id }) => id !== '')
    .map(({ id, title, summary }) => ({ label: title, href: href(docPath(id)), summary }));
  const pages = docs.map(({ id, title, summary, html }): DocView =>
    id === '' ? { id: undefined, title, summary, html, others } : { id, title, summary, html, others: [] },
  );
  if (docs.length === 0 || pages.some(({ id }) => id === undefined)) return pages;
  return [{ id: undefined, title: strings.docs, summary: strings.docsLead, html: '', others }, ...pages];
}
