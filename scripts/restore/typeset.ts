/**
 * Running text -> phrasing tree: the LaTeX of text that survives the damage (accents, escapes, fonts, quotes, dashes,
 * ties, addresses), around formulas whose places are known. Each node keeps its spelling, so the tree can be undone.
 */
import type { PhrasingContent } from 'mdast';
import { rulesByStart } from './text-rules.ts';
import { shownText, spelt, type Reading, type Scan } from './text-scan.ts';
import type { Change, Doubt, Field, Formula, RestoredText } from './types.ts';

/** A scan and what it gathers. */
type Setting = Scan & { field: Field; formulas: Map<number, Formula>; changes: Change[]; doubts: Doubt[] };

/** Sets `raw` around its `formulas`, which must not overlap. */
export function typeset(field: Field, raw: string, formulas: readonly Formula[]): RestoredText {
  const byStart = new Map(formulas.map((formula) => [formula.start, formula]));
  const scan: Setting = {
    field,
    raw,
    formulas: byStart,
    changes: [],
    doubts: [],
    quotes: [],
    read: (from, to) => readRange(scan, from, to),
  };
  const tree = trimEnds(readRange(scan, 0, raw.length));
  return { tree, changes: scan.changes.sort(byPlace), doubts: scan.doubts.sort(byPlace) };
}

const byPlace = (a: Change | Doubt, b: Change | Doubt): number => a.start - b.start || b.end - a.end;

function readRange(scan: Setting, from: number, to: number): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let plainFrom = from;
  const flush = (end: number): void => {
    if (end > plainFrom) nodes.push({ type: 'text', value: scan.raw.slice(plainFrom, end) });
  };
  for (let at = from; at < to;) {
    const reading = readAt(scan, at, to);
    if (reading === undefined) {
      at++;
      continue;
    }
    flush(at);
    nodes.push(...reading.nodes);
    at = plainFrom = reading.end;
  }
  flush(to);
  return joinText(nodes);
}

function readAt(scan: Setting, at: number, to: number): Reading | undefined {
  const formula = scan.formulas.get(at);
  if (formula !== undefined && formula.end <= to) return readFormula(scan, formula);
  const rules = rulesByStart.get(scan.raw.charCodeAt(at));
  if (rules === undefined) return undefined;
  for (const rule of rules) {
    const reading = rule.read(scan, at, to);
    if (reading === undefined) continue;
    record(scan, at, reading);
    return reading;
  }
  return undefined;
}

function record(
  { field, raw, changes, doubts }: Setting,
  start: number,
  { end, nodes, rule, doubt }: Reading,
): void {
  const place = { field, start, end, raw: raw.slice(start, end), restored: nodes.map(shownText).join('') };
  if (rule !== undefined) changes.push({ ...place, rule, confidence: 1 });
  if (doubt !== undefined) doubts.push({ ...place, reason: doubt });
}

function readFormula(scan: Setting, formula: Formula): Reading {
  const { start, end, tex, rule, confidence, doubt } = formula;
  const place = { field: scan.field, start, end, raw: scan.raw.slice(start, end), restored: `$${tex}$` };
  if (rule === 'undamaged') return { end, nodes: [spelt({ type: 'inlineMath', value: tex }, place.raw)] };
  scan.changes.push({ ...place, rule, confidence });
  if (doubt !== undefined) scan.doubts.push({ ...place, reason: doubt });
  return { end, nodes: [{ type: 'inlineMath', value: tex }] };
}

/** Space at the ends of a text is none of its own, and Markdown could only write it as a reference. */
function trimEnds(nodes: PhrasingContent[]): PhrasingContent[] {
  for (const node of nodes) {
    if (node.type !== 'text') break;
    node.value = node.value.trimStart();
    if (node.value !== '') break;
  }
  for (const node of nodes.toReversed()) {
    if (node.type !== 'text') break;
    node.value = node.value.trimEnd();
    if (node.value !== '') break;
  }
  return nodes.filter((node) => node.type !== 'text' || node.value !== '' || node.data);
}

/** Adjacent text without a spelling of its own is one node. */
function joinText(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text' && !node.data && !last.data) last.value += node.value;
    else joined.push(node);
  }
  return joined;
}
