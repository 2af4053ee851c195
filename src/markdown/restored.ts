/** The formulas of a page that were restored from damaged text, each with what the listing had. */
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Page } from '../contract/page.ts';
import type { PaperRecord } from '../contract/record.ts';
import type { Settlement } from '../contract/schema.ts';
import { renderFormula } from './formula.ts';

export type Restoration = {
  changes: NonNullable<PaperRecord['restoration']>['changes'];
  settlements: readonly Settlement[];
};

export type RestoredFormula = {
  /** Absent where nothing of the formula was left. */
  raw?: string;
  html: string;
  by: { kind: 'rule'; rule: string } | { kind: 'hand'; why?: string; source?: string };
};

/** A change of the listing's text that wrote formulas. */
type Change = { raw: string; rule: string; tex: string };

/**
 * Formulas as they stand on the page, in its order: what the program wrote is there as it wrote it, what a person settled is there
 * instead, with the reason that `settled.yml` gives. What people took back to be text is no longer a formula.
 */
export function listRestored(
  { lines, abstract }: Pick<Page, 'lines' | 'abstract'>,
  { changes, settlements }: Restoration,
): RestoredFormula[] {
  const shown = { title: lines.title, abstract };
  return (['title', 'abstract'] as const).flatMap((field) => {
    const formulas = collectFormulas(shown[field]);
    const written = changes.filter((change) => change.field === field).flatMap(toChanges);
    return align(formulas, written).flatMap(([tex, change]) => toRestored(tex, change, settlements));
  });
}

function toRestored(
  tex: string,
  change: Change | undefined,
  settlements: readonly Settlement[],
): RestoredFormula[] {
  const settled = settlements.find(({ text }) => isSettled(tex, text));
  if (!change && !settled) return [];
  const { why, source } = settled ?? {};
  const isHand = settled !== undefined || change?.tex !== tex;
  return [
    {
      ...(change ? { raw: change.raw } : {}),
      html: renderFormula(tex, false),
      by: isHand
        ? { kind: 'hand', ...(why ? { why } : {}), ...(source ? { source } : {}) }
        : { kind: 'rule', rule: change.rule },
    },
  ];
}

function collectFormulas(nodes: readonly Nodes[]): string[] {
  const formulas: string[] = [];
  visit({ type: 'root', children: [...nodes] } as Root, (node: Nodes) => {
    if (node.type === 'inlineMath' || node.type === 'math') formulas.push(node.value);
  });
  return formulas;
}

/** What a change wrote may be text with several formulas in it. */
function toChanges({ raw, restored, rule }: Restoration['changes'][number]): Change[] {
  return Array.from(restored.matchAll(/\$([^$]+)\$/g), ([, tex = '']) => ({ raw, rule, tex }));
}

/** What was settled is a formula with words around it, or part of a formula. */
function isSettled(tex: string, text: string): boolean {
  return text.includes('$') ? text.includes(`$${tex}$`) : tex.includes(text);
}

/**
 * Each formula with the change that it comes from: the pairs, in the order of both, that are the likest together.
 * (S. B. Needleman and C. D. Wunsch, "A general method applicable to the search for similarities in the amino acid sequence of two
 * proteins", Journal of Molecular Biology 48, 1970.)
 */
function align(formulas: readonly string[], changes: readonly Change[]): [string, Change | undefined][] {
  const best = Array.from({ length: formulas.length + 1 }, () => new Float64Array(changes.length + 1));
  const scoreOf = (i: number, j: number): number => best[i]![j]!;
  for (let i = formulas.length - 1; i >= 0; i--) {
    for (let j = changes.length - 1; j >= 0; j--) {
      const paired = compare(formulas[i]!, changes[j]!.tex) + scoreOf(i + 1, j + 1);
      best[i]![j] = Math.max(paired, scoreOf(i + 1, j), scoreOf(i, j + 1));
    }
  }
  let j = 0;
  return formulas.map((tex, i) => {
    while (j < changes.length && scoreOf(i, j) === scoreOf(i, j + 1)) j++;
    const change = changes[j];
    const isPaired = change !== undefined && scoreOf(i, j) > scoreOf(i + 1, j);
    if (isPaired) j++;
    return [tex, isPaired ? change : undefined];
  });
}

/** From 0 to 1 how alike the letters of two formulas are, whatever the commands; 2 where the formulas are the same. */
function compare(a: string, b: string): number {
  if (a === b) return 2;
  const [x, y] = [toLetters(a), toLetters(b)];
  const rest = [...y];
  const shared = x.filter((letter) => {
    const at = rest.indexOf(letter);
    if (at !== -1) rest.splice(at, 1);
    return at !== -1;
  });
  const likeness = (2 * shared.length) / (x.length + y.length || 1);
  return likeness >= 0.5 ? likeness : 0;
}

const toLetters = (tex: string): string[] => tex.replace(/\\[a-z]+/gi, '').match(/[\p{L}\p{N}]/gu) ?? [];
