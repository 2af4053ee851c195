/**
 * What the files of `content/` hold. Every shape that people edit is a strict zod schema with the meaning of each
 * field, so that the checker, the site and the editor's completion say the same.
 */
import { z } from 'astro/zod';
import { findUnsafeAddress } from './links.ts';
import { slugPattern } from './slug.ts';

export const contributions = [
  'method',
  'theory',
  'benchmark-or-dataset',
  'empirical-study',
  'survey',
  'system',
  'position',
] as const;

const slug = z.string().regex(slugPattern, 'lower-case ASCII words joined by hyphens');
const text = z.string().trim().min(1, 'some text').max(5000, 'at most 5000 characters');
const webAddress = z
  .url({ protocol: /^https?$/, error: 'an address that starts with https:// or http://' })
  .refine((address) => !/\s/.test(address) && !findUnsafeAddress(address), 'an address with a plain host');
const year = z.int().min(1900, 'a year from 1900 on').max(2100, 'a year up to 2100');
const arxivId = z
  .string()
  .regex(
    /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})$/,
    'an arXiv id without version, such as "2306.06265"',
  );
const doi = z.string().regex(/^10\.\d{4,9}\/(?!.*\.\.)[-.;()/:<>[\]\w]+$/, 'a DOI such as "10.1145/3544548"');
const openreviewId = z.string().regex(/^[\w-]{6,}$/, 'an OpenReview id such as "w3iM4WLuvy"');

/** What is known of a paper from outside its listing: checked, with its sources. Pages overrule it. */
const factFields = {
  authors: z
    .array(text)
    .min(1, 'at least one author')
    .optional()
    .describe('Names as the paper prints them, in its order'),
  year: year.optional().describe('Year of the first preprint; a venue carries its own'),
  venue: text.optional().describe('Where it was published, with the year: "ICML 2023"'),
  arxiv: arxivId.optional().describe('arXiv id without version, between quotes: "2306.06265"'),
  doi: doi.optional().describe('DOI of the published version'),
  openreview: openreviewId.optional().describe('What stands behind forum?id= at OpenReview'),
};

/** The front matter of a page. All fields but `title`, `chapter` and `section` may be absent. */
export const frontMatterSchema = z.strictObject({
  title: text.describe('Title, in Markdown with $math$'),
  ...factFields,
  code: webAddress.optional().describe('The address of code that the abstract itself gives'),
  repository: webAddress.optional().describe('Code that is known from the facts only'),
  chapter: slug.describe('The chapter where the paper is filed; equals the folder'),
  section: text.describe('One of the sections of the chapter'),
  also: z
    .array(slug)
    .max(2, 'at most two other chapters')
    .optional()
    .describe('Up to two other chapters that it belongs to'),
  method: text.optional().describe('Name of the method, system or dataset that the paper introduces'),
  contribution: z.enum(contributions).optional().describe('Kind of contribution'),
  benchmarks: z
    .array(text)
    .optional()
    .describe('Benchmarks, datasets and environments that it measures itself on'),
  buildsOn: z.array(slug).optional().describe('Papers of this survey that it builds on, by their slugs'),
  headline: text.optional().describe('The sentence that states the main result'),
  aliases: z.array(slug).optional().describe('Earlier slugs of this page; their addresses redirect'),
});
export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** A cue: a word or phrase of titles and abstracts that speaks for a chapter or section, with an optional weight. */
const cue = z.union([text, z.record(text, z.number())]);

const cues = z.array(cue);

export const chapterSchema = z.strictObject({
  title: text.describe('Title of the chapter'),
  scope: text.describe('What is filed here, in one sentence'),
  cues: cues.optional().describe('What speaks for the chapter in a title or abstract'),
  sections: z
    .array(
      z.strictObject({
        name: text.describe('Name of the section; pages give it as their section'),
        cues: cues.optional().describe('What speaks for the section'),
      }),
    )
    .min(1, 'at least one section')
    .describe('Sections in their order'),
});
export type ChapterFrontMatter = z.infer<typeof chapterSchema>;
export type Cue = z.infer<typeof cue>;

export const surveySchema = z.strictObject({
  title: text.describe('Title of the survey'),
  description: text.describe('What it covers, in one sentence'),
  version: text.describe('Version of the survey, such as 1.2.0'),
  released: z.iso.date('a date such as 2026-01-31').describe('Day of the version'),
  language: text.describe('Language of our prose, such as en'),
  site: webAddress.describe('Where the site is published'),
  repository: webAddress.optional().describe('Where the content is edited'),
  branch: text.optional().describe('The branch of the repository that is edited; main where it is absent'),
  licences: z
    .strictObject({ code: text, prose: text, data: text, abstracts: text })
    .describe('Under which terms each part may be used'),
  chapters: z.array(slug).min(1, 'at least one chapter').describe('Order of the chapters'),
});
export type Survey = z.infer<typeof surveySchema>;

/** One checked paper of `content/facts/*.yml`. */
export const factSchema = z.strictObject({
  title: text.describe('Title, as far as it names the paper'),
  ...factFields,
  repository: webAddress.optional().describe('Where its code is'),
  confirmations: z.int().min(0).describe('Places where title and arXiv id were seen together'),
  sources: z.array(text).optional().describe('The public ones among them, owner/name:path'),
});
export type Fact = z.infer<typeof factSchema>;

/** One term or symbol of `glossary.yml`; `spellings` are further forms that count as a mention. */
export const glossaryTermSchema = z.strictObject({
  id: slug.describe('What <Term id="…"> names'),
  term: text.describe('Markdown with $math$'),
  definition: text.describe('Markdown with $math$'),
  spellings: z.array(text).optional().describe('Further forms that count as a mention'),
});
export type GlossaryTerm = z.infer<typeof glossaryTermSchema>;

/** One benchmark, dataset, environment or game of `benchmarks.yml`. */
export const benchmarkSchema = z.strictObject({
  name: text.describe('As pages print it'),
  kind: z.enum(['environment', 'dataset', 'benchmark', 'game']).describe('What it is'),
  spellings: z
    .array(text)
    .optional()
    .describe('Other ways to write it; case, spaces and hyphens do not matter'),
  exact: z.boolean().optional().describe('The word is a common one too: only this very case counts'),
});
export type Benchmark = z.infer<typeof benchmarkSchema>;

/** One journal or conference of `venues.yml`, and what it is called in full. */
export const venueSchema = z.strictObject({
  name: text.describe('As pages print it, without the year'),
  kind: z.enum(['conference', 'journal']).describe('What it is'),
  title: text.optional().describe('The name in full, for citations'),
  spellings: z.array(text).optional().describe('Other ways to write it'),
});
export type Venue = z.infer<typeof venueSchema>;

/** One row of `settled.yml`: what people settled on a page, and why it is right. */
export const settlementSchema = z.strictObject({
  paper: slug.describe('Slug of the page'),
  text: text.describe('What stands on the page now, as its source spells it'),
  why: text.describe('Why it is right'),
  source: webAddress.optional().describe('Where it was read'),
});
export type Settlement = z.infer<typeof settlementSchema>;

/** `captures.yml`: the day each listing was captured, or null where nobody knows. */
export const capturesSchema = z.record(text, z.iso.date('a date such as 2025-03-14').nullable());
export type Captures = z.infer<typeof capturesSchema>;

/** Flattens cues to weights a term; a bare cue weighs 1. */
export function toCueWeights(cues: readonly Cue[] | undefined): Map<string, number> {
  return new Map(
    (cues ?? []).flatMap((entry) => (typeof entry === 'string' ? [[entry, 1]] : Object.entries(entry))),
  );
}
