/**
 * A folded title is what stays the same when a title is typed, damaged or typeset in another way: case, punctuation,
 * accents and LaTeX are gone, words are joined. Two papers with one folded title are probably one paper.
 */
export type FoldedTitle = string & { readonly brand: 'FoldedTitle' };

/** What is replaced, in this order, before everything but letters and digits goes. */
const folds: readonly { find: RegExp; by: string; why: string }[] = [
  {
    find: /\\[a-zA-Z]+\s*\{([^{}]*)\}/g,
    by: '$1',
    why: 'listing pages print only the argument of a command: \\text{off} is off',
  },
  {
    find: /\\(?:["'`^~=.]|[cHkruvbdt](?![a-zA-Z]))\s*/g,
    by: '',
    why: 'an accent in LaTeX, T\\"ULU, is one in Unicode, TÜLU, and both go',
  },
  { find: /\\(?:em|it|bf|sc|rm|tt|sf|sl)(?![a-zA-Z])/g, by: '', why: 'a change of fonts is no word' },
  {
    find: /\\?math(?:bb|bf|bm|cal|frak|it|rm|scr|sf|tt)(?![a-z])/g,
    by: '',
    why: 'listing pages leave the bare name of a mathematical alphabet: mathcal O is O',
  },
  { find: /\\(?:aa|AA)(?![a-zA-Z])/g, by: 'a', why: 'the ring of å goes like any accent' },
  {
    find: /\\([lLoO]|ae|AE|oe|OE|ss|i|j)(?![a-zA-Z])/g,
    by: '$1',
    why: 'a letter that LaTeX writes as a command',
  },
];

/** Letters that no Unicode decomposition leads to ASCII, and Greek ones, which LaTeX and listing pages spell out. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i',
  α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', ϵ: 'epsilon', ζ: 'zeta', η: 'eta', θ: 'theta',
  ϑ: 'vartheta', ι: 'iota', κ: 'kappa', λ: 'lambda', μ: 'mu', ν: 'nu', ξ: 'xi', π: 'pi', ρ: 'rho', σ: 'sigma', ς: 'sigma',
  τ: 'tau', υ: 'upsilon', φ: 'phi', ϕ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega',
}; // prettier-ignore

/** Titles longer than this are told apart by their beginning; keeps hostile input cheap. */
const longestTitle = 2000;

/** Folds a title, raw or typeset. One without letters and digits (`???`) folds to itself without white space. */
export function foldTitle(title: string): FoldedTitle {
  const start = title.slice(0, longestTitle);
  const folded = toAscii(toBareTitle(start))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return (folded || start.replace(/\s/g, '')) as FoldedTitle;
}

/** A title without the commands that LaTeX dresses words with. */
export function toBareTitle(title: string): string {
  return folds.reduce((text, { find, by }) => text.replace(find, by), title);
}

/** Latin and Greek letters without accents, as ASCII; letters of other scripts stay. */
export function toAscii(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\P{ASCII}/gu, toAsciiLetter);
}

function toAsciiLetter(letter: string): string {
  const lower = letter.toLowerCase();
  const ascii = letters[lower] ?? letter;
  return letter === lower ? ascii : ascii.charAt(0).toUpperCase() + ascii.slice(1);
}
