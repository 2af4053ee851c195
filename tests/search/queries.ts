/**
 * Known-item queries, made from the pages by rule: the query of a paper that a reader has half in mind, and the papers
 * that answer it. Deterministic: which papers a rule takes goes by a digest of their slugs.
 */
import { createHash } from 'node:crypto';
import type { CatalogueEntry } from '../../src/contract/search/index-format.ts';
import { rules } from './query-rules.ts';

/** `relevant` are addresses of pages. */
export type KnownQuery = { type: string; query: string; relevant: string[] };

export type KnownPaper = CatalogueEntry & { abstract: string };

/** Queries of a type. */
const most = 60;

export function makeQueries(papers: readonly KnownPaper[]): KnownQuery[] {
  return rules.flatMap(({ type, make }) => {
    const made = papers.toSorted(byDigest(type)).flatMap((paper) => {
      const query = make(paper, papers);
      return query === undefined ? [] : [{ type, ...query }];
    });
    const queries = new Map(made.map((query) => [query.query, query]));
    return [...queries.values()].slice(0, most);
  });
}

function byDigest(salt: string): (a: KnownPaper, b: KnownPaper) => number {
  const digest = ({ url }: KnownPaper): string => createHash('sha256').update(salt + url).digest('hex'); // prettier-ignore
  return (a, b) => (digest(a) < digest(b) ? -1 : 1);
}
