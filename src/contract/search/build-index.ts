/**
 * Documents become the search index. The weight of a token in a document is its frequency over all fields, each field
 * weighed and measured against its usual length: BM25F (Robertson, Zaragoza, "The Probabilistic Relevance Framework:
 * BM25 and Beyond", 2009, section 3.6).
 */
import { collectAbbreviations, makeShortFormFinder, type ShortFormFinder } from './abbreviations.ts';
import {
  indexFiles,
  toPart,
  weightUnit,
  type Catalogue,
  type CatalogueEntry,
  type Postings,
  type Vocabulary,
} from './index-format.ts';
import { readTokens } from './tokens.ts';

/** How much a word in a field counts, and how much it counts less where the field is longer than usual. */
export const fields = {
  title: { weight: 6, length: 0.4 },
  method: { weight: 6, length: 0 },
  authors: { weight: 4, length: 0 },
  benchmarks: { weight: 3, length: 0 },
  arxiv: { weight: 6, length: 0 },
  venue: { weight: 2, length: 0 },
  year: { weight: 2, length: 0 },
  section: { weight: 1.5, length: 0 },
  contribution: { weight: 1.5, length: 0 },
  headline: { weight: 0.5, length: 0.4 },
  text: { weight: 1, length: 0.5 },
} as const;
export type FieldName = keyof typeof fields;

/** A document as it is indexed: what the catalogue says of it, and the texts it is found by. */
export type SearchDocument = {
  entry: CatalogueEntry;
  fields: Partial<Record<FieldName, string>>;
  text: string;
};

const textsPerFile = 16;
/** Lists to a part: a part has some 10 kB as it is sent. */
const listsPerPart = 1500;

/** @returns the files of the index by their names */
export function buildIndex(documents: readonly SearchDocument[], version: string): Map<string, unknown> {
  const forms = new Map<string, Map<string, number>>();
  const abbreviations = collectAbbreviations(documents.map(({ text }) => text));
  const findShortForms = makeShortFormFinder(abbreviations);
  const counted = documents.map((document) => countFields(document, findShortForms, forms));
  const usual = toUsualLengths(counted);
  const lists = new Map<string, number[]>();
  const last = new Map<string, number>();
  for (const [at, document] of counted.entries()) {
    for (const [stem, weight] of weigh(document, usual)) {
      const list = lists.get(stem) ?? [];
      list.push(at - (last.get(stem) ?? 0), Math.max(1, Math.round(weight * weightUnit)));
      last.set(stem, at);
      lists.set(stem, list);
    }
  }
  const parts = Math.max(1, Math.ceil(lists.size / listsPerPart));
  const postings = Array.from({ length: parts }, (): Postings => ({}));
  for (const [stem, list] of sortByKey(lists)) {
    const part = postings[toPart(stem, parts)];
    if (part) part[stem] = list;
  }
  const catalogue: Catalogue = {
    version,
    entries: documents.map(({ entry }) => entry),
    parts,
    textsPerFile,
    abbreviations,
  };
  const texts = inGroups(
    documents.map(({ text }) => text),
    textsPerFile,
  );
  return new Map<string, unknown>([
    [indexFiles.catalogue, catalogue],
    [indexFiles.vocabulary(version), toVocabulary(forms, lists)],
    ...postings.map((part, i) => [indexFiles.postings(version, i), part] as const),
    ...texts.map((file, i) => [indexFiles.texts(version, i), file] as const),
  ]);
}

type Counted = { field: FieldName; counts: Map<string, number>; length: number }[];

function countFields(
  { fields: texts }: SearchDocument,
  findShortForms: ShortFormFinder,
  forms: Map<string, Map<string, number>>,
): Counted {
  return (Object.entries(texts) as [FieldName, string][]).map(([field, text]) => {
    const counts = new Map<string, number>();
    const tokens = readTokens(text);
    for (const { form, stem, joins } of tokens) {
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
      if (joins !== undefined) counts.set(joins, (counts.get(joins) ?? 0) + 1);
      const spellings = forms.get(stem) ?? new Map<string, number>();
      const lower = form.toLowerCase();
      forms.set(stem, spellings.set(lower, (spellings.get(lower) ?? 0) + 1));
    }
    for (const { stem } of findShortForms(tokens)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    return { field, counts, length: tokens.length };
  });
}

function toUsualLengths(documents: readonly Counted[]): Map<FieldName, number> {
  const sums = new Map<FieldName, { length: number; count: number }>();
  for (const { field, length } of documents.flat()) {
    const sum = sums.get(field) ?? { length: 0, count: 0 };
    sums.set(field, { length: sum.length + length, count: sum.count + 1 });
  }
  return new Map(Array.from(sums, ([field, { length, count }]) => [field, length / count]));
}

function weigh(document: Counted, usual: ReadonlyMap<FieldName, number>): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { field, counts, length } of document) {
    const { weight, length: share } = fields[field];
    const norm = 1 - share + (share * length) / (usual.get(field) || 1);
    for (const [stem, count] of counts) {
      weights.set(stem, (weights.get(stem) ?? 0) + (weight * count) / norm);
    }
  }
  return weights;
}

/** Words of letters; a stem stands for all its forms by the commonest. */
function toVocabulary(
  forms: ReadonlyMap<string, ReadonlyMap<string, number>>,
  lists: ReadonlyMap<string, readonly number[]>,
): Vocabulary {
  const words = Array.from(forms, ([stem, spellings]): [string, number] => {
    const [form = stem] =
      Array.from(spellings).toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0] ?? [];
    return [form, (lists.get(stem)?.length ?? 0) / 2];
  }).filter(([form]) => form.length > 3 && /^\p{L}[\p{L}\p{N}]*$/u.test(form));
  return words.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function sortByKey<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return Array.from(map).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function inGroups<Value>(values: readonly Value[], size: number): Value[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, i) =>
    values.slice(i * size, (i + 1) * size),
  );
}
