/** Formulas as MathML trees. KaTeX is the judge of every formula, and its MathML is what all books are set from. */
import katex from 'katex';
import { katexOptions } from '../../src/contract/math.ts';

export type Formula = { tex: string; display: boolean };

/** A formula in words. */
export type Speak = (formula: Formula) => string;

export type MathElement = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: MathNode[];
};

/** A string is what stands in a leaf. */
export type MathNode = MathElement | string;

const written = new Map<string, string>();

/** MathML as KaTeX writes it, without the annotation that repeats the TeX. Kept for the life of the process. */
export function toMathml(formula: Formula): string {
  const key = toFormulaKey(formula);
  const mathml = written.get(key) ?? writeMathml(formula);
  written.set(key, mathml);
  return mathml;
}

export function toFormulaKey({ tex, display }: Formula): string {
  return `${display ? 'display' : 'inline'} ${tex}`;
}

function writeMathml({ tex, display }: Formula): string {
  const html = katex.renderToString(tex, { ...katexOptions, output: 'mathml', displayMode: display });
  const [math = ''] = /<math[\s\S]*<\/math>/.exec(html) ?? [];
  return math.replace(/<annotation [\s\S]*?<\/annotation>/g, '');
}

const token = /<(\/?)([a-z]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>|[^<]+/gi;

/**
 * Reads MathML that KaTeX wrote: elements, attributes between double quotes, and five named characters.
 * @throws where it is anything else, for then KaTeX changed
 */
export function parseMathml(source: string): MathElement {
  const root: MathElement = { name: 'root', attributes: {}, children: [] };
  const open = [root];
  let end = 0;
  for (const match of source.matchAll(token)) {
    if (match.index !== end) break;
    end = match.index + match[0].length;
    const [whole, closing, name, attributes = '', empty] = match;
    const parent = open.at(-1) ?? root;
    if (name === undefined) parent.children.push(decode(whole));
    else if (closing) open.pop();
    else {
      const element: MathElement = { name, attributes: parseAttributes(attributes), children: [] };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const [math] = root.children;
  if (end !== source.length || open.length !== 1 || math === undefined || typeof math === 'string')
    throw new Error(`No MathML: ${source}`);
  return math;
}

function parseAttributes(source: string): Record<string, string> {
  return Object.fromEntries(
    [...source.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decode(value)]),
  );
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal === undefined ? (named[name] ?? whole) : String.fromCodePoint(Number(decimal));
  });
}

/** Where KaTeX puts elements into a leaf, which no reader knows, they stand in a row. */
export function mendLeaf(element: MathElement): MathElement {
  const { name, children } = element;
  const isLeaf = /^m[io]$/.test(name) && children.some((child) => typeof child !== 'string');
  return isLeaf ? { name: 'mrow', attributes: {}, children } : element;
}

export function printMathml(node: MathNode): string {
  if (typeof node === 'string') return encode(node);
  const { name, attributes, children } = mendLeaf(node);
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${encode(value)}"`);
  return `<${name}${list.join('')}>${children.map(printMathml).join('')}</${name}>`;
}

function encode(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The same without letters said to be upright: a voice would say so each time. */
export function toSpokenMathml(formula: Formula): string {
  return printMathml(parseMathml(toMathml(formula))).replaceAll(' mathvariant="normal"', '');
}
