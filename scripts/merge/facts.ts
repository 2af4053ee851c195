/** Which fact belongs to which record: by folded title, else by identifier. */
import { compareText } from '../../src/contract/findings.ts';
import type { PaperRecord } from '../../src/contract/record.ts';
import type { Fact } from '../../src/contract/schema.ts';
import { indexBy, toFactIdKeys, toRecordIdKeys, toTitleKey } from './keys.ts';

/**
 * The fact of each record that has one. Where two papers share the title of a fact, an identifier decides, that of a
 * listing or the one a record had before; without one neither gets it: no authors are better than another paper's.
 */
export function matchFacts(records: readonly PaperRecord[], facts: readonly Fact[]): Map<PaperRecord, Fact> {
  const byTitle = indexBy(records, ({ title }) => [toTitleKey(title)]);
  const byId = indexBy(records, toRecordIdKeys);
  const matches = new Map<PaperRecord, Fact>();
  const rest: Fact[] = [];
  const give = (fact: Fact, candidates: readonly PaperRecord[]): void => {
    const [record, ...others] = new Set(candidates);
    if (record !== undefined && others.length === 0 && !matches.has(record)) matches.set(record, fact);
    else rest.push(fact);
  };
  const getNamed = (fact: Fact): PaperRecord[] => toFactIdKeys(fact).flatMap((key) => byId.get(key) ?? []);

  // Titles first: an identifier that was corrected may be the one that another record had by mistake.
  for (const fact of facts.toSorted((a, b) => compareText(a.title, b.title))) {
    const titled = byTitle.get(toTitleKey(fact.title)) ?? [];
    const named = new Set(getNamed(fact));
    give(fact, titled.length > 1 ? titled.filter((record) => named.has(record)) : titled);
  }
  for (const fact of rest.splice(0)) give(fact, getNamed(fact));
  return matches;
}
