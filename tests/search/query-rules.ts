/** The rules that make queries of papers; a row a rule. */
import { createHash } from 'node:crypto';
import { foldName } from '../../src/contract/fold-name.ts';
import { contributionWords } from '../../src/contract/search/fields.ts';
import { isTelling } from '../../src/contract/search/parse-query.ts';
import { readTokens } from '../../src/contract/search/tokens.ts';
import type { KnownPaper } from './queries.ts';

type Made = { query: string; relevant: string[] };

/** @returns nothing for a paper that does not have what the rule needs */
type Make = (paper: KnownPaper, papers: readonly KnownPaper[]) => Made | undefined;

const only = (paper: KnownPaper, query: string): Made => ({ query, relevant: [paper.url] });

/** A number that belongs to a paper, the same in every run. */
function pick(paper: KnownPaper, salt: string, below: number): number {
  return createHash('sha256').update(salt + paper.url).digest().readUInt32BE(0) % below; // prettier-ignore
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu) ?? [];
const telling = (text: string): string[] => wordsOf(text).filter((form) => isTelling({ form }));
const bare = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '');
const family = (name: string): string => name.split(/\s+/).at(-1) ?? name;
const shareStems = (a: string, b: string): boolean => {
  const stems = new Set(readTokens(a).map(({ stem }) => stem));
  return readTokens(b).every(({ stem }) => stems.has(stem));
};

/** Letters swapped, dropped or doubled in the longest word. */
function mistype(text: string, paper: KnownPaper): string | undefined {
  const longest = telling(text)
    .filter((form) => /^[a-z]{7,}$/i.test(form))
    .toSorted((a, b) => b.length - a.length)[0];
  if (longest === undefined) return undefined;
  const at = 2 + pick(paper, 'place', longest.length - 4);
  const [head, a = '', b = '', tail] = [
    longest.slice(0, at),
    longest[at],
    longest[at + 1],
    longest.slice(at + 2),
  ];
  const [wrong = ''] =
    [
      [b + a, a, a + a + b],
      [a, b + a, a + a + b],
    ][pick(paper, 'kind', 2)] ?? [];
  return text.replace(longest, head + wrong + tail);
}

const arxivSpellings: readonly ((id: string) => string)[] = [
  (id) => id,
  (id) => `${id}v2`,
  (id) => `arXiv:${id}`,
  (id) => `arxiv: ${id}v1`,
  (id) => `https://arxiv.org/abs/${id}`,
  (id) => `https://arxiv.org/pdf/${id}v3.pdf`,
  (id) => `10.48550/arXiv.${id}`,
];

/** Formulas of an abstract as people type them. */
const typedFormula: readonly ((formula: string) => string)[] = [
  (formula) => formula,
  (formula) => formula.replaceAll('√', 'sqrt ').replaceAll('ε', 'epsilon').replaceAll('Õ', 'O'),
  (formula) => formula.replaceAll('√', '\\sqrt ').replaceAll('ε', '\\epsilon').replaceAll('Õ', '\\tilde O'),
];

