/** A query as the words it asks for, each with the tokens that stand for it, and as facts that it states: a year, a venue, a kind, an id. */
import { toWordSet } from '../word-set.ts';
import { contributionWords } from './fields.ts';
import type { Contribution } from './index-format.ts';
import { readTokens, type Token } from './tokens.ts';

export type ParsedQuery = {
  /** The words that say something, in order. */
  words: Token[];
  /** All words, also those that every text has. */
  all: Token[];
  arxiv?: string;
  years: string[];
  contributions: Contribution[];
  /** Only papers with code. */
  code: boolean;
};

/** Words that say nothing of a paper. */
const silent = toWordSet(`
  a about above after all also an and any are as at be because been before being between both but by can could did do
  does doing done during each et al few for from further get had has have having he her here his how i if in into is it its
  itself just like make more most my no nor not of off on once only or other our out over own paper papers article work
  works same she should so some such than that the their them then there these they this those through to too under until
  up upon us use used uses using very via was we were what when where which while who whom whose why will with within
  without would you your
`);

/** An arXiv id in any spelling: an address, a DOI, with a prefix, with a version. */
const arxivAddress =
  /(?:(?:https?:\/\/)?(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/|(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/)?10\.48550\/arxiv\.|arxiv:\s*|(?<![\d./]))(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?(?![\d.])/i;

const withCode = /\bwith (?:the |open |public )?(?:source )?code\b/i;

const kindStems = new Map(
  Object.entries(contributionWords).flatMap(([kind, words]) =>
    readTokens(words).map(({ stem }) => [stem, kind as Contribution] as const),
  ),
);

/** Longer queries than this are cut. */
const longest = 600;

export function parseQuery(query: string): ParsedQuery {
  const asked = query.slice(0, longest);
  const arxiv = arxivAddress.exec(asked)?.[1];
  const code = withCode.test(asked);
  const text = asked.replace(arxivAddress, (_, id: string) => id.replace('.', '')).replace(withCode, ' ');
  const all = readTokens(text);
  const telling = all.filter(isTelling);
  const words = telling.length > 0 ? telling : all;
  return {
    words,
    all,
    ...(arxiv === undefined ? {} : { arxiv }),
    years: words.map(({ form }) => form).filter((form) => /^(?:19|20)\d\d$/.test(form)),
    contributions: [...new Set(words.flatMap(({ stem }) => kindStems.get(stem) ?? []))],
    code,
  };
}

/** Whether a word says something of a paper. */
export function isTelling({ form }: Pick<Token, 'form'>): boolean {
  return !silent.has(form.toLowerCase());
}
