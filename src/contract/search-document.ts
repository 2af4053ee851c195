/** What the search index holds of a paper: made from the page's fields by rules that are the same for all papers. */
import { readFormula } from './readable-math.ts';
import type { FrontMatter } from './schema.ts';

/** The shape that Pagefind takes. Every value is plain text; formulas stand in it once, in readable form. */
export type SearchDocument = {
  url: string;
  language: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  sort: Record<string, string>;
};

export type SearchablePaper = {
  /** From the root of the site. */
  url: string;
  language: string;
  data: FrontMatter;
  title: { html: string; text: string };
  abstract: string;
  chapterTitle: string;
};

export const kinds = ['paper', 'chapter', 'doc'] as const;
export type Kind = (typeof kinds)[number];

export function toSearchDocument(paper: SearchablePaper): SearchDocument {
  const { url, language, data, title, abstract, chapterTitle } = paper;
  const { authors = [], year, venue, arxiv, method } = data;
  return {
    url,
    language,
    content: abstract,
    meta: known({
      title: title.text,
      // What the page writes, where that is more than plain text: for those who ask for the title as data.
      ...(data.title === title.text ? {} : { markdown: data.title }),
      kind: 'paper' satisfies Kind,
      authors: authors.join(', '),
      year: year?.toString(),
      venue,
      arxiv,
      method: method && readMarkdownLine(method),
    }),
    filters: {
      kind: ['paper' satisfies Kind],
      chapter: [chapterTitle],
      section: [`${chapterTitle} › ${data.section}`],
      ...(year === undefined ? {} : { year: [String(year)] }),
    },
    sort: known({ year: year?.toString() }),
  };
}

/** Without what is not known. */
function known(entries: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(entries).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

function readMarkdownLine(markdown: string): string {
  return markdown.replace(/\$([^$]+)\$/g, (_, tex: string) => readFormula(tex)).replace(/\\(?=\W)/g, '');
}
