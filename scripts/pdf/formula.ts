/**
 * Formulas in Typst, from the MathML that KaTeX makes of them: tree to tree, one function an element. The template's
 * `symbol-of` is one character of a formula, slanted or not as the tradition is.
 */
import type { MathElement, MathNode } from '../book/mathml.ts';
import { callOf, join, type Typst } from './typst.ts';

/** @throws UnknownMath where the MathML has an element, attribute or accent that no row below knows */
export function toTypstFormula(math: MathElement): Typst {
  return setRow(math);
}

export class UnknownMath extends Error {
  override name = 'UnknownMath';
}

const applied = '\u2061';

/** A row of the table an element; what an element means beside its children stands in its attributes. */
const elements: Readonly<Record<string, (element: MathElement) => Typst>> = {
  math: setRow,
  semantics: setRow,
  mrow: setRow,
  mpadded: setRow,
  mstyle: setStyle,
  mi: setIdentifier,
  mn: (element) => vary(textOf(element), element),
  mo: setOperator,
  mtext: setText,
  mspace: ({ attributes }) => setSpace(attributes.width ?? '0em'),
  msub: (element) => attach(element, ['base', 'b']),
  msup: (element) => attach(element, ['base', 't']),
  msubsup: (element) => attach(element, ['base', 'b', 't']),
  munder: setOver,
  mover: setOver,
  munderover: (element) => attach(element, ['base', 'b', 't'], 'math.limits'),
  mfrac: setFraction,
  msqrt: (element) => callOf('math.sqrt', [setRow(element)]),
  mroot: ({ children: [radicand, index] }) => callOf('math.root', [setNode(index), setNode(radicand)]),
  mtable: setTable,
  mphantom: (element) => callOf('hide', [setRow(element)]),
  menclose: setEnclosed,
};

function setNode(node: MathNode | undefined): Typst {
  if (node === undefined) return '';
  if (typeof node === 'string') return node;
  const set = elements[node.name];
  if (!set) throw new UnknownMath(`<${node.name}>`);
  return set(node);
}

function setRow({ children }: MathElement): Typst {
  const [first, last] = [children[0], children.at(-1)];
  const set = children.flatMap((child, i) => {
    // A sign with nothing to its right is no operation: "20×".
    if (child === last && isNamed(child, 'mo') && binary.test(textOf(child)))
      return [callOf('math.class', ['normal', setNode(child)])];
    if (isContinuation(children, i)) return [setSpace(medium), callOf('math.class', ['normal', setNode(child)]), setSpace(medium)];
    if (isApplied(children[i + 1]) && isNamed(child, 'mi')) return [callOf('math.op', [textOf(child)])];
    if (isNamed(child, 'mo') && textOf(child) === '…' && isSeparator(children[i + 1])) return [setNode(child), setSpace(thin)];
    return isApplied(child) ? [] : [setNode(child)];
  });
  const isFenced = isDelimiter(first) || isDelimiter(last);
  return isFenced ? callOf('math.lr', [join(set)]) : join(set);
} // prettier-ignore

/** Whether a sign goes on with the line above: `{}` stands before it, by hand or where `aligned` begins a cell. */
function isContinuation(children: readonly MathNode[], i: number): boolean {
  const [child, before] = [children[i], children.slice(0, i)];
  const isEmpty = (node: MathNode): boolean => isNamed(node, 'mrow') && node.children.length === 0;
  return (
    isNamed(child, 'mo') &&
    binary.test(textOf(child)) &&
    before.some(isEmpty) &&
    before.every((node) => isEmpty(node) || isNamed(node, 'mspace'))
  );
}

function isSeparator(node: MathNode | undefined): boolean {
  return isNamed(node, 'mo') && node.attributes.separator === 'true';
}

const [thin, medium] = ['0.1667em', '0.2222em'];

const binary = /^[×±∓·⋅∗∘+−÷⊕⊗]$/u;

