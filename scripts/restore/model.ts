/** The trained model as data: what `npm run train` writes and restoration reads. */
import { hashFeature, packWeights, type CrfModel, type Weights } from './crf.ts';
import type { MarkModels } from './marks.ts';
import { parseWords, type WordModel, type WordTable } from './words.ts';

export type Model = { words: WordModel; extents: CrfModel; marks: MarkModels };

/** A field as JSON: template -> rest of the feature -> hundredths, by label or label pair. */
export type CrfTable = { labels: number; nodes: Rows; edges: Rows };

type Rows = Record<string, Record<string, number[]>>;

export type ModelTable = {
  words: WordTable;
  topics: string[];
  extents: CrfTable;
  styles: CrfTable;
  regions: CrfTable;
};

export function parseModel({ words, topics, extents, styles, regions }: ModelTable): Model {
  return {
    words: parseWords(words),
    extents: parseCrf(extents),
    marks: { styles: parseCrf(styles), regions: parseCrf(regions), topics },
  };
}

function parseCrf({ labels, nodes, edges }: CrfTable): CrfModel {
  return { labels, nodes: parseRows(nodes, labels), edges: parseRows(edges, labels * labels) };
}

/** Rows are written without their trailing zeros. */
function parseRows(rows: Rows, width: number): Weights {
  const parsed = new Map<number, number[]>();
  for (const [template, values] of Object.entries(rows)) {
    for (const [value, row] of Object.entries(values)) {
      const hash = value === '' ? hashFeature(template) : hashFeature(template, value);
      parsed.set(
        hash,
        row.map((weight) => weight / 100),
      );
    }
  }
  return packWeights(width, parsed);
}

/** A field as it was fitted, its features by name. */
export type FittedCrf = {
  labels: number;
  nodes: Map<string, ArrayLike<number>>;
  edges: Map<string, ArrayLike<number>>;
};

export const toCrfTable = ({ labels, nodes, edges }: FittedCrf): CrfTable => ({
  labels,
  nodes: toRows(nodes),
  edges: toRows(edges),
});

/** Features whose weights are all smaller say too little to be kept. */
const threshold = 0.03;

function toRows(rows: ReadonlyMap<string, ArrayLike<number>>): Rows {
  const kept: Rows = {};
  for (const feature of [...rows.keys()].sort()) {
    const weights = Array.from(rows.get(feature)!, (weight) =>
      Math.abs(weight) < threshold / 2 ? 0 : Math.round(weight * 100),
    );
    if (weights.every((weight) => Math.abs(weight) < threshold * 100)) continue;
    while (weights.at(-1) === 0) weights.pop();
    const [template, value] = split(feature);
    (kept[template] ??= {})[value] = weights;
  }
  return kept;
}

function split(feature: string): [string, string] {
  const at = feature.indexOf(' ');
  return at < 0 ? [feature, ''] : [feature.slice(0, at), feature.slice(at + 1)];
}
