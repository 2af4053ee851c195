/** A paper as data: what the survey gives away, one paper a line, every key always. */
import { z } from 'astro/zod';
import { foldAbstract } from './page.ts';
import type { Listed } from './record.ts';
import { contributions, type FrontMatter } from './schema.ts';

const markdown = 'Markdown with $math$';
const known = (meaning: string) => z.string().nullable().describe(`${meaning}; null where it is not known`);
const list = (meaning: string) => z.array(z.string()).describe(meaning);

export const exportedPaperSchema = z.strictObject({
  slug: z.string().describe('Name of the paper in this survey and key of its citations; it never changes'),
  title: z.string().describe(markdown),
  abstract: z.string().describe(`${markdown}; paragraphs are apart by an empty line`),
  chapter: z.string().describe('Id of the chapter where the paper is filed'),
  section: z.string().describe('Name of the section of the chapter'),
  also: list('Ids of further chapters that the paper belongs to'),
  authors: list('Names as printed, in order'),
  year: z.int().nullable().describe('Year of the first preprint; null where it is not known'),
  venue: known('Where the paper was published, with the year of the venue'),
  arxiv: known('arXiv id without version'),
  doi: known('DOI'),
  openreview: known('OpenReview id'),
  code: known('Address of code that the abstract gives'),
  repository: known('Address of code that is known from elsewhere'),
  method: known(`Name of the method, system or dataset that the paper introduces, ${markdown}`),
  contribution: z.enum(contributions).nullable().describe('Kind of contribution'),
  benchmarks: list('Benchmarks, datasets and environments that the paper measures itself on'),
  buildsOn: list('Slugs of papers of this survey that it builds on'),
  headline: known(`The sentence of the abstract that states the main result, ${markdown}`),
  published: known('Month of the first preprint (2023-06), or its year'),
  added: known('Day of the first capture that shows the paper'),
  extra: z
    .record(z.string(), z.string())
    .describe("What bibliographies say besides, under the names of CSL's variables or the source's own"),
});
export type ExportedPaper = z.infer<typeof exportedPaperSchema>;

type Source = {
  slug: string;
  data: FrontMatter;
  /** As it stands on the page. */
  abstract: string;
  published?: string | undefined;
  added?: string | undefined;
  listed?: Pick<Listed, 'extra'> | undefined;
};

export function toExportedPaper({ slug, data, abstract, published, added, listed }: Source): ExportedPaper {
  return {
    slug,
    title: data.title,
    abstract: foldAbstract(abstract),
    chapter: data.chapter,
    section: data.section,
    also: data.also ?? [],
    authors: data.authors ?? [],
    year: data.year ?? null,
    venue: data.venue ?? null,
    arxiv: data.arxiv ?? null,
    doi: data.doi ?? null,
    openreview: data.openreview ?? null,
    code: data.code ?? null,
    repository: data.repository ?? null,
    method: data.method ?? null,
    contribution: data.contribution ?? null,
    benchmarks: data.benchmarks ?? [],
    buildsOn: data.buildsOn ?? [],
    headline: data.headline ?? null,
    published: published ?? null,
    added: added ?? null,
    extra: listed?.extra ?? {},
  };
}
