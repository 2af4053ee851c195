/**
 * The order in which the papers of a section are read: what a paper builds on comes before it; where nothing says so,
 * surveys come first, then the earlier paper. See Kahn, "Topological sorting of large networks", CACM 5(11), 1962.
 */
import { compareText } from './findings.ts';
import type { FiledPaper } from './filed-paper.ts';

/** Papers that build on each other in a circle keep to the other rules. */
export function toReadingOrder<P extends FiledPaper>(papers: readonly P[]): P[] {
  const waiting = [...papers].sort(compareReading);
  const unread = new Set(waiting.map(({ slug }) => slug));
  const ordered: P[] = [];
  while (waiting.length > 0) {
    const ready = waiting.findIndex(({ slug, data }) =>
      (data.buildsOn ?? []).every((base) => base === slug || !unread.has(base)),
    );
    const [next] = waiting.splice(Math.max(ready, 0), 1);
    if (!next) break;
    unread.delete(next.slug);
    ordered.push(next);
  }
  return ordered;
}

function compareReading(a: FiledPaper, b: FiledPaper): number {
  return (
    Number(b.data.contribution === 'survey') - Number(a.data.contribution === 'survey') ||
    compareText(toDate(a), toDate(b)) ||
    compareText(a.title.text, b.title.text) ||
    compareText(a.slug, b.slug)
  );
}

/** What nobody dated comes last. */
function toDate({ published, data }: FiledPaper): string {
  return published ?? String(data.year ?? '9999');
}