function isNamed(node: MathNode | undefined, name: string): node is MathElement {
  return typeof node === 'object' && node.name === name;
}

function isApplied(node: MathNode | undefined): boolean {
  return isNamed(node, 'mo') && textOf(node) === applied;
}

/** One of `\left`, `\middle`, `\right`; those of `\bigl` have a size of their own. */
function isDelimiter(node: MathNode | undefined): boolean {
  return isNamed(node, 'mo') && node.attributes.fence === 'true' && node.attributes.minsize === undefined;
}

function textOf({ children }: MathElement): string {
  return children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** The functions that make a variant of a letter, from the inside out. */
const variants: Readonly<Record<string, readonly string[]>> = {
  normal: ['math.upright'],
  bold: ['math.upright', 'math.bold'],
  italic: ['math.italic'],
  'bold-italic': ['math.italic', 'math.bold'],
  'double-struck': ['math.bb'],
  script: ['math.cal'],
  fraktur: ['math.frak'],
  'sans-serif': ['math.upright', 'math.sans'],
  monospace: ['math.upright', 'math.mono'],
};

function vary(set: Typst, { attributes: { mathvariant } }: MathElement): Typst {
  if (mathvariant === undefined) return set;
  const functions = variants[mathvariant];
  if (!functions) throw new UnknownMath(`mathvariant="${mathvariant}"`);
  return functions.reduce((inner, name) => callOf(name, [inner]), set);
}

/** A letter is a symbol and slants; a word stands upright; a sign that is used as a letter keeps no distance. */
function setIdentifier(element: MathElement): Typst {
  const text = textOf(element);
  // What `\underset` and its like make of letters.
  if (element.children.some((child) => typeof child !== 'string')) return setRow(element);
  if ([...text].length > 1) return vary(text, element);
  if (/[\p{L}\p{N}]/u.test(text)) return vary(callOf('symbol-of', [text]), element);
  return callOf('math.class', ['normal', callOf('symbol-of', [toGlyph(text)])]);
}

/** Signs for which MathML and fonts differ. */
function toGlyph(sign: string): string {
  return { '∣': '|', '∥': '‖', '<': '⟨', '>': '⟩' }[sign] ?? sign;
}

const noDistance = /^0(?:em)?$/;

function setOperator(element: MathElement): Typst {
  const { children, attributes } = element;
  if (children.some((child) => typeof child !== 'string')) return setGrouped(element);
  const text = textOf(element);
  if (text === '' || /^[\u2061-\u2064]$/.test(text)) return '';
  if ([...text].length > 1) return callOf('math.op', [text]);
  const { minsize, fence, stretchy, lspace, rspace } = attributes;
  // A delimiter of `\bigl` and its like; an arrow that is as long as what stands over it.
  if (minsize !== undefined && fence === undefined)
    return callOf('math.stretch', [callOf('symbol-of', [text])], { size: toLength(minsize) });
  if (minsize !== undefined) {
    // `\bigm|` and `\big|` are one in MathML; the first is what stands within a formula.
    const side = fence === 'true' ? toSide(text) : 'relation';
    // Of what is no bracket by its class only `stretch` changes the size.
    const grow = side === 'opening' || side === 'closing' ? 'math.lr' : 'math.stretch';
    return callOf('math.class', [
      side,
      callOf(grow, [callOf('symbol-of', [toGlyph(text)])], { size: toLength(minsize) }),
    ]);
  }
  if (fence === 'true') {
    const symbol = callOf('symbol-of', [toGlyph(text)]);
    return lspace === undefined ? symbol : callOf('math.mid', [symbol]);
  }
  const isBar = stretchy === 'false' && /[∣∥|]/.test(text);
  if (isBar || (noDistance.test(lspace ?? '') && noDistance.test(rspace ?? '')))
    return callOf('math.class', ['normal', callOf('symbol-of', [toGlyph(text)])]);
  const symbol = callOf('symbol-of', [text]);
  return /\p{L}/u.test(text) ? callOf('math.class', ['relation', symbol]) : symbol;
}

function toSide(delimiter: string): string {
  if (/[([{⟨⌊⌈⟦<]/u.test(delimiter)) return 'opening';
  return /[)\]}⟩⌋⌉⟧>]/u.test(delimiter) ? 'closing' : 'normal';
}

/** What `\mathop`, `\mathbin`, `\mathrel` and their like make of other signs; letters alone are the name of an operator. */
function setGrouped(element: MathElement): Typst {
  const name = textOf(element).replace(applied, '');
  const isWord = /^\p{L}[\p{L}\s]+$/u.test(name);
  const isBinary = element.attributes.lspace === '0.22em';
  if (isWord && !isBinary) return callOf('math.op', [name]);
  const kind = isBinary ? 'binary' : /^\p{L}$/u.test(name) ? 'normal' : 'relation';
  return callOf('math.class', [kind, isWord ? name : setRow(element)]);
}

/** The widths of the spaces that KaTeX writes as characters; with U+2063 they are negative. */
const spaces: Readonly<Record<string, number>> = {
  '\u200a': 0.0556,
  '\u2009': 0.1667,
  '\u2005': 0.2222,
  '\u205f': 0.2222,
  '\u2005\u200a': 0.2778,
  '\u2005\u2063': -0.2778,
};

function setText(element: MathElement): Typst {
  const text = textOf(element);
  const width = spaces[text] ?? (text.endsWith('\u2063') ? -(spaces[text.slice(0, -1)] ?? 0) : 0);
  if (width !== 0) return setSpace(`${width}em`);
  return vary(text.replace(/\u00a0/g, ' '), element);
}

function setSpace(width: string): Typst {
  const length = toLength(width);
  return callOf('h', [length]);
}

/** A length in em, as the template's function that makes one. */
function toLength(width: string): Typst {
  const value = /^\+?(-?[\d.]+)em$/.exec(width)?.[1];
  if (value === undefined) throw new UnknownMath(`the length ${width}`);
  return callOf('ems', [Number(value)]);
}

function setStyle(element: MathElement): Typst {
  const { displaystyle, scriptlevel = '0', mathcolor } = element.attributes;
  const row = setRow(element);
  const colour = mathcolor === undefined ? row : callOf('coloured', [toColour(mathcolor), row]);
  if (Number(scriptlevel) > 0) return callOf(scriptlevel === '1' ? 'math.script' : 'math.sscript', [colour]);
  return displaystyle === undefined ? colour : callOf(displaystyle === 'true' ? 'math.display' : 'math.inline', [colour]);
} // prettier-ignore

const colours: Readonly<Record<string, string>> = {
  black: '#000000', white: '#ffffff', gray: '#808080', grey: '#808080', red: '#ff0000', green: '#008000',
  blue: '#0000ff', yellow: '#ffff00', orange: '#ffa500', purple: '#800080', cyan: '#00ffff', magenta: '#ff00ff',
  brown: '#a52a2a', teal: '#008080', navy: '#000080', olive: '#808000', maroon: '#800000', lime: '#00ff00',
}; // prettier-ignore

function toColour(name: string): string {
  const code = name.startsWith('#') ? name : colours[name.toLowerCase()];
  if (code === undefined) throw new UnknownMath(`the colour ${name}`);
  return code;
}

/** Operators say where their scripts stand: beside them unless MathML puts them over and under. */
function attach(
  { children }: MathElement,
  names: readonly string[],
  place: 'math.limits' | 'math.scripts' = 'math.scripts',
): Typst {
  const parts = Object.fromEntries(names.map((name, i) => [name, setNode(children[i])]));
  const { base = '', ...scripts } = parts;
  const needsPlace = place === 'math.limits' || isOperator(children[0]);
  // KaTeX puts the scripts of a sum under it in the fractions of a display, too, where there is no room.
  const named = place === 'math.limits' && isSum(children[0]) ? { inline: false } : {};
  return callOf('math.attach', [needsPlace ? callOf(place, [base], named) : base], scripts);
}

function isSum(node: MathNode | undefined): boolean {
  return isNamed(node, 'mo') && /^[∏∐∑⋀-⋃⨀-⨆]$/u.test(textOf(node));
}

function isOperator(node: MathNode | undefined): boolean {
  if (typeof node !== 'object') return false;
  return node.name === 'mo' || (node.name === 'mrow' && node.children.some(isApplied));
}

/** Accents by what MathML writes over the letter, as combining characters. */
const accents: Readonly<Record<string, string>> = {
  '~': '\u0303', '^': '\u0302', ˉ: '\u0304', '⃗': '\u20d7', '˙': '\u0307', '¨': '\u0308', ˊ: '\u0301', ˋ: '\u0300',
  ˇ: '\u030c', '˘': '\u0306', '˚': '\u030a', '→': '\u20d7', '←': '\u20d6', '↔': '\u20e1', '⃛': '\u20db',
}; // prettier-ignore

/** What is drawn as long as its base, over and under it. */
const spanning: Readonly<Record<string, readonly [over: string, under: string]>> = {
  '‾': ['math.overline', 'math.underline'],
  '⏞': ['math.overbrace', 'math.underbrace'],
  '⏟': ['math.overbrace', 'math.underbrace'],
  '⏠': ['math.overparen', 'math.underparen'],
  '⏡': ['math.overparen', 'math.underparen'],
  '⎴': ['math.overbracket', 'math.underbracket'],
  '⎵': ['math.overbracket', 'math.underbracket'],
};

function setOver(element: MathElement): Typst {
  const { name, children, attributes } = element;
  const [base, mark] = [children.find((child) => !isApplied(child)), children.at(-1)];
  const sign = isNamed(mark, 'mo') ? textOf(mark) : '';
  const stretched = isNamed(mark, 'mo') && mark.attributes.stretchy === 'true';
  const line = stretched ? spanning[sign]?.[name === 'mover' ? 0 : 1] : undefined;
  if (line !== undefined) return callOf(line, [setNode(base)]);
  const accent = accents[sign];
  if (attributes.accent === 'true' && accent !== undefined)
    return callOf('accented', [setNode(base), accent, stretched]);
  return attach({ ...element, children: [base ?? '', mark ?? ''] }, ['base', name === 'mover' ? 't' : 'b'], 'math.limits');
} // prettier-ignore

/** A fraction without a line is one of a binomial coefficient. */
function setFraction({ children: [over, under], attributes }: MathElement): Typst {
  const parts = [setNode(over), setNode(under)];
  return attributes.linethickness?.startsWith('0')
    ? callOf('math.vec', parts, { delim: null })
    : callOf('math.frac', parts);
}

/** Tables of `aligned` have cells right and left in turn: the template puts the points of alignment between them. */
function setTable({ children, attributes: { columnalign = '' } }: MathElement): Typst {
  const rows = children.map((row) => ({
    list: (typeof row === 'object' ? row.children : []).map((cell) =>
      typeof cell === 'object' ? setRow(cell) : cell,
    ),
  }));
  if (columnalign.startsWith('right left')) return callOf('aligned', [{ list: rows }]);
  return callOf('matrix', [{ list: rows }], { align: columnalign.split(' ')[0] || 'center' });
}

function setEnclosed(element: MathElement): Typst {
  const { notation = '' } = element.attributes;
  if (notation === 'box') return callOf('boxed', [setRow(element)]);
  const strikes = notation.split(' ').filter((word) => word.endsWith('strike'));
  if (strikes.length === 0) throw new UnknownMath(`notation="${notation}"`);
  const named = strikes.length > 1 ? { cross: true } : { inverted: strikes[0] === 'downdiagonalstrike' };
  return callOf('math.cancel', [setRow(element)], named);
}
