/**
 * The files of a content folder other than pages, read and checked one by one. A file is its path below the folder (with
 * forward slashes) and its text.
 */
import { z } from 'astro/zod';
import type { Root } from 'mdast';
import { checkCharacters } from './characters.ts';
import type { Report } from './findings.ts';
import { readMarkdownField } from './markdown-field.ts';
import { readBody, readFrontMatter } from './page.ts';
import { recordSchema, type PaperRecord } from './record.ts';
import type { RuleId } from './rules.ts';
import {
  benchmarkSchema,
  capturesSchema,
  chapterSchema,
  factSchema,
  glossaryTermSchema,
  settlementSchema,
  surveySchema,
  venueSchema,
  type Benchmark,
  type Captures,
  type ChapterFrontMatter,
  type Fact,
  type GlossaryTerm,
  type Settlement,
  type Survey,
  type Venue,
} from './schema.ts';
import { slugPattern } from './slug.ts';
import { checkShape, parseYaml, type LocatedYaml } from './yaml.ts';

export type ContentFiles = ReadonlyMap<string, string>;

/** One of the values of a YAML list, and where it stands. */
export type Located<T> = { value: T; file: string; yaml: LocatedYaml; index: number };

export type Chapter = ChapterFrontMatter & { id: string; path: string; source: string; tree: Root };

export function readSurvey(path: string, source: string, report: Report): Survey | undefined {
  return readYamlFile(path, source, 'survey-valid', surveySchema, Object.keys(surveySchema.shape), report);
}

export function readCaptures(path: string, source: string, report: Report): Captures | undefined {
  return readYamlFile(path, source, 'capture-dated', capturesSchema, [], report);
}

export function readFacts(path: string, source: string, report: Report): Located<Fact>[] {
  return readYamlList(path, source, 'facts-valid', factSchema, report);
}

/** @param checksText whether terms and definitions are read as Markdown, too, and not only as YAML */
export function readGlossary(
  path: string,
  source: string,
  report: Report,
  checksText = true,
): Located<GlossaryTerm>[] {
  const terms = readYamlList(path, source, 'glossary-valid', glossaryTermSchema, report);
  for (const { file, yaml, index } of checksText ? terms : []) {
    for (const field of ['term', 'definition']) readMarkdownField(file, yaml, [index, field], report);
  }
  return terms;
}

export function readBenchmarks(path: string, source: string, report: Report): Located<Benchmark>[] {
  return readYamlList(path, source, 'benchmarks-valid', benchmarkSchema, report);
}

export function readVenues(path: string, source: string, report: Report): Located<Venue>[] {
  return readYamlList(path, source, 'venues-valid', venueSchema, report);
}

export function readSettlements(path: string, source: string, report: Report): Located<Settlement>[] {
  return readYamlList(path, source, 'settlement-found', settlementSchema, report);
}

/**
 * Reads a chapter: front matter, and the narrative as a tree that has passed the dialect check.
 * @param readsText whether the narrative is read at all; without it the tree is empty
 */
export function readChapter(
  path: string,
  source: string,
  report: Report,
  readsText = true,
): Chapter | undefined {
  const parsed = readFrontMatter(path, source, report);
  if (!parsed) return undefined;
  const keys = Object.keys(chapterSchema.shape);
  const data = checkShape(
    parsed.yaml,
    chapterSchema,
    { file: path, ruleId: 'front-matter-valid', keys },
    report,
  );
  const tree: Root | undefined = readsText
    ? readBody(path, source, parsed.bodyStart, report)
    : { type: 'root', children: [] };
  const id = /^chapters\/([^/]+)\.mdx$/.exec(path)?.[1] ?? path;
  if (!slugPattern.test(id)) {
    report.add('slug-valid', path, undefined, {
      message: `Unexpected name of a chapter: ${path}`,
      expected: 'chapters/<id>.mdx, of lower-case ASCII words joined by hyphens',
      hint: 'Rename the file.',
    });
    return undefined;
  }
  return data && tree && { id, path, source, tree, ...data };
}

/** What the survey says of itself: what stands before the first heading opens the site, the rest tells how it was made. */
export type About = { path: string; tree: Root };

export function readAbout(path: string, source: string, report: Report): About | undefined {
  checkCharacters(path, source, report);
  const tree = readBody(path, source, 0, report);
  return tree && { path, tree };
}

/** Reads a record; anything but what the generator wrote is a finding, for nobody edits records by hand. */
export function readRecord(path: string, source: string, report: Report): PaperRecord | undefined {
  const refuse = (reason: string): undefined => {
    report.add('record-valid', path, undefined, {
      message: `Unexpected record: ${reason}`,
      expected: 'a record as the generator wrote it',
      hint: 'Take the file back from version control; edits belong on the page.',
    });
  };
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  const result = recordSchema.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    return refuse(`${issue?.path.join('.')}: ${issue?.message}`);
  }
  const name = /^records\/([^/]+)\.json$/.exec(path)?.[1];
  return name === result.data.slug
    ? (result.data as PaperRecord)
    : refuse(`the slug "${result.data.slug}" in ${path}`);
}

function readYamlFile<T extends z.ZodType>(
  file: string,
  source: string,
  ruleId: RuleId,
  schema: T,
  keys: readonly string[],
  report: Report,
): z.infer<T> | undefined {
  checkCharacters(file, source, report);
  const yaml = parseYaml({ file, source }, ruleId, report);
  return yaml && checkShape(yaml, schema, { file, ruleId, keys }, report);
}

function readYamlList<T extends z.ZodObject>(
  file: string,
  source: string,
  ruleId: RuleId,
  schema: T,
  report: Report,
): Located<z.infer<T>>[] {
  checkCharacters(file, source, report);
  const yaml = parseYaml({ file, source }, ruleId, report);
  const keys = Object.keys(schema.shape);
  const values = yaml && checkShape(yaml, z.array(schema), { file, ruleId, keys }, report);
  return (values ?? []).map((value, index) => ({ value, file, yaml: yaml!, index }));
}
