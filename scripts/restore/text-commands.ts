/** LaTeX of running text that survives the damage, as tables. Source: LaTeX2e reference manual, "Accents", "Font styles". */

/** Accent commands -> the combining mark that they put on the next letter. */
export const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};

/** Commands that stand for one character of text. */
export const characters: Readonly<Record<string, string>> = {
  aa: 'å',
  AA: 'Å',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ss: 'ß',
  // The dotless letters only ever carry an accent, which brings its own dot.
  i: 'ı',
  j: 'ȷ',
  ldots: '…',
  dots: '…',
  textellipsis: '…',
  textemdash: '—',
  textendash: '–',
  textmu: 'µ',
  textdegree: '°',
  textregistered: '®',
  texttrademark: '™',
  copyright: '©',
  S: '§',
  P: '¶',
};

/** Font switches `{\em x}` and commands `\emph{x}` -> the mdast node that says the same. */
export const fonts: Readonly<Record<string, 'emphasis' | 'strong' | 'inlineCode' | 'plain'>> = {
  em: 'emphasis',
  it: 'emphasis',
  sl: 'emphasis',
  itshape: 'emphasis',
  slshape: 'emphasis',
  emph: 'emphasis',
  textit: 'emphasis',
  textsl: 'emphasis',
  bf: 'strong',
  bfseries: 'strong',
  textbf: 'strong',
  tt: 'inlineCode',
  ttfamily: 'inlineCode',
  texttt: 'inlineCode',
  // Small capitals, sans and roman say nothing that Markdown can say.
  sc: 'plain',
  scshape: 'plain',
  textsc: 'plain',
  sf: 'plain',
  sffamily: 'plain',
  textsf: 'plain',
  rm: 'plain',
  textrm: 'plain',
  text: 'plain',
};
