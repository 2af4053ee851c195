/** What a paper is recognised by: identifiers, and its title without case, punctuation, accents and LaTeX. */
import { foldTitle } from '../../src/contract/folded-title.ts';
import type { Fact } from '../../src/contract/schema.ts';
import { toKnown, type PaperRecord } from '../../src/contract/record.ts';
import type { Entry } from '../parse/entry.ts';

/** Such as `arxiv:2306.06265` or `title:stepmix`. */
export type Key = string & { readonly brand: 'Key' };

type Ids = { arxiv?: string | undefined; doi?: string | undefined; openreview?: string | undefined };

export function toTitleKey(title: string): Key {
  return `title:${foldTitle(title)}` as Key;
}

/** The key of a paper whose text has not changed. */
export function toTextKey(title: string, abstract: string): Key {
  return `text:${foldTitle(title)}:${abstract}` as Key;
}

export function toSlugKey(slug: string): Key {
  return `slug:${slug}` as Key;
}

export function toEntryIdKeys({ arxiv, doi, openreview }: Entry): Key[] {
  return toIdKeys({ arxiv: arxiv?.value, doi: doi?.value, openreview: openreview?.value });
}

/** Identifiers that a record has from its listings. */
export function toListedIdKeys({ listed = {} }: Pick<PaperRecord, 'listed'>): Key[] {
  return toIdKeys(listed);
}

/** Identifiers that a record has from its listings, and those of the facts it was matched with. */
export function toRecordIdKeys(record: Pick<PaperRecord, 'listed' | 'facts'>): Key[] {
  return [...new Set([...toIdKeys(record.listed ?? {}), ...toIdKeys(toKnown(record))])];
}

export function toFactIdKeys(fact: Fact): Key[] {
  return toIdKeys(fact);
}

function toIdKeys(ids: Ids): Key[] {
  return (['arxiv', 'doi', 'openreview'] as const).flatMap((kind) => {
    const id = ids[kind];
    // A DOI is the same in any case, and the others differ in more than case.
    return id === undefined ? [] : [`${kind}:${kind === 'doi' ? id.toLowerCase() : id}` as Key];
  });
}

/** Values by key, in the order in which they come. */
export function indexBy<Value>(
  values: readonly Value[],
  toKeys: (value: Value) => readonly Key[],
): Map<Key, Value[]> {
  const index = new Map<Key, Value[]>();
  for (const value of values) {
    for (const key of toKeys(value)) {
      const known = index.get(key);
      if (known) known.push(value);
      else index.set(key, [value]);
    }
  }
  return index;
}
