/** Every paper and every chapter as Markdown. */
import type { SiteFile } from '../complete/site-folder.ts';
import { toReference } from '../contract/citations/reference.ts';
import { collectReferences, type Reference } from '../contract/references.ts';
import { toCitation, toWorkCitation } from '../lib/citation.ts';
import { digestOf, digestOfCode } from '../lib/digest.ts';
import { besidePath, chapterPath, paperPath } from '../lib/links.ts';
import { strings } from '../lib/strings.ts';
import { publishPapers } from '../load/publish.ts';
import type { LoadedPaper } from '../load/papers.ts';
import type { LoadedSurvey } from '../load/survey.ts';
import type { PublishedPaper } from '../contract/survey-files.ts';
import { toPlainMarkdown, type NamedThings } from './plain-markdown.ts';
import { makeAbsolute } from './site.ts';

type Setting = {
  survey: LoadedSurvey;
  bySlug: ReadonlyMap<string, LoadedPaper>;
  named: NamedThings;
  address(path: `/${string}`): string;
};

export async function listMarkdown(survey: LoadedSurvey): Promise<SiteFile[]> {
  const address = makeAbsolute(survey);
  const bySlug = new Map(survey.papers.map((paper) => [paper.slug, paper]));
  const named: NamedThings = {
    paper: (slug) => ({ ...toCitation(slug, find(bySlug, slug).text), href: address(paperPath(slug)) }),
    work: (key) => toWorkCitation(find(survey.works, key)),
  };
  const setting = { survey, bySlug, named, address };
  const published = await publishPapers(survey);
  return [
    ...published.map((paper) => ({
      path: besidePath(paperPath(paper.row.slug), 'md'),
      key: digestOf([paper, listShown(paper, setting), digestOfCode()]),
      make: () => writePaper(paper, setting),
    })),
    ...survey.chapters.map(({ id }) => ({
      path: besidePath(chapterPath(id), 'md'),
      key: digestOf([listShownOfChapter(id, published, setting), digestOfCode()]),
      make: () => writeChapter(id, published, setting),
    })),
  ];
}

/** What the file of a paper shows beside the paper itself: where it stands, and how it calls others. */
function listShown({ row }: PublishedPaper, { survey, bySlug, named, address }: Setting): unknown[] {
  const { body = [], references } = find(bySlug, row.slug).text;
  const names = toNames(references, named);
  const bases = row.buildsOn.map((slug) => find(bySlug, slug).text.title.text);
  return [address('/'), findChapter(row.chapter, survey).title, bases, body, names];
}

function writePaper({ row, item, bibtex }: PublishedPaper, { survey, bySlug, named, address }: Setting): string {
  const { body } = find(bySlug, row.slug).text;
  const chapter = findChapter(row.chapter, survey);
  const link = (slug: string) => `[${escapeLine(find(bySlug, slug).text.title.text)}](${address(paperPath(slug))})`;
  const { glance } = strings;
  const facts: (readonly [string, string | null | undefined])[] = [
    [strings.authors, row.authors.join(', ')],
    [glance.venue, row.venue],
    [glance.year, row.published ?? row.year?.toString()],
    ['arXiv', row.arxiv && `<https://arxiv.org/abs/${row.arxiv}>`],
    [strings.links.doi, item.DOI && `<https://doi.org/${encodeURI(item.DOI)}>`],
    [strings.links.openreview, row.openreview && `<https://openreview.net/forum?id=${row.openreview}>`],
    [strings.chapter, `[${chapter.title}](${address(chapterPath(chapter.id))}), ${row.section}`],
    [glance.method, row.method],
    [glance.contribution, row.contribution && strings.contributions[row.contribution]],
    [glance.benchmarks, row.benchmarks.map(escapeLine).join(', ')],
    [glance.code, [row.code, row.repository].flatMap((url) => (url ? [`<${url}>`] : [])).join(', ')],
    [strings.result, row.headline],
    [strings.buildsOn, row.buildsOn.map(link).join('; ')],
    [strings.page, `<${address(paperPath(row.slug))}>`],
  ];
  const lines = facts.flatMap(([label, value]) => (value ? [`- **${label}:** ${value}\n`] : []));
  return [
    `# ${row.title}\n`,
    lines.join(''),
    `## ${strings.abstract}\n`,
    `${row.abstract}\n`,
    body ? toPlainMarkdown(body, named) : '',
    `## ${strings.cite.title}\n`,
    `${escapeLine(toReference(item))}\n`,
    `\`\`\`bibtex\n${bibtex}\`\`\`\n`,
    `${strings.rights}\n`,
  ].filter(Boolean).join('\n');
} // prettier-ignore

function writeChapter(id: string, published: readonly PublishedPaper[], { survey, named, address }: Setting): string {
  const { title, scope, sections, tree } = findChapter(id, survey);
  const lists = sections.map(({ name }) => {
    const lines = published
      .filter(({ row }) => row.chapter === id && row.section === name)
      .map(({ row, item }) => {
        const by = [toCitation(row.slug, { data: { authors: row.authors }, title: { text: '' } }).label, row.year]
          .filter(Boolean)
          .join(' ');
        return `- [${escapeLine(item.title)}](${address(besidePath(paperPath(row.slug), 'md'))})${by ? `, ${by}` : ''}\n`;
      });
    return lines.length > 0 ? `## ${name}\n\n${lines.join('')}` : '';
  });
  const narrative = tree.children.length > 0 ? toPlainMarkdown(tree.children, named) : '';
  return [`# ${title}\n`, `${scope}\n`, `<${address(chapterPath(id))}>\n`, narrative, ...lists].filter(Boolean).join('\n');
} // prettier-ignore

/** What the file of a chapter shows: its own, how it calls papers and works, and the papers filed in it. */
function listShownOfChapter(id: string, published: readonly PublishedPaper[], { survey, named, address }: Setting): unknown[] {
  const { source, tree } = findChapter(id, survey);
  const filed = published
    .filter(({ row }) => row.chapter === id)
    .map(({ row: { slug, section, authors, year }, item: { title } }) => [slug, section, authors, year, title]);
  return [address('/'), source, toNames(collectReferences(tree.children), named), filed];
} // prettier-ignore

function toNames(references: readonly Pick<Reference, 'kind' | 'id'>[], named: NamedThings): unknown[] {
  return references.map(({ kind, id }) => (kind === 'term' ? id : named[kind](id)));
}

function findChapter(id: string, { chapters }: LoadedSurvey): LoadedSurvey['chapters'][number] {
  const found = chapters.find((chapter) => chapter.id === id);
  if (!found) throw new Error(`No chapter ${id}`);
  return found;
}

/** Plain text where Markdown is read. */
function escapeLine(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|$]/g, '\\$&');
}

function find<T>(from: ReadonlyMap<string, T>, name: string): T {
  const found = from.get(name);
  if (found === undefined) throw new Error(`Nothing is named ${name}`);
  return found;
}
