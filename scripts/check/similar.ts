/**
 * Pairs of texts that share most of their words: MinHash over runs of words, with bands so that only likely pairs are
 * compared (Broder, "On the resemblance and containment of documents", 1997).
 */

/** Words a run. */
const runLength = 3;
/** 16 bands of 4 hashes: a pair that shares 60 % of its runs is met with probability 0.9, one that shares 20 % with 0.03. */
const bands = 16;
const rows = 4;
/** From this share of common runs on, a pair is reported. */
const threshold = 0.5;

/** Index pairs (first < second) with the share of runs they have in common (Jaccard), in order. */
export function findSimilar(texts: readonly string[]): [number, number, number][] {
  const sets = texts.map(toRuns);
  const candidates = new Set<number>();
  for (let band = 0; band < bands; band++) {
    const buckets = new Map<string, number[]>();
    for (const [index, runs] of sets.entries()) {
      if (runs.size === 0) continue;
      const key = signature(runs, band);
      const bucket = buckets.get(key);
      for (const other of bucket ?? []) candidates.add(other * texts.length + index);
      if (bucket) bucket.push(index);
      else buckets.set(key, [index]);
    }
  }
  return [...candidates]
    .sort((a, b) => a - b)
    .map((pair): [number, number, number] => {
      const [first, second] = [Math.floor(pair / texts.length), pair % texts.length];
      return [first, second, share(sets[first] ?? new Set(), sets[second] ?? new Set())];
    })
    .filter(([, , common]) => common >= threshold);
}

/** 32-bit hashes (FNV-1a) of all runs of words. */
function toRuns(text: string): Set<number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = words.map((word) => {
    let hash = 0x811c9dc5;
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
    return hash;
  });
  const runs = new Set<number>();
  for (let i = 0; i + runLength <= hashes.length; i++) {
    runs.add(
      hashes
        .slice(i, i + runLength)
        .reduce((run, hash) => Math.imul(run ^ hash, 0x01000193) >>> 0, 0x811c9dc5),
    );
  }
  return runs;
}

function signature(runs: ReadonlySet<number>, band: number): string {
  const least = new Uint32Array(rows).fill(0xffffffff);
  for (const run of runs) {
    for (let row = 0; row < rows; row++) {
      const hash = Math.imul(run ^ seeds[band * rows + row]!, 0x9e3779b1) >>> 0;
      if (hash < least[row]!) least[row] = hash;
    }
  }
  return least.join();
}

const seeds = Array.from({ length: bands * rows }, (_, i) => Math.imul(i + 1, 0x85ebca6b) >>> 0);

function share(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let common = 0;
  for (const run of a) if (b.has(run)) common++;
  return common / (a.size + b.size - common);
}
