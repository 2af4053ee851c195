/** Formulas as MathML of KaTeX, with their words. */
import type { Element, ElementContent } from 'hast';
import { mendLeaf, parseMathml, toMathml } from '../book/mathml.ts';
import type { Formula, MathElement, MathNode, Speak } from '../book/mathml.ts';
import { varyLetters } from './letters.ts';
import { element } from './xml.ts';

export function toMath(formula: Formula, speak: Speak): Element {
  const { name, attributes, children } = parseMathml(toMathml(formula));
  const { xmlns } = attributes;
  return element(
    name,
    { xmlns, display: formula.display ? 'block' : 'inline', alttext: speak(formula) },
    children.map(toNode),
  );
}

function toNode(node: MathNode): ElementContent {
  if (typeof node === 'string') return { type: 'text', value: node };
  const { name, attributes, children } = varyLeaf(mendLeaf(node));
  const parts = scripts.test(name) ? children.filter((child) => !isApplication(child)) : children;
  // Without the annotation, which repeats the TeX, there is only one meaning left.
  return element(name === 'semantics' ? 'mrow' : name, attributes, parts.map(toNode));
}

/** Elements with a fixed number of children, into which KaTeX may put the sign of a function as one more. */
const scripts = /^m(?:sub|sup|subsup|under|over|underover)$/;

function isApplication(node: MathNode): boolean {
  return typeof node === 'object' && node.name === 'mo' && node.children[0] === '\u2061';
}

function varyLeaf(element: MathElement): MathElement {
  const { mathvariant, ...attributes } = element.attributes;
  const [text, ...others] = element.children;
  if (mathvariant === undefined || typeof text !== 'string' || others.length > 0) return element;
  const varied = varyLetters(text, mathvariant);
  return varied === undefined ? element : { ...element, attributes, children: [varied] };
}
