/**
 * YAML with places: a value that does not fit its schema is reported where it stands in the file the person edits.
 * Anchors, aliases and tags are refused, so a file means what it shows and cannot grow when it is read.
 */
import type { Position } from 'unist';
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { z } from 'astro/zod';
import { isVisible } from './characters.ts';
import { closest } from './closest.ts';
import type { Complaint, Report } from './findings.ts';
import type { Repairs } from './repairs.ts';
import type { RuleId } from './rules.ts';

export type YamlPath = readonly (string | number)[];

export type LocatedYaml = {
  document: Document.Parsed;
  value: unknown;
  /** How the file spells the value at a path, and where (offsets). */
  sourceOf(path: YamlPath): { text: string; range: { start: number; end: number } } | undefined;
  /** The position of two offsets of the file. */
  at(from: number, to: number): Position;
  /** Where the value at a path stands; the nearest enclosing value where the path does not exist. */
  placeOf(path: YamlPath): Position;
  /** Where `length` characters from `start` of the text at a path stand; all of the text where YAML spells it otherwise. */
  placeIn(path: YamlPath, start: number, length: number): Position;
};

/** So many problems are reported of one kind and file; one that has more is no better known by thousands. */
const mostReported = 100;

type Input = { file: string; source: string; start?: number; end?: number };

/**
 * Reads the YAML of `source` between the offsets `start` and `end` (all of it by default).
 * Returns `undefined` after a finding of `ruleId` where it cannot be read.
 */
export function parseYaml(input: Input, ruleId: RuleId, report: Report): LocatedYaml | undefined {
  const { file, source, start = 0, end = source.length } = input;
  const lines = new LineCounter();
  // What stands before is blanked, so that every offset and line is one of the whole file.
  const text = source.slice(0, start).replace(/[^\n]/g, ' ') + source.slice(start, end);
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
  const at = (from: number, to: number): Position => ({
    start: toPoint(lines, from),
    end: toPoint(lines, to),
  });

  let sound = true;
  for (const error of [...document.errors, ...document.warnings].slice(0, mostReported)) {
    sound = false;
    report.add(ruleId, file, at(...error.pos), {
      message: `Unexpected YAML: ${error.message.replace(/\.?\s*$/, '')}`,
      expected: 'YAML of keys and plain values',
      hint: 'Put text that holds ": ", "#" or quotes between double quotes.',
    });
  }
  visit(document, (_, node) => {
    if (!isNode(node)) return;
    for (const key of isMap(node) ? findSecondKeys(node).slice(0, mostReported) : []) {
      sound = false;
      report.add(ruleId, file, at(key.range?.[0] ?? start, key.range?.[1] ?? start), {
        message: `Unexpected second "${String(key.value)}"`,
        expected: 'every key once',
        hint: 'Remove one of the two.',
      });
    }
    for (const { key } of isMap(node) ? node.items : []) {
      if (isScalar(key) || !isNode(key)) continue;
      sound = false;
      report.add(ruleId, file, at(key.range?.[0] ?? start, key.range?.[1] ?? start), {
        message: 'Unexpected list or map as a key',
        expected: 'keys that are words',
        hint: 'Put text that starts with "[" or "{" between double quotes.',
      });
    }
    const place = at(node.range?.[0] ?? start, node.range?.[1] ?? start);
    if (isAlias(node) || ('anchor' in node && node.anchor) || isTagged(node)) {
      sound = false;
      report.add(ruleId, file, place, {
        message: 'Unexpected anchor, alias or tag',
        expected: 'plain values',
        hint: 'Write the value out.',
      });
    } else if (isScalar(node) && isHidden(node, source)) {
      report.add('text-visible', file, place, {
        message: 'Unexpected escape of a character that cannot be seen',
        expected: 'characters that can be seen',
        hint: 'Remove it.',
      });
    }
  });
  if (!sound) return undefined;

  const nodeAt = (path: YamlPath): Node | undefined => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node)) return node;
    }
    return undefined;
  };
  const placeOf = (path: YamlPath): Position => {
    const node = nodeAt(path);
    return at(node?.range?.[0] ?? start, node?.range?.[1] ?? start);
  };
  return {
    document,
    at,
    value: document.toJS({ maxAliasCount: 0 }),
    sourceOf: (path) => {
      const node = document.getIn(path, true);
      if (!isScalar(node) || !node.range) return undefined;
      const [from, to] = node.range;
      return { text: source.slice(from, to), range: { start: from, end: to } };
    },
    placeOf,
    placeIn: (path, from, length) => {
      const node = nodeAt(path);
      if (!isScalar(node) || !node.range) return placeOf(path);
      const written = source.slice(node.range[0], node.range[1]);
      const inside = typeof node.value === 'string' ? written.indexOf(node.value) : -1;
      if (inside === -1) return placeOf(path);
      const offset = node.range[0] + inside + from;
      return at(offset, offset + length);
    },
  };
}

