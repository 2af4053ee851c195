/**
 * Pages of papers: read and checked by the contract, never evaluated, and set as HTML as soon as they are read, so that the
 * tree of one page is held at a time. Both halves are kept by digest: what a page says by its source, its HTML by its source
 * and by everything else that the HTML shows.
 */
import type { PhrasingContent, RootContent } from 'mdast';
import { hasErrors, makeReport, type Report } from '../contract/findings.ts';
import { readFrontMatter, readPage, type FrontMatterSource, type Page } from '../contract/page.ts';
import { toReadable } from '../contract/readable-math.ts';
import {
  checkFiling,
  checkNotes,
  checkReferences,
  collectReferences,
  type Reference,
  type SurveyIndex,
} from '../contract/references.ts';
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
import { settings } from '../lib/settings.ts';
import { openCache } from './cache.ts';
import { readText } from './files.ts';
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

/** What stands beside the source of a page: what it may name, and what shows in its HTML. */
export type PaperSetting = {
  index: SurveyIndex;
  citations: Citations;
  /** Whether the HTML of a page is needed. */
  isShown(slug: string): boolean;
  terms: TermLinks;
  rolesOf(slug: string): readonly RoleRange[];
  restorationOf(slug: string): Restoration;
};

export type LoadedPaper = PageInSurvey & {
  text: PaperText;
  digest: string;
  /** The tree of a page that was read just now, until its HTML is made of it. */
  read?: (() => Page | undefined) | undefined;
  /** Empty where the HTML is not needed. */
  htmlDigest: string;
};

const texts = openCache<PaperText>('texts');

/** Reads one page, and checks what it says by itself; `undefined` after a finding where it cannot be read. */
export function readPaper(path: string, source: string, report: Report): LoadedPaper | undefined {
  const digest = toDigest(path, source);
  const kept = texts.read(digest);
  if (kept) return toPaper(path, digest, kept, () => readPage(path, source, makeReport()));
  const own = makeReport();
  const page = readTree(path, source, own);
  report.findings.push(...own.findings);
  if (!page || hasErrors(own.findings)) return undefined;
  const text = toPaperText(page);
  if (own.findings.length === 0) texts.write(digest, text);
  return toPaper(path, digest, text, () => page);
}

/** Checks what a page names, and sets it. */
export function setPaper(paper: LoadedPaper, setting: PaperSetting, report: Report): void {
  const own = makeReport();
  checkFiling(paper, setting.index, own);
  checkReferences(paper.path, paper.text.references, setting.index, own);
  report.findings.push(...own.findings);
  const isSet = !hasErrors(own.findings) && setting.isShown(paper.slug);
  paper.htmlDigest = isSet ? renderPaper(paper, setting) : '';
  delete paper.read;
}

/** What is kept of a page that was read before. */
export function findText(path: string, source: string): PaperText | undefined {
  return texts.read(toDigest(path, source));
}

/** The name of a page in its address. */
export function toSlug(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.mdx$/, '');
}

const toDigest = (path: string, source: string): string => digestOf([path, source, digestOfCode()]);

/** Front matter of pages that are read later; of a few, for YAML with places is large. */
const readAhead = new Map<string, { source: string; front: FrontMatterSource }>();
const mostAhead = 256;

/** The front matter of a page that another one cites, before the page itself is read. */
export function readFrontAhead(path: string, source: string): FrontMatterSource | undefined {
  const report = makeReport();
  const front = readFrontMatter(path, source, report);
  if (front && report.findings.length === 0 && readAhead.size < mostAhead) {
    readAhead.set(path, { source, front });
  }
  return front;
}

function readTree(path: string, source: string, report: Report): Page | undefined {
  const ahead = readAhead.get(path);
  readAhead.delete(path);
  const page = readPage(path, source, report, ahead?.source === source ? ahead.front : undefined);
  if (page) checkNotes(page, report);
  return page;
}

function toPaper(path: string, digest: string, text: PaperText, read: LoadedPaper['read']): LoadedPaper {
  return {
    path,
    slug: toSlug(path),
    digest,
    text,
    data: text.data,
    read,
    htmlDigest: '',
    // Only a finding asks for places, so the YAML is parsed only then.
    get yaml() {
      const report = makeReport();
      const front = readFrontMatter(path, readText(settings.content, path, report) ?? '', report);
      if (!front) throw new Error(`The front matter of ${path} can no longer be read`);
      return front.yaml;
    },
  };
}

/** The digest of the HTML of a page, made first where it is not kept. */
function renderPaper(paper: LoadedPaper, setting: PaperSetting): string {
  const { path, digest, text, read = () => readAgain(paper) } = paper;
  const own = tellApart(setting.citations, text.references);
  const named = text.references.map(({ kind, id }) => own[kind](id));
  const sources = toHtmlSources(path, digest, setting, named);
  const known = paperHtml.find(sources);
  if (known !== undefined) return known;
  const page = read();
  if (!page) throw new Error(`${path} can no longer be read`);
  return paperHtml.write(sources, toPaperHtml(page, setting, own));
}

/** A page that is shown anew for what stands beside it; of what somebody wrote meanwhile, no HTML is kept under its digest. */
function readAgain({ path, digest }: LoadedPaper): Page | undefined {
  const report = makeReport();
  const source = readText(settings.content, path, report) ?? '';
  return toDigest(path, source) === digest ? readPage(path, source, report) : undefined;
}

/** The HTML of a page shows its source, the roles of its sentences, what was restored, links to terms, and how what it names is called. */
function toHtmlSources(
  path: string,
  digest: string,
  { terms, rolesOf, restorationOf }: PaperSetting,
  named: readonly (Citation | string)[],
): string {
  const slug = toSlug(path);
  return digestOf([digest, rolesOf(slug), restorationOf(slug), terms.key, named]);
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
