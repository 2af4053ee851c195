/**
 * What only all files of a survey together can tell: that every chapter named is there, that a slug names one page,
 * that pages and records belong together.
 */
import type { About, Chapter } from './content.ts';
import type { Place, Report } from './findings.ts';
import type { Page } from './page.ts';
import type { ShownRecord } from './record.ts';
import { checkReferences, collectReferences, type SurveyIndex } from './references.ts';
import type { Survey } from './schema.ts';

/** What the check of the whole needs of a page. */
export type PageInSurvey = Pick<Page, 'path' | 'slug' | 'data' | 'yaml'>;

type Parts = {
  survey: Survey;
  chapters: readonly Chapter[];
  about?: About | undefined;
  pages: readonly PageInSurvey[];
  /** Paths of all files of pages, those too that could not be read. */
  files: readonly string[];
  records: ReadonlyMap<string, ShownRecord>;
};

/** Checks the survey as a whole; every file has been read and checked by itself before. */
export function checkSurvey(parts: Parts, index: SurveyIndex, report: Report): void {
  checkChapterOrder(parts, report);
  for (const { path, tree } of [...parts.chapters, ...(parts.about ? [parts.about] : [])]) {
    checkReferences(path, collectReferences(tree.children), index, report);
  }
  checkSlugs(parts.pages.map(toNamed), parts.records.values(), report);
  checkRecords(parts, report);
}

/** The chapters that survey.yml names are those that have files. */
export function checkChapterOrder(
  { survey, chapters }: Pick<Parts, 'survey'> & { chapters: readonly Pick<Chapter, 'id' | 'path'>[] },
  report: Report,
): void {
  const files = new Set(chapters.map(({ id }) => id));
  for (const id of survey.chapters.filter((name) => !files.has(name))) {
    report.add('chapter-known', 'survey.yml', undefined, {
      message: `Missing file of the chapter "${id}"`,
      expected: `chapters/${id}.mdx`,
      hint: 'Write the chapter, or take it out of survey.yml.',
    });
  }
  for (const { id, path } of chapters.filter((chapter) => !survey.chapters.includes(chapter.id))) {
    report.add('chapter-known', path, undefined, {
      message: `Unexpected chapter "${id}", which survey.yml does not name`,
      expected: `one of ${survey.chapters.join(', ')}`,
      hint: `Add "${id}" to the chapters of survey.yml, in its place of the order.`,
    });
  }
}

/** The names by which a page is reached, and where each alias stands, if that is known. */
export type NamedPage = {
  path: string;
  slug: string;
  aliases: readonly string[];
  placeOfAlias(index: number): Place;
};

function toNamed(page: PageInSurvey): NamedPage {
  const { path, slug, data } = page;
  // The YAML of a page may be parsed only when it is asked for, so it is asked for places only.
  const placeOfAlias = (index: number): Place => page.yaml.placeOf(['aliases', index]);
  return { path, slug, aliases: data.aliases ?? [], placeOfAlias };
}

/** A slug and an alias are addresses: each leads to one page, those of a withdrawn one to what says so. */
export function checkSlugs(
  pages: readonly NamedPage[],
  records: Iterable<ShownRecord>,
  report: Report,
): void {
  const owners = new Map<string, string>();
  for (const { slug, withdrawn } of records) {
    for (const alias of withdrawn?.aliases ?? []) owners.set(alias, `the withdrawn paper ${slug}`);
  }
  const claim = (name: string, { path }: NamedPage, place: Place): void => {
    const owner = owners.get(name);
    if (owner === undefined) {
      owners.set(name, path);
      return;
    }
    report.add('slug-unique', path, place, {
      message: `Unexpected second use of the name "${name}", which is that of ${owner}`,
      expected: 'a name that no other page or alias has',
      hint: 'Rename or remove one of the two.',
    });
  };
  for (const page of pages) claim(page.slug, page, undefined);
  for (const page of pages) {
    for (const [index, alias] of page.aliases.entries()) claim(alias, page, page.placeOfAlias(index));
  }
}

/** Pages are the records that are not withdrawn, no more and no less. */
export function checkRecords({ files, records }: Pick<Parts, 'files' | 'records'>, report: Report): void {
  const pages = files.map((path) => ({ path, slug: path.replace(/^.*\//, '').replace(/\.mdx$/, '') }));
  const slugs = new Set(pages.map(({ slug }) => slug));
  for (const [slug, record] of records) {
    if (record.withdrawn || slugs.has(slug)) continue;
    report.add('record-has-page', `records/${slug}.json`, undefined, {
      message: `Missing page of the record "${slug}"`,
      expected: `papers/<chapter>/${slug}.mdx`,
      hint: `Run scholium generate, or: scholium withdraw ${slug} --why "…"`,
    });
  }
  for (const { slug, path } of pages) {
    const record = records.get(slug);
    if (record === undefined) {
      report.add('record-has-page', path, undefined, {
        message: `Missing record of the page "${slug}"`,
        expected: `records/${slug}.json`,
        hint: 'Add papers with scholium new; after renaming a page run scholium generate.',
      });
    } else if (record.withdrawn) {
      report.add('record-has-page', path, undefined, {
        message: `Unexpected page of the withdrawn record "${slug}"`,
        expected: 'no page',
        hint: 'Remove the page.',
      });
    }
  }
}
