/** What `scholium new` says: of a new page where it is, why it is there and what to look at; of a known paper its page. */
import path from 'node:path';
import { visit } from 'unist-util-visit';
import type { ContentFiles } from '../../src/contract/content.ts';
import type { Page } from '../../src/contract/page.ts';
import { parsePhrasing } from '../../src/contract/phrasing.ts';
import type { PaperRecord } from '../../src/contract/record.ts';
import type { FrontMatter } from '../../src/contract/schema.ts';
import type { Content } from '../content.ts';
import { services } from '../fetch/services.ts';
import type { AddedPapers, KnownPaper } from '../pipeline/add-papers.ts';
import { recordSchema } from '../../src/contract/record.ts';
import type { Input } from './new-inputs.ts';

/** A new page, in a few lines. */
export function describePaper(dir: string, { pages }: Content, files: ContentFiles, slug: string): string {
  const page = pages.find((one) => one.slug === slug);
  const record = recordSchema.safeParse(JSON.parse(files.get(`records/${slug}.json`) ?? '{}')).data as PaperRecord | undefined;
  if (!page || !record) return `${slug}: its page cannot be read, see below.\n\n`;
  const rows: [string, string | undefined][] = [
    ['page', path.join(dir, page.path)],
    ['filed in', describeFiling(page.data, record)],
    ['formulas', describeFormulas(page, record)],
    ['method', page.data.method],
    ['kind', page.data.contribution],
    ['benchmarks', page.data.benchmarks?.join(', ')],
    ['builds on', page.data.buildsOn?.join(', ')],
    ['result', page.data.headline],
    ['look at', listDoubts(page.data, record).join('; ') || undefined],
  ];
  const lines = rows.flatMap(([name, text]) => (text ? [`  ${name.padEnd(10)} ${text}\n`] : []));
  return `${page.data.title}\n${lines.join('')}\n`;
} // prettier-ignore

/** So many reasons are named. */
const mostReasons = 5;

function describeFiling({ chapter, section, also = [] }: FrontMatter, { filing }: PaperRecord): string {
  const reasons = (filing?.evidence ?? []).map((evidence) => (evidence.kind === 'cue' ? `"${String(evidence['cue'])}"` : String(evidence['id'])));
  const why = [...new Map(reasons.map((reason) => [reason.toLowerCase(), reason])).values()].slice(0, mostReasons);
  const share = Math.round(100 * (filing?.confidence ?? 0));
  return [
    `${chapter}, ${section}${also.length > 0 ? ` (also ${also.join(', ')})` : ''}`,
    `${share} % sure${why.length > 0 ? `, for ${why.join(', ')}` : ''}`,
  ].join(': ');
} // prettier-ignore

function describeFormulas({ abstract, data: { title } }: Page, { restoration }: PaperRecord): string | undefined {
  const restored = (restoration?.changes ?? []).filter((change) => change.restored.includes('$')).length;
  let given = -restored;
  for (const node of [...parsePhrasing(title), ...abstract]) visit(node, 'inlineMath', () => void given++);
  return [
    ...(given > 0 ? [`${given} as they were given`] : []),
    ...(restored > 0 ? [`${restored} restored, which the page lists below the abstract`] : []),
  ].join(', ') || undefined;
} // prettier-ignore

/** What nobody gave, and what the program is not sure of. */
function listDoubts(
  { authors, year }: FrontMatter,
  { filing, restoration, published }: PaperRecord,
): string[] {
  const next = filing?.next && `${filing.next.chapter}, ${filing.next.section}`;
  return [
    ...(filing && filing.confidence < 0.5 ? [`the chapter${next ? `, which may be ${next}` : ''}`] : []),
    ...(restoration?.doubts ?? []).map(({ restored }) => `the formula ${restored}`),
    ...(authors ? [] : ['the authors, which nobody gave']),
    ...(year || published ? [] : ['the year, which nobody gave']),
  ];
}

/** Why nothing was added. */
export function describeRefusal(dir: string, { known, entries }: AddedPapers, inputs: readonly Input[]): string {
  if (known.length > 0) {
    const rest = entries > known.length ? `The other ${entries - known.length} of the papers given would be new: take the known ones out of the file, or put it into ${path.join(dir, 'listings')} and run scholium ingest, which merges them.\n` : '';
    return known.map((paper) => describeKnown(dir, paper)).join('') + rest;
  }
  const names = inputs.map(({ from }) => from).join(', ');
  if (entries === 0) return `error: no paper in ${names}\n`;
  const bare = inputs.flatMap(({ service, name }) => (service ? [`${services[service].name} has no abstract of ${name.replace(/\.[a-z]+$/, '')}`] : []));
  return [
    `error: ${bare.join('; ') || `no abstract in ${names}`}\n`,
    '  hint: Give title and abstract besides, both together: scholium new … - and paste them.\n',
  ].join('');
} // prettier-ignore

function describeKnown(dir: string, { entry, slug, path: page, withdrawn }: KnownPaper): string {
  if (withdrawn !== undefined) return `error: "${entry.title.value}" was withdrawn as ${slug}: ${withdrawn}\n`;
  return `error: "${entry.title.value}" is in the survey: ${page ? path.join(dir, page) : `${slug}, whose page is missing`}\n  hint: To correct it, edit that page.\n`;
} // prettier-ignore
