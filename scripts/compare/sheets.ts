/** What a reviewer reads of a survey, file by file: the fields as text, the prose, the formulas in their order. */
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { VFileMessage } from 'vfile-message';
import { foldAbstract, markdownFields, type Page } from '../../src/contract/page.ts';
import { parseMarkdown, toMarkdown } from '../../src/contract/phrasing.ts';
import type { Content } from '../content.ts';

export type Sheet = {
  /** What it is called whatever becomes of its file: `paper stepmix`, `chapter theory`, `glossary`. */
  id: string;
  path: string;
  title: string;
  fields: ReadonlyMap<string, string>;
  /** By what readers call it: `abstract`, `notes`, `narrative`. */
  prose: ReadonlyMap<string, string>;
  /** By the field or the part of the prose where they stand, in their order. */
  formulas: ReadonlyMap<string, readonly string[]>;
  /** Slugs that the page had before. */
  aliases: readonly string[];
};

export function toSheets({ pages, chapters, about, glossary }: Content): Map<string, Sheet> {
  const sheets = [
    ...pages.map(toPageSheet),
    ...chapters.map(({ id, path, title, scope, tree }) =>
      toTextSheet({ id: `chapter ${id}`, path, title }, { title, scope }, tree),
    ),
    ...(about ? [toTextSheet({ id: 'about', path: about.path, title: 'About' }, {}, about.tree)] : []),
    ...(glossary[0] ? [toGlossarySheet(glossary[0].file, glossary)] : []),
  ];
  return new Map(sheets.map((sheet) => [sheet.id, sheet]));
}

function toPageSheet({ path, slug, source, data, abstract, abstractRange, body }: Page): Sheet {
  const { aliases = [], ...rest } = data;
  const { start, end } = abstractRange;
  return {
    id: `paper ${slug}`,
    path,
    title: data.title,
    fields: toFields(rest),
    prose: new Map([
      ['abstract', foldAbstract(source.slice(start, end))],
      ['notes', source.slice(end).trim()],
    ]),
    formulas: new Map([
      ...markdownFields.map((field) => [field, readFormulas(data[field] ?? '')] as const),
      ['abstract', abstract.flatMap(listFormulas)],
      ['notes', body.flatMap(listFormulas)],
    ]),
    aliases,
  };
}

function toTextSheet(
  named: Pick<Sheet, 'id' | 'path' | 'title'>,
  fields: Record<string, string>,
  tree: Nodes,
): Sheet {
  const prose = new Map([['narrative', toMarkdown(tree)]]);
  const formulas = new Map([['narrative', listFormulas(tree)]]);
  return { ...named, fields: toFields(fields), prose, formulas, aliases: [] };
}

function toGlossarySheet(path: string, glossary: Content['glossary']): Sheet {
  const terms = glossary.map(({ value }) => value);
  return {
    id: 'glossary',
    path,
    title: 'Glossary',
    fields: toFields(Object.fromEntries(terms.map(({ id, term, definition }) => [id, `${term}: ${definition}`]))),
    prose: new Map(),
    formulas: new Map(terms.map(({ id, term, definition }) => [id, [term, definition].flatMap(readFormulas)])),
    aliases: [],
  }; // prettier-ignore
}

function toFields(values: Record<string, unknown>): Map<string, string> {
  return new Map(
    Object.entries(values).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, Array.isArray(value) ? value.join('; ') : String(value)]],
    ),
  );
}

/** Text that cannot be read has a finding of its own. */
function readFormulas(markdown: string): string[] {
  try {
    return listFormulas(parseMarkdown(markdown));
  } catch (error) {
    if (error instanceof VFileMessage) return [];
    throw error;
  }
}

function listFormulas(tree: Nodes): string[] {
  const formulas: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'inlineMath' || node.type === 'math') formulas.push(node.value);
  });
  return formulas;
}