export const rules: readonly { type: string; make: Make }[] = [
  { type: 'exact title', make: (paper) => only(paper, paper.title) },
  {
    type: 'title less two words',
    make: (paper) => {
      const words = wordsOf(paper.title);
      if (words.length < 6) return undefined;
      const [a, b] = [pick(paper, 'first', words.length), pick(paper, 'second', words.length)];
      return only(paper, words.filter((_, i) => i !== a && i !== b).join(' ').toLowerCase()); // prettier-ignore
    },
  },
  {
    type: 'method',
    make: ({ method }, papers) => {
      if (method === undefined) return undefined;
      const same = papers.filter((other) => other.method && foldName(other.method) === foldName(method));
      return { query: method, relevant: same.map(({ url }) => url) };
    },
  },
  {
    type: 'author and year',
    make: ({ authors: [author] = [], year }, papers) => {
      if (author === undefined || year === undefined) return undefined;
      const name = family(author);
      const relevant = papers.filter(
        (other) => other.year === year && other.authors?.some((known) => family(known) === name),
      );
      return { query: `${name} ${year}`, relevant: relevant.map(({ url }) => url) };
    },
  },
  {
    type: 'arXiv id',
    make: (paper) => {
      const spell = arxivSpellings[pick(paper, 'arxiv', arxivSpellings.length)];
      return paper.arxiv === undefined || !spell ? undefined : only(paper, spell(paper.arxiv));
    },
  },
  {
    type: 'typo',
    make: (paper) => {
      const query = mistype(telling(paper.title).slice(0, 5).join(' '), paper);
      return query === undefined ? undefined : only(paper, query);
    },
  },
  {
    type: 'diacritics',
    make: (paper, papers) => {
      const author = paper.authors?.find((name) => bare(family(name)) !== family(name).normalize('NFKD'));
      if (author === undefined) return undefined;
      const relevant = papers.filter(({ authors }) =>
        authors?.some((name) => family(name) === family(author)),
      );
      return { query: bare(family(author)), relevant: relevant.map(({ url }) => url) };
    },
  },
  {
    type: 'mathematics',
    make: (paper, papers) => {
      const formulas =
        paper.abstract.match(/[^\s,;]*[√ε^λγ∞][^\s,;.]*/gu)?.filter(({ length }) => length > 3) ?? [];
      const formula = formulas.toSorted((a, b) => b.length - a.length)[0];
      const type = typedFormula[pick(paper, 'math', typedFormula.length)];
      if (formula === undefined || !type) return undefined;
      const relevant = papers.filter(({ abstract }) => abstract.includes(formula));
      return { query: type(formula), relevant: relevant.map(({ url }) => url) };
    },
  },
  {
    type: 'benchmark',
    make: ({ benchmarks: [name] = [] }, papers) => {
      if (name === undefined) return undefined;
      const relevant = papers.filter(({ benchmarks }) => benchmarks?.includes(name));
      return relevant.length > 6 ? undefined : { query: name, relevant: relevant.map(({ url }) => url) };
    },
  },
  {
    type: 'topic',
    make: ({ title }, papers) => {
      const [a, b] = telling(title.replace(/^[^:]*:/, '')).slice(-2);
      if (a === undefined || b === undefined) return undefined;
      const relevant = papers.filter((other) => shareStems(other.title, `${a} ${b}`));
      return { query: `${a} ${b}`, relevant: relevant.map(({ url }) => url) };
    },
  },
  {
    type: 'paraphrase',
    make: (paper) => {
      const sentences = paper.abstract.split(/(?<=\.)\s+(?=\p{Lu})/u);
      const sentence = sentences[pick(paper, 'sentence', sentences.length)] ?? '';
      const words = telling(sentence).filter((form) => form.length > 3 && !shareStems(paper.title, form));
      if (words.length < 8) return undefined;
      return only(paper, words.slice(0, 8).toReversed().join(' ').toLowerCase()); // prettier-ignore
    },
  },
  {
    type: 'compound',
    make: (paper, papers) => {
      const { venue, year, contribution } = paper;
      const topic = telling(paper.title).slice(-2).join(' ');
      const kind = contribution && contributionWords[contribution].split(' ')[0];
      const facts: [string, (other: KnownPaper) => boolean][] = [];
      if (venue) facts.push([venue, (other) => other.venue === venue]);
      if (year) facts.push([String(year), (other) => other.year === year]);
      if (kind === 'survey') facts.push([kind, (other) => other.contribution === contribution]);
      const [fact, holds] = facts[pick(paper, 'fact', facts.length || 1)] ?? [];
      if (fact === undefined || !holds) return undefined;
      const relevant = papers.filter((other) => holds(other) && shareStems(other.title, topic));
      return { query: `${topic} ${fact}`, relevant: relevant.map(({ url }) => url) };
    },
  },
];
