/**
 * Typst as a tree, and its printer: the only place that writes Typst's syntax. Text is always a string literal of the code
 * mode and never markup, so whatever it holds stays text.
 */

/** Strings are text; `null` is none. */
export type Typst = string | number | boolean | null | Call | Block | List | Fields;

/** A call of a function of Typst or of the template. */
export type Call = { call: string; args: readonly Typst[]; named: Named };

/** Values one after the other, joined. */
export type Block = { block: readonly Typst[] };

export type List = { list: readonly Typst[] };

export type Fields = { fields: Named };

/** What is `undefined` is left out. */
export type Named = { readonly [name: string]: Typst | undefined };

/** `callOf('text', 'a', { fill: … })` is `text(fill: …, "a")`. The last argument may be the named ones. */
export function callOf(call: string, args: readonly Typst[] = [], named: Named = {}): Call {
  return { call, args, named };
}

/** One value alone needs no block. */
export function join(values: readonly Typst[]): Typst {
  const [first, ...more] = values;
  return first !== undefined && more.length === 0 ? first : { block: values };
}

/** Writes a document: every value on lines of its own, after the import of what it calls. */
export function printDocument(template: string, values: readonly Typst[]): string {
  const lines = values.map((value) => `#${printValue(value, '')}`);
  return [`#import ${printText(template)}: *`, ...lines, ''].join('\n');
}

function printValue(value: Typst, indent: string): string {
  if (value === null) return 'none';
  if (typeof value === 'string') return printText(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if ('block' in value) return wrap('{', value.block.map(printIn(indent)), '}', '', indent);
  // A list of one has a comma, or it would be a group.
  if ('list' in value) return wrap('(', value.list.map(printIn(indent)), ')', ',', indent);
  if ('fields' in value)
    return value.fields && Object.keys(value.fields).length === 0
      ? '(:)'
      : wrap('(', printNamed(value.fields, indent), ')', ',', indent);
  const { call, args, named } = value;
  const parts = [...printNamed(named, indent), ...args.map(printIn(indent))];
  return `${assertName(call)}${wrap('(', parts, ')', ',', indent)}`;
}

const step = ' ';

function printIn(indent: string): (value: Typst) => string {
  return (value) => printValue(value, indent + step);
}

function printNamed(named: Named, indent: string): string[] {
  return Object.entries(named).flatMap(([name, value]) =>
    value === undefined ? [] : [`${assertName(name)}: ${printValue(value, indent + step)}`],
  );
}

/** What is short stands on one line. */
function wrap(open: string, parts: readonly string[], close: string, comma: string, indent: string): string {
  if (parts.length === 0) return open + close;
  const [first = ''] = parts;
  if (parts.length === 1 && first.length < 60 && !first.includes('\n')) return open + first + comma + close;
  const lines = parts.map((part) => `${indent}${step}${part}${comma}\n`);
  return `${open}\n${lines.join('')}${indent}${close}`;
}

function printText(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, '\\$&')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f]/g, (sign) => `\\u{${sign.charCodeAt(0).toString(16)}}`);
  return `"${escaped}"`;
}

/** Names come from the code, never from content. */
function assertName(name: string): string {
  if (!/^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)*$/.test(name)) throw new Error(`No name of Typst: ${name}`);
  return name;
}
