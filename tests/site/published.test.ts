/** What the built sites give to machines, beside their pages and in the heads of them. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { listTags } from '../../scripts/check/html.ts';
import { exportedPaperSchema, type ExportedPaper } from '../../src/contract/exported-paper.ts';
import { listFiles } from '../../src/load/files.ts';
import { scholium } from '../pipeline/command-line.ts';
import type { BuiltSite } from '../support/built-sites.ts';

const sites = Object.entries(inject('sites'));
const { real, fixture } = inject('sites');

const read = ({ folder }: BuiltSite, name: string): string => readFileSync(path.join(folder, name), 'utf8');
const readPapers = (site: BuiltSite): ExportedPaper[] =>
  read(site, 'data/survey.jsonl').trim().split('\n').map((line) => JSON.parse(line)); // prettier-ignore

/** Contents of the `<meta>` tags of a page, by name or property. */
function readMeta(html: string): Map<string, string[]> {
  const metas = new Map<string, string[]>();
  for (const { name, attributes } of listTags(html)) {
    const key = attributes.get('name') ?? attributes.get('property');
    if (name !== 'meta' || key === undefined) continue;
    metas.set(key, [...(metas.get(key) ?? []), attributes.get('content') ?? '']);
  }
  return metas;
}

/** The file that an address of the site leads to; `undefined` for other hosts. */
function toFile(address: string, { base, content }: BuiltSite): string | undefined {
  const origin = /^site: (\S+)/m.exec(readFileSync(path.join(content, 'survey.yml'), 'utf8'))?.[1] ?? '';
  const url = new URL(address, origin);
  if (url.origin !== new URL(origin).origin) return undefined;
  if (!url.pathname.startsWith(base)) return url.pathname;
  const name = decodeURI(url.pathname.slice(base.length));
  return name === '' || name.endsWith('/') ? `${name}index.html` : name;
}

const papersOf = (site: BuiltSite): string[] =>
  listFiles(path.join(site.content, 'papers'), '.mdx').map((name) => path.basename(name, '.mdx'));
const chaptersOf = (site: BuiltSite): string[] =>
  listFiles(path.join(site.content, 'chapters'), '.mdx').map((name) => path.basename(name, '.mdx'));

