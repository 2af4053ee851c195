/** Trees as XML. Every document of an EPUB is a tree until it is printed here; nothing else writes a bracket. */
import type { Element, ElementContent, Properties } from 'hast';

/** What an element may hold as it is written in code: texts, and nothing where there is nothing to say. */
export type Child = ElementContent | string | undefined;

/** Attributes by the names that XML has for them; what is `undefined` is not there. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

export function element(name: string, attributes: Attributes, children: readonly Child[] = []): Element {
  return {
    type: 'element',
    tagName: name,
    properties: { ...attributes },
    children: children.flatMap((child) =>
      child === undefined ? [] : [typeof child === 'string' ? { type: 'text', value: child } : child],
    ),
  };
}

/** A whole document; one of HTML says so. */
export function printXml(root: Element): string {
  const type = root.tagName === 'html' ? '<!DOCTYPE html>\n' : '';
  return `<?xml version="1.0" encoding="UTF-8"?>\n${type}${printElement(root)}\n`;
}

/** Elements of HTML that never hold anything, and must not have an end tag where they are read as HTML. */
const empty = new Set(['br', 'hr', 'img', 'input', 'link', 'meta']);

function printElement({ tagName, properties, children }: Element): string {
  const open = assertName(tagName) + Object.entries(properties).map(printAttribute).join('');
  if (children.length === 0 && empty.has(tagName)) return `<${open}/>`;
  return `<${open}>${children.map(printNode).join('')}</${tagName}>`;
}

function printNode(node: ElementContent): string {
  if (node.type === 'element') return printElement(node);
  if (node.type === 'text') return escape(node.value);
  throw new Error(`No node of XML: ${node.type}`);
}

function printAttribute([name, value]: [string, Properties[string]]): string {
  if (value === undefined || value === null || value === false) return '';
  const attribute = assertName(name === 'className' ? 'class' : name);
  const text = Array.isArray(value) ? value.join(' ') : value === true ? attribute : String(value);
  return ` ${attribute}="${escape(text).replace(/["\t\n]/g, toReference)}"`;
}

/** What XML cannot hold at all. */
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu; // oxlint-disable-line no-control-regex

/** What some parsers read as the end of a line. */
const lineEnds = /[\r\u0085\u2028]/g;

function escape(text: string): string {
  return text
    .replace(impossible, '\ufffd')
    .replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
    .replace(lineEnds, toReference);
}

function toReference(sign: string): string {
  return `&#${sign.charCodeAt(0)};`;
}

/** Names come from the code and from libraries, never from content. */
function assertName(name: string): string {
  if (!/^[A-Za-z][\w-]*(?::[A-Za-z][\w-]*)?$/.test(name)) throw new Error(`No name of XML: ${name}`);
  return name;
}
