/** What the formats of JSON have in common: works as objects, their members as fields with places. */
import type { Report } from '../../src/contract/findings.ts';
import { openListing, toExcerpt, toField, type Entry, type Field, type ListingFile } from './entry.ts';
import { parseJson, type JsonNode } from './json.ts';
import { makePointFinder } from './lines.ts';
import { foldSpace, type Complain, type PaperFields } from './paper-fields.ts';

/** A work as an object of JSON. */
export type JsonObject = JsonNode & { value: Map<string, JsonNode> };

export type JsonFile = {
  complain: Complain;
  placeOf: (node: JsonNode) => { line: number; column: number };
  /** How the file writes a value, white space folded. */
  sourceOf: (node: JsonNode) => string;
  toEntries: (found: readonly (PaperFields | undefined)[]) => Entry[];
  /** Reads the value that starts at an offset; complains of what is wrong in it, and of what stands behind it. */
  read: (from?: number, to?: number) => JsonNode | undefined;
};

export function openJson(file: ListingFile, captured: string | null, report: Report): JsonFile {
  const { text } = file;
  const toPoint = makePointFinder(text);
  const { origin, complain } = openListing(file, captured, report);
  return {
    complain,
    // Of a text between quotation marks, the text.
    placeOf: ({ value, start }) => toPoint(typeof value === 'string' ? start + 1 : start),
    sourceOf: ({ start, end }) => foldSpace(text.slice(start, end)),
    toEntries: (found) => found.flatMap((fields) => (fields ? [{ ...origin, ...fields }] : [])),
    read: (from = 0, to = text.length) => {
      const { node, end, problems } = parseJson(text.slice(0, to), from);
      for (const { offset, unexpected, expected } of problems) complain(toPoint(offset), unexpected, expected);
      const rest = text.slice(end, to).trimStart();
      if (rest !== '' && problems.length === 0)
        complain(toPoint(to - rest.length), `text "${toExcerpt(rest)}" behind the JSON`, 'nothing more');
      return node;
    },
  };
} // prettier-ignore

export function isObject(node: JsonNode | undefined): node is JsonObject {
  return node?.value instanceof Map;
}

/** Members as fields: a list gives several values, what is nested deeper its source. Nulls say nothing. */
export function toRawFields({ value }: JsonObject, { placeOf, sourceOf }: JsonFile): Map<string, Field<string>[]> {
  const toValue = (node: JsonNode): Field<string>[] => {
    if (node.value === null || node.value === '') return [];
    const text = typeof node.value === 'string' ? node.value : sourceOf(node);
    return [toField(placeOf(node), text)];
  };
  return new Map(
    [...value].flatMap(([name, node]) => {
      const values = Array.isArray(node.value) ? node.value.flatMap(toValue) : toValue(node);
      return values.length > 0 ? [[name, values] as const] : [];
    }),
  );
} // prettier-ignore

/** The objects of a list, or the one object that stands alone; what broke off, or is none, is a finding. */
export function takeObjects(node: JsonNode | undefined, { complain, placeOf, sourceOf }: JsonFile): JsonObject[] {
  const nodes = Array.isArray(node?.value) ? node.value : node ? [node] : [];
  return nodes.flatMap((one) => {
    if (isObject(one) && !one.broken) return [one];
    const noun = one.broken ? 'unfinished entry' : 'value';
    complain(placeOf(one), `${noun} "${toExcerpt(sourceOf(one))}"`, 'an object that is whole');
    return [];
  });
} // prettier-ignore
