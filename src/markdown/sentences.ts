/** Marks an abstract with what its annotation says: where the role of the sentences changes, and which one is the result. */
import type { Nodes, RootContent, Text } from 'mdast';
import { foldAbstract, type Page } from '../contract/page.ts';
import { toParagraph } from '../contract/phrasing.ts';
import type { PaperRecord, Role } from '../contract/record.ts';
import { splitSentences, type SentenceRange } from '../contract/sentences.ts';

export type RoleRange = NonNullable<PaperRecord['annotation']>['roles'][number];

/** Stands before the sentence with which a role begins; `close` where the label before it is less than a line away. */
export type RoleLabel = { type: 'roleLabel'; role: Role; close: boolean };

/** Words of the sentence that states the main result. */
export type ResultWords = { type: 'resultWords'; children: Nodes[] };

export type SentenceMarks = { hasResult: boolean; hasRoles: boolean };

type Marked = Pick<Page, 'source' | 'abstract' | 'abstractRange' | 'data'>;

/** Characters on one line of an abstract: labels in the margin that are nearer would cover each other. */
const lineLength = 100;

/**
 * Changes the abstract of `page`. Roles that do not fit its sentences are not shown: somebody has changed the words since
 * they were found. The sentence of the headline is found by its words.
 * @returns what was marked
 */
export function markSentences(page: Marked, roles: readonly RoleRange[]): SentenceMarks {
  const { start: from, end: to } = page.abstractRange;
  const source = page.source.slice(from, to);
  const folded = foldAbstract(source);
  const sentences = splitSentences(folded);
  const places = mapFolded(source, folded).map((place) => place + from);
  const placeOf = (offset: number): number => places[offset] ?? -1;
  const result = sentences.find(({ start, end }) => isHeadline(folded.slice(start, end), page.data.headline));
  const changes = fits(roles, sentences) ? roles.filter(({ role }, i) => role !== roles[i - 1]?.role) : [];
  const span = result && { start: placeOf(result.start), end: placeOf(result.end - 1) + 1 };
  const cuts = [...changes.map(({ start }) => placeOf(start)), ...(span ? [span.start, span.end] : [])];
  cutTexts(page.abstract, cuts, page.source);
  for (const [i, { start, role }] of changes.entries()) {
    const close = i > 0 && start - (changes[i - 1]?.start ?? 0) < lineLength;
    insertAt(page.abstract, placeOf(start), { type: 'roleLabel', role, close });
  }
  if (span) wrapSpan(page.abstract, span);
  return { hasResult: result !== undefined, hasRoles: changes.length > 0 };
}

function isHeadline(sentence: string, headline: string | undefined): boolean {
  return headline !== undefined && (sentence === headline || toParagraph(sentence) === headline);
}

function fits(roles: readonly RoleRange[], sentences: readonly SentenceRange[]): boolean {
  return (
    roles.length === sentences.length &&
    roles.every(({ start, end }, i) => sentences[i]?.start === start && sentences[i]?.end === end)
  );
}

/** For each character of the folded text, its place in the source: the two differ in white space only. */
export function mapFolded(source: string, folded: string): number[] {
  let at = 0;
  return Array.from({ length: folded.length }, (_, i) => {
    const character = folded[i] ?? '';
    if (/\s/.test(character)) return at;
    while (at < source.length && source[at] !== character) at++;
    return at++;
  });
}

/** Cuts running text at places of the source, so that no piece lies across one. */
function cutTexts(nodes: readonly RootContent[] | Nodes[], cuts: readonly number[], source: string): void {
  const list = nodes as Nodes[];
  for (let i = 0; i < list.length; i++) {
    const node = list[i];
    if (node && 'children' in node) cutTexts(node.children as Nodes[], cuts, source);
    if (node?.type !== 'text') continue;
    const { start, end } = toSpan(node);
    const within = [...new Set(cuts)].filter((place) => place > start && place < end).sort((a, b) => a - b);
    if (within.length === 0) continue;
    const pieces = [start, ...within].map((from, n) => cutText(node, from, within[n] ?? end, source));
    list.splice(i, 1, ...pieces);
    i += pieces.length - 1;
  }
}

function cutText(node: Text, from: number, to: number, source: string): Text {
  const { start, end } = toSpan(node);
  const lengthTo = (place: number): number =>
    place === end ? node.value.length : unescape(source.slice(start, place)).length;
  const piece: Text = { type: 'text', value: node.value.slice(lengthTo(from), lengthTo(to)) };
  const { position } = node;
  if (position) {
    piece.position = { start: { ...position.start, offset: from }, end: { ...position.end, offset: to } };
  }
  return piece;
}

/** Markdown text as its value: escapes gone, lines bare of the white space around their ends. */
function unescape(source: string): string {
  return source.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/[ \t]*\n[ \t]*/g, '\n');
}

/** Puts a label before the phrasing that begins at a place of the source, or behind a mark at that place. */
function insertAt(nodes: readonly RootContent[] | Nodes[], place: number, label: RoleLabel): void {
  const list = nodes as Nodes[];
  const at = list.findIndex((node) => place < toSpan(node).end);
  const node = list[at];
  if (!node) return;
  if ('children' in node && (isBlock(node) || toSpan(node).start < place))
    insertAt(node.children as Nodes[], place, label);
  else if (!isBlock(node)) list.splice(at, 0, label as unknown as Nodes);
}

/** Wraps the phrasing of a span, block by block. */
function wrapSpan(nodes: readonly RootContent[] | Nodes[], span: { start: number; end: number }): void {
  const list = nodes as Nodes[];
  const isWithin = (node: Nodes): boolean =>
    !isBlock(node) && toSpan(node).start >= span.start && toSpan(node).end <= span.end;
  for (let i = 0; i < list.length; i++) {
    const node = list[i];
    if (!node) continue;
    if (!isWithin(node)) {
      if ('children' in node) wrapSpan(node.children as Nodes[], span);
      continue;
    }
    const stop = list.findIndex((other, at) => at > i && !isWithin(other));
    const children = list.slice(i, stop === -1 ? list.length : stop);
    list.splice(i, children.length, {
      type: 'resultWords',
      children,
    } satisfies ResultWords as unknown as Nodes);
  }
}

const blocks = new Set<string>(['paragraph', 'list', 'listItem', 'blockquote', 'code', 'math', 'table', 'tableRow', 'tableCell']); // prettier-ignore

function isBlock({ type }: Nodes): boolean {
  return blocks.has(type);
}

function toSpan({ position }: Nodes): { start: number; end: number } {
  return { start: position?.start.offset ?? -1, end: position?.end.offset ?? -1 };
}