describe.each(sites)('the site %s', (_, site) => {
  test('has each paper and chapter as BibTeX and Markdown, and a feed of each chapter', () => {
    const expected = [
      ...papersOf(site).flatMap((slug) => [`papers/${slug}.bib`, `papers/${slug}.md`]),
      ...chaptersOf(site).flatMap((id) => ['bib', 'md', 'xml'].map((extension) => `chapters/${id}.${extension}`)),
      ...['feed.xml', 'changes.xml', 'llms.txt', 'robots.txt', 'sitemap-index.xml'],
    ];
    expect(expected.filter((name) => !existsSync(path.join(site.folder, name)))).toEqual([]);
  });

  test('leads nowhere in feeds, sitemap, Markdown and llms.txt', () => {
    const names = [
      ...listFiles(site.folder, '.xml'),
      ...listFiles(site.folder, '.md'),
      ...['llms.txt', 'robots.txt'],
    ];
    const origin = new URL(/^site: (\S+)/m.exec(readFileSync(path.join(site.content, 'survey.yml'), 'utf8'))?.[1] ?? '').origin;
    const text = names.map((name) => read(site, name).replace(/\S+<slug>\S+/g, '')).join('\n');
    const addresses = [...text.matchAll(/https?:\/\/[^\s<>()"\]]+/g)].map(([address]) => address);
    const own = [...new Set(addresses.filter((address) => address.startsWith(origin)))];
    expect(own.length).toBeGreaterThan(papersOf(site).length);
    expect(own.filter((address) => !existsSync(path.join(site.folder, toFile(address, site) ?? '')))).toEqual([]);
  });

  test('has the survey as data: the same as the command line exports, with checksums', () => {
    const sums = read(site, 'data/SHA256SUMS').trim().split('\n').map((line) => line.split('  '));
    expect(sums.map(([, name]) => name)).toEqual(['survey.jsonl', 'survey.csv', 'survey.bib', 'survey.ris', 'survey.csl.json', 'schema.json']);
    for (const [sum, name = ''] of sums) {
      expect(createHash('sha256').update(read(site, `data/${name}`)).digest('hex')).toBe(sum);
      expect(read(site, 'data/index.html')).toContain(`href="${site.base}data/${name}"`);
    }
  });

  test('names each page as its own canonical address, with a picture of 1200 by 630 pixels', () => {
    const pages = listFiles(site.folder, '.html').filter((name) => !readMeta(read(site, name)).has('robots'));
    const pictures = new Set<string>();
    for (const name of pages) {
      const html = read(site, name);
      const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? '';
      expect(toFile(canonical, site), name).toBe(name);
      expect(readMeta(html).get('og:url')).toEqual([canonical]);
      pictures.add(toFile(readMeta(html).get('og:image')?.[0] ?? '', site) ?? '');
    }
    expect([...pictures].sort()).toEqual(['survey', ...chaptersOf(site)].map((id) => `og/${id}.png`).sort());
    for (const name of pictures) {
      const png = readFileSync(path.join(site.folder, name));
      expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 1200, 630]);
    }
  });
}); // prettier-ignore

test.each(['jsonl', 'csv', 'bibtex', 'ris', 'csl-json'])('%s is what scholium export writes', (format) => {
  const names: Record<string, string> = { bibtex: 'bib', 'csl-json': 'csl.json' };
  const { stdout, stderr } = scholium(['export', '--format', format, '--content', fixture.content]);
  expect(stderr).toBe('');
  expect(read(fixture, `data/survey.${names[format] ?? format}`)).toBe(stdout);
});

test('the schema describes every line of the data', () => {
  const schema = JSON.parse(read(real, 'data/schema.json')) as { required: string[]; properties: object };
  expect(Object.keys(schema.properties)).toEqual(schema.required);
  for (const paper of readPapers(real)) {
    expect(Object.keys(paper)).toEqual(schema.required);
    expect(exportedPaperSchema.safeParse(paper).success).toBe(true);
  }
});

test('a chapter’s BibTeX has the papers filed in it', () => {
  const papers = readPapers(real);
  for (const id of chaptersOf(real)) {
    const keys = [...read(real, `chapters/${id}.bib`).matchAll(/^@\w+\{([^,]+),/gm)].map(([, key]) => key);
    expect(keys).toEqual(papers.filter(({ chapter }) => chapter === id).map(({ slug }) => slug));
  }
});

test('the head of every paper says what it is, each author once, each formula once', () => {
  for (const { slug, authors, venue, arxiv, doi } of readPapers(real)) {
    const meta = readMeta(read(real, `papers/${slug}/index.html`));
    expect(meta.get('citation_author') ?? [], slug).toHaveLength(authors.length);
    expect(meta.get('citation_title'), slug).toHaveLength(1);
    const venues = [...(meta.get('citation_conference_title') ?? []), ...(meta.get('citation_journal_title') ?? [])];
    expect(venues, slug).toHaveLength(venue === null ? 0 : 1);
    expect(meta.get('DC.type'), slug).toEqual(venue === null ? [arxiv === null ? 'document' : 'preprint'] : undefined);
    expect(meta.get('citation_doi'), slug).toEqual(doi ?? arxiv ? [doi ?? `10.48550/arXiv.${arxiv}`] : undefined);
    expect(meta.get('og:type'), slug).toEqual(['article']);
    // Zotero would take the name of the site for that of the proceedings.
    expect(meta.has('og:site_name'), slug).toBe(false);
    expect(meta.get('citation_abstract')?.[0], slug).not.toMatch(/\\[a-z]+\{|<\w+>.*<\/\w+>/);
  }
  const meta = readMeta(read(fixture, 'papers/unknotting/index.html'));
  expect(meta.get('citation_title')).toEqual(['Unknotting in n^O( log n) moves']);
  expect(meta.get('citation_conference_title')).toEqual(['Conference on Knots (Knots)']);
}); // prettier-ignore

test('every paper is described as a scholarly article that its page is about', () => {
  for (const { slug, arxiv } of readPapers(real)) {
    const html = read(real, `papers/${slug}/index.html`);
    const linked = JSON.parse(
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}',
    );
    expect(linked, slug).toMatchObject({ '@type': 'WebPage', about: { '@type': 'ScholarlyArticle' } });
    expect(html).toContain(`<link rel="canonical" href="${linked.url}"`);
    if (arxiv !== null) expect(linked.about.sameAs).toContain(`https://arxiv.org/abs/${arxiv}`);
  }
});

test('a hostile title stays text in JSON-LD', () => {
  const html = read(fixture, 'papers/harbour-nine/index.html');
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  expect(json).not.toContain('<');
  expect(JSON.parse(json).about.name).toBe('Harbour-9, a set of nine harbours with import <and> export');
});

test('a page shows how to cite it without a script, in the words of its files', () => {
  const html = read(fixture, 'papers/unknotting/index.html');
  const cite = html.slice(html.indexOf('id="cite"'));
  const shown = [...cite.matchAll(/<pre[^>]*>([\s\S]*?)<\/pre>/g)].map(([, text = '']) => decode(text));
  expect(shown[0]).toBe(read(fixture, 'papers/unknotting.bib'));
  expect(read(fixture, 'data/survey.ris')).toContain(shown[1]);
  expect(JSON.parse(read(fixture, 'data/survey.csl.json'))).toContainEqual(JSON.parse(shown[2] ?? '')[0]);
  expect(decode(cite)).toContain('Inga Qvist (2020). Unknotting in n^O( log n) moves. Conference on Knots (Knots). https://openreview.net/forum?id=kn0tsABCDEF');
  expect(html).toContain('href="#cite"');
}); // prettier-ignore

function decode(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#34;', '"').replaceAll('&amp;', '&').replaceAll('&#38;', '&');
} // prettier-ignore

test('the Markdown of a paper has its notes, and of a chapter its citations, without components', () => {
  const paper = read(fixture, 'papers/forty-constituents.md');
  expect(paper).toMatch(/^# Forty constituents are enough for \$\\epsilon\$-accurate tables\n/);
  expect(paper).toContain('- **Authors:** Ada van der Meer, Jón Þórsson, Li Na, Émile Ollivier\n');
  expect(paper).toMatch(/## Notes\n\n> \*On “/);
  const chapter = read(fixture, 'chapters/tides.md');
  expect(chapter).toContain('asked again by [van der Meer et al. 2021](https://fixture.example.org/papers/forty-constituents/)');
  for (const name of listFiles(fixture.folder, '.md')) expect(read(fixture, name)).not.toMatch(/<(?:Cite|Note|Term)\b/);
}); // prettier-ignore

test('what changed is told by day, with corrections and what was withdrawn', () => {
  const page = read(fixture, 'changes/index.html').replace(/\s+/g, ' ');
  expect(page).toMatch(/id="added-2024-01-02"[^>]*> ?<summary> ?Captured 2 January 2024/);
  expect(page).toMatch(/id="corrected-slow-delta".{0,400}Title/);
  expect(page).toMatch(/id="corrected-unknotting".{0,9000}the abstract as published/);
  expect(page).toMatch(/gone-paper<\/a>: The authors asked for it\./);
  const feed = read(fixture, 'changes.xml');
  const dates = [...feed.matchAll(/<pubDate>([^<]+)/g)].map(([, date = '']) => new Date(date).toISOString().slice(0, 10));
  expect(new Set(dates)).toEqual(new Set(['2024-05-06', '2024-01-02']));
  expect(feed).toContain('<guid isPermaLink="false">withdrawn-gone-paper</guid>');
}); // prettier-ignore

test('feeds are dated by captures, newest first, and bounded', () => {
  const feed = read(real, 'feed.xml');
  const dates = [...feed.matchAll(/<pubDate>([^<]+)/g)].map(([, date = '']) => Date.parse(date));
  expect(dates).toEqual(dates.toSorted((a, b) => b - a));
  expect(feed.match(/<item>/g)?.length).toBe(Math.min(100, readPapers(real).length));
  const added = new Set(readPapers(real).map((paper) => paper.added && Date.parse(paper.added)));
  expect(dates.filter((date) => !added.has(date))).toEqual([]);
});

test('a withdrawn paper has a page that says so, and nothing else', () => {
  expect(read(fixture, 'papers/gone-paper/index.html')).toContain('The authors asked for it.');
  for (const extension of ['bib', 'md']) expect(existsSync(path.join(fixture.folder, `papers/gone-paper.${extension}`))).toBe(false);
  expect(read(fixture, 'data/survey.jsonl')).not.toContain('gone-paper');
}); // prettier-ignore

test('data in a page are no script: the policy names as many scripts as before', () => {
  const policyOf = (name: string) =>
    /script-src ([^;"]*)/.exec(read(real, name))?.[1]?.match(/'sha256-/g)?.length;
  expect(policyOf(`papers/${papersOf(real)[0]}/index.html`)).toBe(policyOf('about/index.html'));
});
