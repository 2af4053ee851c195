/** The record of an invented paper, with everything that those of read papers have. */
import type { PaperRecord } from '../../../src/contract/record.ts';
import { makeRandom } from '../../fixtures/random.ts';
import { inventPaper, listingSize, toDay, toSlug, type InventedPaper } from './paper.ts';
import { toTerm, toWord } from './words.ts';

const lineOfPaper = 4;

export function toRecord({ number, slug, data, sentences, related }: InventedPaper, listing: string): PaperRecord {
  const random = makeRandom(number + 5);
  const abstract = sentences.map(({ text }) => text).join(' ').replaceAll('$', '');
  const day = toDay(Math.floor(number / listingSize));
  const { authors, year, venue, arxiv } = data;
  const line = (number % listingSize) * lineOfPaper + 1;
  return {
    slug,
    title: data.title,
    abstract,
    sightings: [{ listing, title: { line, column: 1 }, abstract: { line: line + 2, column: 1 }, captured: day }],
    facts: { confirmations: 2, ...(authors ? { authors } : {}), ...(year ? { year } : {}), ...(venue ? { venue } : {}), ...(arxiv ? { arxiv } : {}) },
    published: `20${arxiv?.slice(0, 2)}-${arxiv?.slice(2, 4)}`,
    added: day,
    restoration: { changes: listChanges(sentences.map(({ text }) => text).join(' ')), doubts: [] },
    filing: {
      chapter: data.chapter,
      section: data.section,
      also: data.also ?? [],
      confidence: 0.8,
      evidence: Array.from({ length: 16 }, () => {
        const start = random.below(abstract.length - 20);
        return { kind: 'cue', cue: toWord(random.below(4000)), field: 'abstract', start, end: start + 12, weight: 2 };
      }),
    },
    annotation: { roles: listRoles(sentences), evidence: { headline: [0, sentences[0]?.text.length ?? 1] } },
    relations: {
      usedBy: [],
      related: related.map((other) => ({
        slug: toSlug(other),
        crossChapter: inventPaper(other).data.chapter !== data.chapter,
        reasons: [{ kind: 'terms', names: [toTerm(random.below(100)), toTerm(random.below(100))] }],
      })),
    },
    written: {
      path: `papers/${data.chapter}/${slug}.mdx`,
      fields: data,
      abstract: sentences.map(({ text }) => text),
    },
    confirmed: ['chapter', 'section', 'method', 'headline'],
  };
} // prettier-ignore

/** Formulas lost their dollars in the listing. */
function listChanges(abstract: string): NonNullable<PaperRecord['restoration']>['changes'] {
  return Array.from(abstract.matchAll(/\$([^$]+)\$/g)).map(({ index, 0: restored, 1: raw = '' }, at) => {
    const start = index - at * 2;
    return {
      field: 'abstract',
      start,
      end: start + raw.length,
      raw,
      restored,
      rule: 'formula',
      confidence: 0.95,
    };
  });
}

function listRoles(sentences: InventedPaper['sentences']): NonNullable<PaperRecord['annotation']>['roles'] {
  let end = -1;
  return sentences.map(({ text, role }) => {
    const start = end + 1;
    end = start + text.length;
    return { start, end, role };
  });
}
