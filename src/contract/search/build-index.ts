/** Documents become what Pagefind indexes and what the search has beside it. */
import { toAmericanSpelling } from '../terms.ts';
import { collectAbbreviations, makeShortFormFinder, type ShortFormFinder } from './abbreviations.ts';
import type { SearchDocument } from './document.ts';
import { readFields } from './fields.ts';
import { indexFiles, type Catalogue, type Vocabulary } from './index-format.ts';
import { readTokens } from './tokens.ts';

/** A document in the shape that Pagefind takes. */
export type FullTextRecord = {
  url: string;
  language: string;
  content: string;
  meta: Record<string, string>;
};

/** @returns one record for each document, in their order */
export function toRecords(documents: readonly SearchDocument[], language: string): FullTextRecord[] {
  const findShortForms = makeShortFormFinder(toAbbreviations(documents));
  return documents.map(({ entry: { url, kind, title }, text, headline }) => ({
    url,
    language,
    content: text,
    meta: {
      title,
      kind,
      readings: toReadings(text, findShortForms).join(' '),
      ...(headline !== undefined && { headline }),
    },
  }));
}

/**
 * @param fragments what Pagefind calls each document, in their order
 * @returns the files of the index by their names
 */
export function buildIndex(
  documents: readonly SearchDocument[],
  fragments: readonly (string | undefined)[],
  version: string,
): Map<string, unknown> {
  const catalogue: Catalogue = {
    version,
    entries: documents.map(({ entry }) => entry),
    texts: documents.map(({ text }, i) => ({
      ...(fragments[i] !== undefined && { fragment: fragments[i] }),
      words: readTokens(text).length,
    })),
    abbreviations: toAbbreviations(documents),
  };
  return new Map<string, unknown>([
    [indexFiles.catalogue, catalogue],
    [indexFiles.vocabulary(version), toVocabulary(documents)],
  ]);
}

function toAbbreviations(documents: readonly SearchDocument[]): Catalogue['abbreviations'] {
  return collectAbbreviations(documents.map(({ text }) => text));
}

/** A word between spaces, or words with hyphens: these Pagefind reads as we do. */
const plainWords = /(?<![^\s("“‘])[a-z]+(?:-[a-z]+)?(?![^\s)"”’.,;:!?])/gi;

/** What a text is found by besides its plain words: formulas by the names of their signs, compounds, other spellings, short forms. */
function toReadings(text: string, findShortForms: ShortFormFinder): string[] {
  const plain = new Set(
    Array.from(text.matchAll(plainWords), ([word]) => word.toLowerCase()).flatMap((word) => [
      ...word.split('-'),
      word.replace('-', ''),
    ]),
  );
  const tokens = readTokens(text);
  const read = tokens.flatMap(({ form, joined }) => [toAmericanSpelling(form), joined ?? '']);
  return [...new Set([...read, ...findShortForms(tokens).map(({ stem }) => stem)])].filter(
    (word) => word !== '' && !plain.has(word),
  );
}

/** Words of letters; a stem stands for all its forms by the commonest. */
function toVocabulary(documents: readonly SearchDocument[]): Vocabulary {
  const forms = new Map<string, Map<string, number>>();
  const counts = new Map<string, number>();
  for (const { entry, text, headline = '' } of documents) {
    const tokens = [...Object.values(readFields(entry)), text, headline].flatMap((field) =>
      readTokens(field),
    );
    for (const { form, stem } of tokens) {
      const spellings = forms.get(stem) ?? new Map<string, number>();
      const lower = form.toLowerCase();
      forms.set(stem, spellings.set(lower, (spellings.get(lower) ?? 0) + 1));
    }
    for (const stem of new Set(tokens.map((token) => token.stem))) {
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
  }
  const words = Array.from(forms, ([stem, spellings]): [string, number] => {
    const [form = stem] =
      Array.from(spellings).toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0] ?? [];
    return [form, counts.get(stem) ?? 0];
  }).filter(([form]) => form.length > 3 && /^\p{L}[\p{L}\p{N}]*$/u.test(form));
  return words.toSorted(([a], [b]) => (a < b ? -1 : 1));
}
