/**
 * Pages of papers: read and checked by the contract, never evaluated, and set as HTML. Both halves are kept by digest:
 * what a page says by its source, its HTML by its source and by everything else that the HTML shows.
 */
import type { PhrasingContent, RootContent } from 'mdast';
import { hasErrors, makeReport, type Report } from '../contract/findings.ts';
import { readFrontMatter, readPage, type Page } from '../contract/page.ts';
import { toReadable } from '../contract/readable-math.ts';
import { checkNotes, collectReferences, type Reference } from '../contract/references.ts';
import type { FrontMatter } from '../contract/schema.ts';
import type { PageInSurvey } from '../contract/survey.ts';
import { tellApart, type Citation } from '../lib/citation.ts';
import { digestOf, digestOfCode } from '../lib/digest.ts';
import { hasText, renderBlocks, renderTitle } from '../markdown/html.ts';
import type { Citations } from '../markdown/cite.ts';
import { markPassages, takeNotes } from '../contract/passages.ts';
import { listRestored, type Restoration } from '../markdown/restored.ts';
import { markSentences, type RoleRange } from '../markdown/sentences.ts';
import type { TermLinks } from '../markdown/terms.ts';
import { openCache } from './cache.ts';
import { paperHtml, type PaperHtml } from './kept-html.ts';

/** What a page says, for lists, for search and for other pages. */
export type PaperText = {
  data: FrontMatter;
  references: Reference[];
  title: { html: string; text: string };
  method?: string;
  headline?: { html: string; text: string };
  abstract: string;
  /** The abstract as it stands on the page, Markdown. */
  markdown: string;
  /** What people wrote below it, as a tree without places; absent where there is nothing. */
  body?: RootContent[];
};

/** What stands beside the source of a page and shows in its HTML. */
export type PaperSetting = {
  terms: TermLinks;
  rolesOf(slug: string): readonly RoleRange[];
  restorationOf(slug: string): Restoration;
};

export type LoadedPaper = PageInSurvey & {
  text: PaperText;
  source: string;
  digest: string;
  /** The tree of a page that was read just now, until its HTML is made of it. */
  page?: Page | undefined;
};

/** What is kept of a page, and the page itself where it had to be read. */
type Read = { text: PaperText; page?: Page };

const texts = openCache<PaperText>('texts');

/** Reads one page; `undefined` after a finding where it cannot be read. */
export function loadPaper(path: string, source: string, report: Report): LoadedPaper | undefined {
  const digest = digestOf([path, source, digestOfCode()]);
  const kept = texts.read(digest);
  const read: Read | undefined = kept ? { text: kept } : readPaper(path, source, digest, report);
  if (!read) return undefined;
  return {
    ...read,
    path,
    slug: toSlug(path),
    source,
    digest,
    data: read.text.data,
    // Only a finding asks for places, so the YAML of a page that was read before is parsed only then.
    get yaml() {
      const front = readFrontMatter(path, source, makeReport());
      if (!front) throw new Error(`The front matter of ${path} can no longer be read`);
      return front.yaml;
    },
  };
}

/** The name of a page in its address. */
export function toSlug(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.mdx$/, '');
}

/** The digest of the HTML of a page, made first where it is not kept. */
export function renderPaper(paper: LoadedPaper, setting: PaperSetting, citations: Citations): string {
  const { path, source, text } = paper;
  const own = tellApart(citations, text.references);
  const named = text.references.map(({ kind, id }) => own[kind](id));
  const sources = toHtmlSources(paper, setting, named);
  const known = paperHtml.find(sources);
  if (known !== undefined) return known;
  const page = paper.page ?? readPage(path, source, makeReport());
  delete paper.page;
  if (!page) throw new Error(`${path} can no longer be read`);
  return paperHtml.write(sources, toPaperHtml(page, setting, own));
}

/** The HTML of a page shows its source, the roles of its sentences, what was restored, links to terms, and how what it names is called. */
function toHtmlSources(
  { digest, path }: Pick<LoadedPaper, 'digest' | 'path'>,
  { terms, rolesOf, restorationOf }: PaperSetting,
  named: readonly (Citation | string)[],
): string {
  const slug = toSlug(path);
  return digestOf([digest, rolesOf(slug), restorationOf(slug), terms.key, named]);
}

function readPaper(path: string, source: string, digest: string, report: Report): Read | undefined {
  const own = makeReport();
  const page = readPage(path, source, own);
  if (page) checkNotes(page, own);
  report.findings.push(...own.findings);
  if (!page || hasErrors(own.findings)) return undefined;
  const text = toPaperText(page);
  if (own.findings.length === 0) texts.write(digest, text);
  return { text, page };
}

function toPaperText({ data, lines, abstract, body, source, abstractRange }: Page): PaperText {
  const { method, headline } = data;
  return {
    data,
    references: collectReferences([...abstract, ...body]),
    title: toLine(lines.title),
    ...(method === undefined ? {} : { method: toReadable(lines.method) }),
    ...(headline === undefined ? {} : { headline: toLine(lines.headline) }),
    abstract: toReadable(abstract),
    markdown: source.slice(abstractRange.start, abstractRange.end),
    ...(body.length > 0 ? { body: withoutPlaces(body) } : {}),
  };
}

function withoutPlaces(blocks: readonly RootContent[]): RootContent[] {
  return JSON.parse(
    JSON.stringify(blocks, (key, value: unknown) => (key === 'position' ? undefined : value)),
  );
}

function toLine(nodes: readonly PhrasingContent[]): { html: string; text: string } {
  return { html: renderTitle(nodes), text: toReadable(nodes) };
}

function toPaperHtml(
  page: Page,
  { terms, rolesOf, restorationOf }: PaperSetting,
  citations: Citations,
): PaperHtml {
  const restored = listRestored(page, restorationOf(page.slug));
  const linker = terms.startPage();
  for (const { kind, id } of collectReferences([...page.abstract, ...page.body])) {
    if (kind === 'term') linker.skip(id);
  }
  const { notes, rest } = takeNotes(page.body);
  const marked = markSentences(page, rolesOf(page.slug));
  const abstract = markPassages(page.abstract, notes);
  for (const children of [abstract, ...notes.map((note) => note.children), rest]) linker.link({ children });
  return {
    abstract: renderBlocks(abstract, citations),
    ...marked,
    restored,
    notes: notes.map(({ number, children }) => ({ number, html: renderBlocks(children, citations) })),
    body: hasText(rest) ? renderBlocks(rest, citations) : '',
  };
}
