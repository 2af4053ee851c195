/** What annotation and relation know of the survey, gathered from its files and from the words of its papers. */
import { parsePhrasing, toPlain } from '../../src/contract/phrasing.ts';
import type { PaperRecord } from '../../src/contract/record.ts';
import { toCueWeights, type FrontMatter } from '../../src/contract/schema.ts';
import { findIntroducedName, foldName, makeKnowledge, type Knowledge } from '../annotate/index.ts';
import type { Content } from '../content.ts';
import type { RelatedPaper, VocabularyTerm } from '../relate/index.ts';
import type { Known } from './known.ts';
import type { Words } from './words.ts';

/** The name that a paper introduces is what its page says; where nobody changed it, what annotation finds by itself. */
export function gatherKnowledge(
  { benchmarks }: Content,
  known: readonly Known[],
  texts: readonly Words[],
): Knowledge {
  const rows = benchmarks.map(({ value }) => value);
  const papers = known.map(({ record }, i) => ({
    id: record.slug,
    title: texts[i]?.title ?? record.title,
    abstract: texts[i]?.shipped ?? record.abstract,
  }));
  const alone = makeKnowledge(rows, papers);
  const named = papers.map((paper, i) => {
    const page = known[i]?.page;
    const edited = page && page.data.method !== known[i]?.record.written?.fields.method;
    return { ...paper, method: edited ? page.data.method : findIntroducedName(paper, alone) };
  });
  return makeKnowledge(rows, named);
}

/** A paper as relations see it: by what its page says now, every benchmark under one name. */
export function toRelated(
  record: PaperRecord,
  abstract: string,
  fields: FrontMatter,
  { benchmarks }: Knowledge,
): RelatedPaper {
  const { title, chapter, section, method, buildsOn = [] } = fields;
  const names = (fields.benchmarks ?? []).map((name) => benchmarks.get(foldName(name))?.of.name ?? name);
  const { slug, published } = record;
  return {
    slug,
    title,
    abstract,
    chapter,
    section,
    published,
    method,
    benchmarks: [...new Set(names)],
    buildsOn,
  };
}

/** The terms of the field that people wrote down: the glossary with all its spellings, and cues. */
export function toVocabulary({ chapters, glossary }: Content): VocabularyTerm[] {
  const cues = chapters.flatMap((chapter) => [
    ...toCueWeights(chapter.cues).keys(),
    ...chapter.sections.flatMap((section) => [...toCueWeights(section.cues).keys()]),
  ]);
  return [
    ...glossary.map(({ value }) => ({
      name: toName(value.term),
      spellings: value.spellings ?? [],
      defined: true,
    })),
    ...[...new Set(cues)].map((name) => ({ name, spellings: [], defined: false })),
  ];
}

/** A term without the symbol that the glossary gives for it. */
function toName(term: string): string {
  return toPlain(parsePhrasing(term).filter(({ type }) => type !== 'inlineMath')).replace(/[\s,]+$/, '');
}
