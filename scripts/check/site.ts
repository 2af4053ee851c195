/** Findings over a built site: what only its HTML can tell. */
import { posix } from 'node:path';
import type { Report } from '../../src/contract/findings.ts';
import { toPoint } from '../../src/contract/places.ts';
import { listTags, toVisibleText, type Tag } from './html.ts';

/** Paths below the output folder, with forward slashes; HTML with its text, everything else with an empty one. */
export type SiteFiles = ReadonlyMap<string, string>;

export type SiteContext = {
  /** The path of the site on its host; starts and ends with a slash. */
  base: string;
  /** Pages that must be there, from the root of the site: `/papers/stepmix/`. */
  expected: readonly string[];
};

type Page = { path: string; html: string; tags: Tag[]; ids: Set<string> };

export function checkSite(files: SiteFiles, { base, expected }: SiteContext, report: Report): void {
  const pages = new Map<string, Page>();
  for (const [path, html] of files) {
    if (!path.endsWith('.html')) continue;
    const tags = [...listTags(html)];
    const ids = new Set(tags.flatMap(({ attributes }) => attributes.get('id') ?? []));
    pages.set(path, { path, html, tags, ids });
  }
  checkPresent(files, expected, report);
  for (const page of pages.values()) {
    checkWhole(page, report);
    checkMath(page, report);
    for (const tag of page.tags) checkLink(tag, page, { base, files, pages }, report);
  }
}

function checkPresent(files: SiteFiles, expected: readonly string[], report: Report): void {
  for (const path of expected) {
    const file = `${path.slice(1)}index.html`;
    if (files.has(file)) continue;
    report.add('site-page-present', file, undefined, {
      message: `Missing page ${path}`,
      expected: 'a page for every page of the survey',
      hint: 'Build again; if it stays away, look for warnings of the build.',
    });
  }
}

/** The least that is called a text, in characters. */
const leastText = 20;

function checkWhole({ path, html, tags }: Page, report: Report): void {
  const complain = (message: string, expected: string): void =>
    report.add('site-page-whole', path, undefined, {
      message,
      expected,
      hint: 'Look at the page and its source.',
    });
  const headings = tags.filter(({ name }) => name === 'h1');
  if (headings.length !== 1) complain(`Unexpected number of first headings: ${headings.length}`, 'one h1');
  if (toVisibleText(html, 'h1') === '') complain('Unexpected empty first heading', 'an h1 with text');
  if (toVisibleText(html, 'title') === '') complain('Missing title of the window', 'a title with text');
  if (toVisibleText(html, 'main').length < leastText) complain('Unexpected empty page', 'text in main');
}

function checkMath({ path, html, tags }: Page, report: Report): void {
  for (const { attributes, offset } of tags) {
    if (!/(?:^|\s)katex-error(?:\s|$)/.test(attributes.get('class') ?? '')) continue;
    report.add('site-math-clean', path, toPoint(html, offset), {
      message: `Unexpected formula that could not be set: ${attributes.get('title') ?? ''}`,
      expected: 'formulas that KaTeX can set',
      hint: 'Run scholium check; it names the place in the source.',
    });
  }
}

/** Attributes that lead somewhere, by element. */
const linkAttributes: Record<string, string> = {
  a: 'href',
  link: 'href',
  script: 'src',
  img: 'src',
  form: 'action',
};

type Site = { base: string; files: SiteFiles; pages: ReadonlyMap<string, Page> };

function checkLink(tag: Tag, page: Page, site: Site, report: Report): void {
  const address = tag.attributes.get(linkAttributes[tag.name] ?? '') ?? readRefresh(tag);
  if (address === undefined || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return;
  const reason = findBrokenLink(address, page, site);
  if (reason === undefined) return;
  report.add('site-link-resolves', page.path, toPoint(page.html, tag.offset), {
    message: `Unexpected link to ${address}: ${reason}`,
    expected: 'an address of this site',
    hint: 'Correct the link where it is made; all of them go through href().',
  });
}

function readRefresh({ name, attributes }: Tag): string | undefined {
  if (name !== 'meta' || attributes.get('http-equiv') !== 'refresh') return undefined;
  return /url=(.*)$/.exec(attributes.get('content') ?? '')?.[1];
}

function findBrokenLink(address: string, page: Page, { base, files, pages }: Site): string | undefined {
  const [path = '', anchor] = address.replace(/\?[^#]*/, '').split('#', 2);
  const target = path === '' ? page.path : toFile(decodeURI(path), page.path, base);
  if (target === undefined) return `it is not below ${base}`;
  if (!files.has(target)) return `there is no ${target}`;
  if (!anchor || pages.get(target)?.ids.has(decodeURIComponent(anchor))) return undefined;
  return `${target} has no anchor "${anchor}"`;
}

/** The file that a host of static files answers with. */
function toFile(path: string, from: string, base: string): string | undefined {
  if (path.startsWith('/') && !path.startsWith(base)) return undefined;
  const below = path.startsWith('/') ? path.slice(base.length) : posix.join(posix.dirname(from), path);
  return below === '' || below.endsWith('/') ? `${below}index.html` : below;
}
