/** One thing is one token, however it is typed. */
import { expect, test } from 'vitest';
import { listStems, readTokens } from '../../src/contract/search/tokens.ts';

test.each([
  ['a root', ['√T', '\\sqrt{T}', 'sqrt T', 'sqrt(T)', '\\sqrt T']],
  ['a bound', ['Õ(√T)', '\\tilde{O}(\\sqrt{T})', 'O(sqrt T)', '\\widetilde{\\mathcal{O}}(\\sqrt T)']],
  [
    'a Greek letter',
    ['ε-optimal', 'epsilon-optimal', '$\\epsilon$-optimal', '\\varepsilon-optimal', 'ϵ optimal'],
  ],
  ['a star', ['Q*', 'Q^*', 'Q^{\\star}', 'Q^\\ast', 'Q star']],
  ['a power', ['d^2', 'd^{2}', 'd²', '$d^2$']],
  ['a factor before a letter', ['2β', '2beta', '2\\beta', '2 beta']],
  ['a function of a letter', ['TD(λ)', 'TD(lambda)', 'td(\\lambda)']],
  ['a hyphen', ['real-world', 'real–world', 'Real-World']],
  ['accents', ['Mutný', 'Mutny']],
  ['spellings and plurals', ['behaviour models', 'behavior model']],
  ['a possessive', ["Conway's", 'Conway’s', 'Conway']],
])('%s', (_, spellings) => {
  const [first, ...others] = spellings.map(listStems);
  expect(first?.length).toBeGreaterThan(0);
  for (const other of others) expect(other).toEqual(first);
});

test.each([
  ['a compound is one word too', 'fine-tuning', 'finetun'],
  ['neighbours in a formula are one token too', 'exp(d) queries', 'expd'],
  ['a number and its power', '10^73 actions', '1073'],
])('%s', (_, text, join) => {
  expect(readTokens(text)[0]?.joins).toBe(join);
});

test('words of two clauses, or of two sentences, are not joined', () => {
  expect(readTokens('first, second. ε. Third').map(({ joins }) => joins)).toEqual([undefined, undefined, undefined, undefined]); // prettier-ignore
});
