/** Facts that one should look over: with no public source, or seen in a single place. */
import type { Content } from '../content.ts';

/** One line a fact: what is weak, the identifiers, the title. */
export function listWeakFacts({ facts }: Content): string {
  return facts
    .flatMap(({ value: { title, arxiv, doi, confirmations, sources } }) => {
      const weak = [
        ...(sources?.length ? [] : ['no public source']),
        ...(confirmations <= 1 ? [`${confirmations} confirmation${confirmations === 1 ? '' : 's'}`] : []),
      ];
      return weak.length > 0 ? [`${weak.join(', ')}\t${arxiv ?? doi ?? '-'}\t${title}\n`] : [];
    })
    .join('');
}
