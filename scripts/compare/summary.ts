/** A comparison as Markdown for people who review: a tree that is written at the end, so that text stays text. */
import type { BlockContent, PhrasingContent, TableRow } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Finding } from '../../src/contract/findings.ts';
import { formatFinding } from '../../src/contract/format-finding.ts';
import type { Changed, Comparison, Named } from './compare.ts';
import type { Difference } from './differences.ts';
import { figureRows, type Figures } from './figures.ts';

export type Review = {
  comparison: Comparison;
  /** Of the state after. */
  findings: readonly Finding[];
  /** Findings that the state before had, too. */
  known: ReadonlySet<Finding>;
  figures: { before?: Figures | undefined; after?: Figures | undefined };
};

/** @param limit how many rows a table or list has at most */
export function writeSummary(review: Review, limit = Infinity): string {
  const { comparison, findings, known, figures } = review;
  const { added, changed, removed, unreadable, others } = comparison;
  const children: BlockContent[] = [
    heading('What changes'),
    paragraph(text(countAll(comparison))),
    ...section('Added', list(added.map(name), limit)),
    ...section('Removed', list(removed.map(nameRemoved), limit)),
    ...section('Changed', table(['Page', 'What'], changed.map(toChangeRow), limit)),
    ...section('Formulas', table(['Page', 'Before', 'After'], changed.flatMap(toFormulaRows), limit)),
    ...section('No longer readable', list(unreadable.map((path) => [code(path)]), limit)),
    ...section('Other files of the survey', list(others.map((path) => [code(path)]), limit)),
    ...section('Findings', listFindings(findings, known, limit)),
    ...section('Figures', showFigures(figures)),
  ]; // prettier-ignore
  return toMarkdown({ type: 'root', children }, { bullet: '-', extensions: [gfmToMarkdown()] });
}

function countAll({ added, changed, removed }: Comparison): string {
  const formulas = changed.reduce((sum, one) => sum + one.formulas.length, 0);
  const pages = `${count(added, 'page')} added, ${changed.length} changed, ${removed.length} removed`;
  return `${pages}; ${formulas === 1 ? '1 formula' : `${formulas} formulas`} changed.`;
}

const count = (all: readonly unknown[], noun: string): string =>
  `${all.length} ${all.length === 1 ? noun : `${noun}s`}`;

const name = ({ title, path }: Named): PhrasingContent[] => [text(`${title} `), code(path)];

function nameRemoved({ why, ...named }: Comparison['removed'][number]): PhrasingContent[] {
  return why === undefined ? name(named) : [...name(named), text(` (withdrawn: ${why})`)];
}

function toChangeRow({ path, movedFrom, fields, prose, formulas }: Changed): PhrasingContent[][] {
  const parts = [
    ...(movedFrom === undefined ? [] : [[text('moved from '), code(movedFrom)]]),
    ...fields.map(({ field, ...difference }) => [text(`${field}: `), ...arrow(difference)]),
    ...prose.map((part) => [text(part)]),
    ...(formulas.length === 0 ? [] : [[text(count(formulas, 'formula'))]]),
  ];
  return [[code(path)], parts.flatMap((part, index) => (index === 0 ? part : [text('; '), ...part]))];
}

function toFormulaRows({ path, formulas }: Changed): PhrasingContent[][][] {
  return formulas.map(({ before, after }) => [[code(path)], formula(before), formula(after)]);
}

const none = '–';
const formula = (tex: string | undefined): PhrasingContent[] =>
  tex === undefined ? [text(none)] : [code(`$${tex}$`)];

function arrow({ before, after }: Difference): PhrasingContent[] {
  const show = (value: string | undefined): PhrasingContent =>
    value === undefined ? text(none) : code(shorten(value));
  return [show(before), text(' → '), show(after)];
}

const longest = 120;
const shorten = (value: string): string =>
  value.length > longest ? `${value.slice(0, longest - 1)}…` : value;

/** New ones first: they are what the change brings. */
function listFindings(
  findings: readonly Finding[],
  known: ReadonlySet<Finding>,
  limit: number,
): BlockContent[] {
  if (findings.length === 0) return [paragraph(text('None.'))];
  const fresh = findings.filter((finding) => !known.has(finding));
  const lead = `${count(findings, 'finding')}, ${fresh.length} of them new.`;
  const lines = [...fresh, ...findings.filter((finding) => known.has(finding))];
  const shown = lines.slice(0, limit).map((finding) => formatFinding(finding));
  return [
    paragraph(text(lead)),
    { type: 'code', value: shown.join('\n') },
    ...leftOut(lines.length - shown.length),
  ];
}

function showFigures({ before, after }: Review['figures']): BlockContent[] {
  if (!after) return [paragraph(text('Not measured: the site was not built.'))];
  const keys = Object.keys(figureRows) as (keyof Figures)[];
  const rows = keys.map((key) => {
    const { name: label, show } = figureRows[key];
    const was = before === undefined ? none : show(before[key]);
    return [[text(label)], [text(was)], [text(show(after[key]))]];
  });
  return table(['', 'Before', 'After'], rows, Infinity);
}

function section(title: string, children: readonly BlockContent[]): BlockContent[] {
  return children.length === 0 ? [] : [heading(title, 3), ...children];
}

function list(entries: readonly PhrasingContent[][], limit: number): BlockContent[] {
  if (entries.length === 0) return [];
  return [
    {
      type: 'list',
      spread: false,
      children: entries
        .slice(0, limit)
        .map((children) => ({ type: 'listItem', spread: false, children: [paragraph(...children)] })),
    },
    ...leftOut(entries.length - limit),
  ];
}

function table(head: readonly string[], rows: readonly PhrasingContent[][][], limit: number): BlockContent[] {
  if (rows.length === 0) return [];
  const toRow = (cells: readonly PhrasingContent[][]): TableRow => ({
    type: 'tableRow',
    children: cells.map((children) => ({ type: 'tableCell', children })),
  });
  return [
    {
      type: 'table',
      children: [toRow(head.map((cell) => [text(cell)])), ...rows.slice(0, limit).map(toRow)],
    },
    ...leftOut(rows.length - limit),
  ];
}

function leftOut(more: number): BlockContent[] {
  return more > 0 ? [paragraph(text(`And ${more} more; scholium compare lists all.`))] : [];
}

const heading = (title: string, depth: 2 | 3 = 2): BlockContent => ({
  type: 'heading',
  depth,
  children: [text(title)],
});
const paragraph = (...children: PhrasingContent[]): BlockContent & { type: 'paragraph' } => ({
  type: 'paragraph',
  children,
});
const text = (value: string): PhrasingContent => ({ type: 'text', value });
/** A line: cells have no line ends. */
const code = (value: string): PhrasingContent => ({ type: 'inlineCode', value: value.replace(/\s+/g, ' ') });
