/**
 * A page is front matter, an abstract, and what people wrote after the first heading. Reading it never runs anything;
 * whatever is wrong with it is a finding at its place.
 */
import type { PhrasingContent, Root, RootContent } from 'mdast';
import { VFileMessage } from 'vfile-message';
import { checkBounds } from './bounds.ts';
import { checkCharacters } from './characters.ts';
import { checkDialect } from './dialect.ts';
import type { Report } from './findings.ts';
import { readMarkdownField } from './markdown-field.ts';
import { checkNesting } from './nesting.ts';
import { parsePart } from './parse-part.ts';
import { toPoint } from './places.ts';
import { checkShape, parseYaml, type LocatedYaml } from './yaml.ts';
import { frontMatterRepairs } from './repairs.ts';
import { frontMatterSchema, type FrontMatter } from './schema.ts';
import { slugPattern } from './slug.ts';

export type Page = {
  /** Path below the content folder, with forward slashes: `papers/theory/stepmix.mdx`. */
  path: string;
  slug: string;
  source: string;
  data: FrontMatter;
  yaml: LocatedYaml;
  /** The fields that are Markdown, as trees with places of their own text; empty where the page has none. */
  lines: Record<MarkdownField, PhrasingContent[]>;
  /** What stands before the first heading. */
  abstract: RootContent[];
  /** From the first heading on; it belongs to people. */
  body: RootContent[];
  /** Offsets of the abstract in `source`, white space around it left out. */
  abstractRange: { start: number; end: number };
};

/** Fields of the front matter that are Markdown with formulas, not plain text. */
export const markdownFields = ['title', 'method', 'headline'] as const;

type MarkdownField = (typeof markdownFields)[number];

/** The front matter of a page as YAML with places, and the offset of what is below it. */
export type FrontMatterSource = { yaml: LocatedYaml; bodyStart: number };

/**
 * Reads a page and checks all that can be told from the page alone: front matter, dialect, formulas, links.
 * @param path below the content folder; findings name it
 * @param front its front matter, where somebody has parsed it already and nothing was wrong
 * @returns `undefined` after a finding where the front matter or the Markdown cannot be read
 */
export function readPage(
  path: string,
  source: string,
  report: Report,
  front?: FrontMatterSource,
): Page | undefined {
  const parsed = front ?? readFrontMatter(path, source, report);
  if (!parsed) return undefined;
  const data = checkShape(
    parsed.yaml,
    frontMatterSchema,
    {
      file: path,
      ruleId: 'front-matter-valid',
      keys: Object.keys(frontMatterSchema.shape),
      repairs: frontMatterRepairs,
    },
    report,
  );
  const tree = readBody(path, source, parsed.bodyStart, report);
  if (!data || !tree) return undefined;

  const readLine = (field: MarkdownField): PhrasingContent[] =>
    readMarkdownField(path, parsed.yaml, [field], report);
  const lines = { title: readLine('title'), method: readLine('method'), headline: readLine('headline') };
  const headingIndex = tree.children.findIndex((node) => node.type === 'heading');
  const abstract = headingIndex === -1 ? tree.children : tree.children.slice(0, headingIndex);
  const body = headingIndex === -1 ? [] : tree.children.slice(headingIndex);
  checkAbstract(path, source, parsed.bodyStart, abstract, report);

  const [, folder, name] = /^papers\/([^/]+)\/([^/]+)\.mdx$/.exec(path) ?? [];
  const slug = name ?? path;
  if (folder === undefined || !slugPattern.test(slug)) {
    report.add('slug-valid', path, undefined, {
      message: `Unexpected name of a page: ${path}`,
      expected: 'papers/<chapter>/<slug>.mdx, of lower-case ASCII words joined by hyphens',
      hint: 'Rename the file.',
    });
  } else if (folder !== data.chapter) {
    report.add('chapter-matches-folder', path, parsed.yaml.placeOf(['chapter']), {
      message: `Unexpected chapter "${data.chapter}" in the folder "${folder}"`,
      expected: `"${folder}"`,
      hint: `Write chapter: ${folder}, or move the file to papers/${data.chapter}/.`,
    });
  }
  const start = abstract[0]?.position?.start.offset ?? parsed.bodyStart;
  const end = abstract.at(-1)?.position?.end.offset ?? start;
  const { yaml } = parsed;
  return { path, slug, source, data, yaml, lines, abstract, body, abstractRange: { start, end } };
}

/** Reads the YAML between the two lines `---` at the start of a page or chapter. */
export function readFrontMatter(file: string, source: string, report: Report): FrontMatterSource | undefined {
  if (!checkBounds(file, source, report)) return undefined;
  checkCharacters(file, source, report);
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(source);
  if (!match || match.index !== 0) {
    report.add(
      'front-matter-valid',
      file,
      { line: 1, column: 1 },
      {
        message: 'Missing front matter',
        expected: 'a first line "---", YAML, and a line "---"',
        hint: 'Start the file with "---", then title, chapter and section, then "---".',
      },
    );
    return undefined;
  }
  const start = match[0].indexOf('\n') + 1;
  const yaml = parseYaml(
    { file, source, start, end: start + (match[1]?.length ?? 0) },
    'front-matter-valid',
    report,
  );
  return yaml && { yaml, bodyStart: match[0].length };
}

/** Reads the Markdown from `bodyStart` on, with the positions of the whole file, and checks the dialect. */
export function readBody(file: string, source: string, bodyStart: number, report: Report): Root | undefined {
  if (!checkNesting(file, source, bodyStart, report)) return undefined;
  try {
    const tree = parsePart(source, bodyStart);
    checkDialect(tree, source, file, report);
    return tree;
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    report.add('markdown-parses', file, error.place, {
      message: `Unexpected text: ${error.reason}`,
      expected: 'tags and braces that are closed',
      hint: 'If "{" or "<" is meant as text, write "\\{" or "\\<".',
    });
    return undefined;
  }
}

function checkAbstract(
  file: string,
  source: string,
  bodyStart: number,
  abstract: RootContent[],
  report: Report,
): void {
  if (abstract.length > 0) return;
  report.add('abstract-present', file, toPoint(source, bodyStart), {
    message: 'Missing abstract',
    expected: 'the abstract between the front matter and the first heading',
    hint: 'Write the abstract below the line "---".',
  });
}

/** The source of an abstract as it is exported: paragraphs apart, every other line end a space. */
export function foldAbstract(source: string): string {
  return source
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .join('\n\n');
}
