/** What became of the addresses, for people: the dead first, each with the places that name it. */
import type { Address } from './collect.ts';
import type { Heard } from './ask-all.ts';
import { verdicts, type Verdict } from './verdict.ts';

/** What is said of those that need attention, in the order of printing. */
const remarks: readonly (readonly [Verdict, string])[] = [
  ['dead', 'nothing is there any more'],
  ['moved', 'write where it is now'],
  ['blocked', 'look with a browser'],
  ['unreachable', 'no answer; it will be asked for again'],
];

/** @param showPath how a file of the survey is named where people stand */
export function printLinks(
  addresses: readonly Address[],
  heard: Heard,
  showPath: (file: string) => string,
): string {
  const lines = remarks.flatMap(([verdict, remark]) =>
    addresses.flatMap(({ address, places }) => {
      const outcome = heard[address];
      if (outcome?.verdict !== verdict) return [];
      const said = `${verdict}: ${address} answered ${outcome.answer}${outcome.target ? `, at ${outcome.target}` : ''}: ${remark}`;
      return places.map(({ file, line, column }) => `${showPath(file)}:${line}:${column}: ${said}\n`);
    }),
  );
  return `${lines.join('')}${printCounts(heard)}\n`;
}

/** `410 alive, 1 moved, 2 dead, 0 blocked, 0 unreachable` */
function printCounts(heard: Heard): string {
  const outcomes = Object.values(heard);
  const counts = verdicts.map(
    (verdict) => `${outcomes.filter((outcome) => outcome.verdict === verdict).length} ${verdict}`,
  );
  return `${outcomes.length} addresses: ${counts.join(', ')}`;
}
