/// <reference types="mdast-util-math" />
/** What the restorer gives back: a tree, and the evidence for everything in it that differs from the raw text. */
import type { PhrasingContent } from 'mdast';

declare module 'mdast' {
  interface Data {
    /** How the raw text spells this node, where its LaTeX cannot be told from the node itself. */
    spelling?: Spelling;
  }
}

/** A leaf's whole spelling, or what stands before and after the children of a parent. */
export type Spelling = string | { open: string; close: string };

export type Field = 'title' | 'abstract';

/** A stretch of the raw text; offsets are UTF-16 units, `end` exclusive. */
export type Span = { start: number; end: number };

/**
 * One automatic change. `restored` is what the tree holds there: the characters, or the formula as `$…$`.
 * `confidence` is the model's probability of a formula's extent times that of its content, and 1 for text.
 */
export type Change = Span & {
  field: Field;
  raw: string;
  restored: string;
  rule: string;
  confidence: number;
};

/** Something set as it stands although it may have lost something that the text does not give back. */
export type Doubt = Span & { field: Field; raw: string; restored: string; reason: string };

export type RestoredText = { tree: PhrasingContent[]; changes: Change[]; doubts: Doubt[] };

export type RawPaper = { title: string; abstract: string };

export type RestoredPaper = { title: RestoredText; abstract: RestoredText };

/**
 * A formula found in the raw text and what it said before the damage. Rules: `undamaged`, `formula` (nothing put back
 * but backslashes), `lost-command` (commands that left no trace, too).
 */
export type Formula = Span & { tex: string; rule: string; confidence: number; doubt?: string };