export type ShapeContext = { file: string; ruleId: RuleId; keys?: readonly string[]; repairs?: Repairs };

/** Checks what was read against a schema: every problem becomes a finding at its value, with the nearest known key. */
export function checkShape<T extends z.ZodType>(
  yaml: LocatedYaml,
  schema: T,
  { file, ruleId, keys = [], repairs = {} }: ShapeContext,
  report: Report,
): z.infer<T> | undefined {
  const result = schema.safeParse(yaml.value);
  if (result.success) return result.data;
  for (const issue of result.error.issues.slice(0, mostReported)) {
    const path = issue.path.filter((key) => typeof key !== 'symbol');
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys.slice(0, mostReported)) {
        const near = closest(key, keys);
        report.add(ruleId, file, placeOfKey(yaml, path, key), {
          message: `Unexpected key "${key}"`,
          expected: keys.length > 0 ? `one of ${keys.join(', ')}` : 'a known key',
          hint: near ? `Did you mean "${near}"?` : 'Remove it.',
        });
      }
      continue;
    }
    const missing = path.length > 0 && !yaml.document.hasIn(path);
    report.add(ruleId, file, yaml.placeOf(path), {
      message: missing
        ? `Missing "${path.join('.')}"`
        : `Unexpected value of "${path.join('.')}": ${shorten(yaml.document.getIn(path))}`,
      expected: toExpectation(issue),
      ...(missing ? { hint: `Add the key "${path.at(-1)}".` } : toRepair(yaml, path, schema, repairs)),
    });
  }
  return undefined;
}

/** The hint, and the fix where the value meant is certain and fits the schema. */
function toRepair(
  yaml: LocatedYaml,
  path: YamlPath,
  schema: z.ZodType,
  repairs: Repairs,
): Pick<Complaint, 'hint' | 'fix'> {
  const written = yaml.sourceOf(path);
  const value = written && repairs[path.join('.')]?.(written.text);
  if (!written || value === undefined || value === '') return { hint: 'Correct the value.' };
  const repaired = yaml.document.clone();
  repaired.setIn(path, value);
  const still = schema
    .safeParse(repaired.toJS())
    .error?.issues.some((issue) => issue.path.join('.') === path.join('.'));
  if (still) return { hint: 'Correct the value.' };
  const text = JSON.stringify(value);
  return {
    hint: `Write ${path.join('.')}: ${text} (scholium check --fix does).`,
    fix: { ...written.range, text },
  };
}

/** `!!str` says nothing that plain text does not; every other tag is for programs. */
function isTagged({ tag }: Node): boolean {
  return tag !== undefined && !/^tag:yaml\.org,2002:(?:str|map|seq)$/.test(tag);
}

/** A key that JavaScript takes for something else, and characters that only an escape such as `"\x00"` brings in. */
function isHidden({ value, range }: Scalar, source: string): boolean {
  if (typeof value !== 'string') return false;
  return value === '__proto__' || (!isVisible(value) && isVisible(source.slice(...(range ?? []))));
}

/** The parser of YAML compares every key with every other one; this takes time by their number. */
function findSecondKeys({ items }: YAMLMap): Scalar[] {
  const keys = items.flatMap(({ key }) => (isScalar(key) ? [key] : []));
  const seen = new Set<string>();
  return keys.filter(({ value }) => seen.size === seen.add(String(value)).size);
}

function placeOfKey(yaml: LocatedYaml, path: YamlPath, key: string): Position {
  const parent = path.length === 0 ? yaml.document.contents : yaml.document.getIn(path, true);
  const pair = isMap(parent)
    ? parent.items.find((item) => isScalar(item.key) && item.key.value === key)
    : undefined;
  return isScalar(pair?.key) && pair.key.range
    ? yaml.at(pair.key.range[0], pair.key.range[1])
    : yaml.placeOf(path);
}

function toExpectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int'
        ? 'a whole number'
        : `${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
    case 'invalid_value':
      return `one of ${issue.values.join(', ')}`;
    default:
      return issue.message;
  }
}

function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function toPoint(lines: LineCounter, offset: number): { line: number; column: number; offset: number } {
  const { line, col } = lines.linePos(offset);
  return { line, column: col, offset };
}
