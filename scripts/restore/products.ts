/** Runs of letters in a formula that are products: in `dDT` each letter is a variable, and some may stand under a root. */
import { splitLetters, type Token } from './tokens.ts';

/** The letters of a product, or the token itself where it is none. */
export function splitProduct(token: Token, before: Token | undefined, behind: Token | undefined): Token[] {
  const isScript = /^[_^{]$/.test(before?.text ?? '') && !token.spaced;
  const isCalled = behind?.text === '(' && token.text.length > 2;
  return isScript || isCalled || !isProduct(token) ? [token] : splitLetters(token);
}

/** Two letters, capitals, capitals behind small letters (`ndK`), or what cannot be spoken (`kdn`). */
const isProduct = ({ kind, text }: Token): boolean =>
  /^(?:pair|capitals|mixed|[wW]ord)$/.test(kind) &&
  /^(?:[a-zA-Z]{2}|[A-Z]{3,5}|[a-z]{1,3}[A-Z]{1,4}|[b-df-hj-np-tv-xz]{3,4})$/.test(text);
