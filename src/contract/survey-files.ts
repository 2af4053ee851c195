/** The whole survey, or some of its papers, as one file: the formats in which it is given away. */
import type { CslItem } from './citations/csl.ts';
import { toRis } from './citations/ris.ts';
import type { ChapterFrontMatter, FrontMatter } from './schema.ts';
import { exportedPaperSchema, type ExportedPaper } from './exported-paper.ts';
import { compareText } from './findings.ts';

export type PublishedPaper = { row: ExportedPaper; item: CslItem; bibtex: string };

export const surveyFormats = ['jsonl', 'bibtex', 'ris', 'csl-json', 'csv'] as const;
export type SurveyFormat = (typeof surveyFormats)[number];

type Placed = {
  slug: string;
  data: Pick<FrontMatter, 'chapter' | 'section'>;
  published?: string | undefined;
};
type PlacingChapter = Pick<ChapterFrontMatter, 'sections'> & { id: string };

/** By chapter, then section, then newest first. */
export function makePlaceOrder(chapters: readonly PlacingChapter[]): (a: Placed, b: Placed) => number {
  const names = chapters.flatMap(({ id, sections }) => sections.map(({ name }) => `${id}/${name}`));
  const places = new Map(names.map((name, place) => [name, place]));
  const placeOf = ({ data }: Placed): number => places.get(`${data.chapter}/${data.section}`) ?? names.length;
  return (a, b) =>
    placeOf(a) - placeOf(b) ||
    compareText(b.published ?? '', a.published ?? '') ||
    compareText(a.slug, b.slug);
}

const columns = Object.keys(exportedPaperSchema.shape) as (keyof ExportedPaper)[];

/** @param papers in the order of the file */
export function toSurveyFile(format: SurveyFormat, papers: readonly PublishedPaper[]): string {
  return writers[format](papers);
}

const writers: Record<SurveyFormat, (papers: readonly PublishedPaper[]) => string> = {
  jsonl: (papers) => papers.map(({ row }) => `${JSON.stringify(row)}\n`).join(''),
  bibtex: (papers) => papers.map(({ bibtex }) => bibtex).join('\n'),
  ris: (papers) => papers.map(({ item }) => toRis(item)).join('\n'),
  'csl-json': (papers) => toJsonLines(papers.map(({ item }) => item)),
  csv: (papers) => [columns, ...papers.map(({ row }) => columns.map((key) => row[key]))].map(toCsvLine).join(''),
}; // prettier-ignore

/** A JSON array with one value a line, so that a difference of two files can be read. */
function toJsonLines(values: readonly unknown[]): string {
  return `[\n${values.map((value) => JSON.stringify(value)).join(',\n')}\n]\n`;
}

/** RFC 4180; lists are joined by "; ", and tables are JSON. */
function toCsvLine(cells: readonly (string | ExportedPaper[keyof ExportedPaper])[]): string {
  const texts = cells.map((cell) =>
    Array.isArray(cell) ? cell.join('; ') : typeof cell === 'object' ? toTableCell(cell ?? {}) : String(cell),
  ); // prettier-ignore
  return `${texts.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\r\n`;
}

function toTableCell(table: object): string {
  return Object.keys(table).length === 0 ? '' : JSON.stringify(table);
}
