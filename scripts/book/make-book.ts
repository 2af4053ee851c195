/** Content to a book: what is chosen of it, in the order and with the numbers of the survey. */
import { createHash } from 'node:crypto';
import { commonSources, digestSources } from '../../src/contract/book-sources.ts';
import { toComparison } from '../../src/contract/comparison.ts';
import type { ContentFiles } from '../../src/contract/content.ts';
import { countSurvey } from '../../src/contract/figures.ts';
import { compareText } from '../../src/contract/findings.ts';
import { toIndexes } from '../../src/contract/indexes.ts';
import { capitalize, undated } from '../../src/contract/words.ts';
import { countByYear } from '../../src/contract/year-figure.ts';
import type { Content } from '../content.ts';
import type { Choice } from './choose.ts';
import type { Blocks, Book, BookChapter, BookIndex, BookPaper } from './model.ts';
import { listReferences } from './references.ts';
import type { Shelves, SoundContent } from './shelves.ts';
import { bookWords } from './words.ts';

/** @param stamp the state of the repository, where the colophon shall name it */
export function makeBook(
  content: SoundContent,
  files: ContentFiles,
  shelves: Shelves,
  choice: Choice,
  stamp?: string,
): Book {
  const { survey, captures } = content;
  const chapters = shelves.flatMap((shelf) => toChapter(shelf, choice));
  const papers = chapters.flatMap(({ sections }) => sections.flatMap((section) => section.papers));
  const preface = toPreface(content, choice);
  const all = shelves.flatMap(({ sections }) => sections.flatMap((section) => section.papers));
  const dates = Object.values(captures).filter((date) => date !== null);
  const records = papers.flatMap(({ slug }) => content.records.get(slug) ?? []);
  const counted = countSurvey(records, []);
  const sources = [
    ...commonSources,
    ...chapters.map(({ narrative }) => narrative.file),
    ...(preface ? [preface.file] : []),
    ...papers.map(({ file }) => file),
  ];
  return {
    id: choice.id,
    title: survey.title,
    ...(choice.part === undefined ? {} : { part: choice.part }),
    description: choice.description ?? survey.description,
    language: survey.language,
    version: survey.version,
    released: survey.released,
    captured: dates.sort(compareText).at(-1) ?? survey.released,
    site: survey.site,
    licences: (['prose', 'data', 'abstracts', 'code'] as const).map((kind) => ({
      label: bookWords.licences[kind],
      text: survey.licences[kind],
    })),
    ...(preface ? { preface } : {}),
    chapters,
    ...listReferences(content, preface?.nodes ?? [], chapters, all),
    indexes: toBookIndexes(papers, content),
    figures: {
      papers: papers.length,
      chapters: chapters.length,
      listings: counted.listings,
      entries: counted.entries,
    },
    digest: digestSources(sources, { read: (name) => files.get(name), sha256 }),
    ...(stamp === undefined ? {} : { stamp }),
  };
}

function toChapter({ chapter, number, sections }: Shelves[number], choice: Choice): BookChapter[] {
  const chosen = sections
    .map(({ name, papers }) => ({ name, papers: papers.filter((paper) => choice.hasPaper(paper)) }))
    .filter(({ papers }) => papers.length > 0);
  const hasNarrative = choice.hasChapter(chapter.id);
  if (chosen.length === 0 && !hasNarrative) return [];
  const { id, title, scope, path: file, tree } = chapter;
  return [
    {
      id,
      number,
      title,
      scope: capitalize(scope),
      narrative: { file, place: undefined, nodes: hasNarrative ? tree.children : [] },
      years: countByYear(
        chosen.map(({ name, papers }) => ({ label: name, years: papers.map(({ data }) => data.year) })),
        undated,
      ),
      sections: chosen,
      comparison: toComparison(chosen),
    },
  ];
}

function toPreface({ about }: Content, { part }: Choice): Blocks | undefined {
  if (!about || part !== undefined) return undefined;
  const { path: file, tree } = about;
  const first = tree.children.findIndex(({ type }) => type === 'heading');
  const nodes = first === -1 ? tree.children : tree.children.slice(0, first);
  return { file, place: undefined, nodes };
}

function toBookIndexes(papers: readonly BookPaper[], { benchmarks }: Content): BookIndex[] {
  const { entries } = toIndexes(papers, benchmarks.map(({ value }) => value)); // prettier-ignore
  return (['methods', 'benchmarks'] as const)
    .map((kind) => ({
      kind,
      entries: entries[kind].map(({ label, note, papers: filed }) => ({
        label,
        ...(note === undefined ? {} : { note }),
        papers: filed.map(({ slug }) => slug),
      })),
    }))
    .filter(({ entries: some }) => some.length > 0);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
