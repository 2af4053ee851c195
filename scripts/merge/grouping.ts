/**
 * Which entries are one paper: those with a common arXiv id, DOI or OpenReview id, and those with one folded title,
 * unless their abstracts are clearly different. A fact knows the identifiers of a title that stands without them. The
 * order in which entries come does not matter.
 */
import { compareText, type Report } from '../../src/contract/findings.ts';
import type { Fact } from '../../src/contract/schema.ts';
import { toPosition, type Entry } from '../parse/entry.ts';
import { indexBy, toEntryIdKeys, toFactIdKeys, toTitleKey } from './keys.ts';
import { isClearlyDifferent } from './resemblance.ts';

/** The entries of one paper, at least one, in order of listing and line. */
export type Group = [Entry, ...Entry[]];

/** Every abstract of a title is compared with every other: no paper has so many versions, and time stays bounded. */
const mostVersions = 100;

/** Groups entries by paper, in order of their first entry. Two papers with one title are a finding. */
export function groupEntries(entries: readonly Entry[], facts: readonly Fact[], report: Report): Group[] {
  const sorted = entries.toSorted(compareEntries);
  const papers = makeUnion<Entry>();
  const named = indexBy(sorted, toEntryIdKeys);
  for (const same of named.values()) papers.join(...same);
  const titles = indexBy(sorted, ({ title }) => [toTitleKey(title.value)]);
  for (const titled of titles.values()) joinTitled(titled, papers);
  for (const fact of facts) {
    const titled = titles.get(toTitleKey(fact.title)) ?? [];
    const same = toFactIdKeys(fact).flatMap((key) => named.get(key) ?? []);
    if (new Set(titled.map(papers.find)).size === 1) papers.join(...titled, ...same);
  }
  for (const titled of titles.values()) {
    reportDistinct([...Map.groupBy(titled, papers.find).values()], report);
  }
  return [...Map.groupBy(sorted, papers.find).values()] as Group[];
}

/** Order of listing, then of place: stable, whatever the order of files. */
function compareEntries(a: Entry, b: Entry): number {
  return compareText(a.listing, b.listing) || a.title.line - b.title.line || a.title.column - b.title.column;
}

/** Joins entries of one title: each with those whose abstracts resemble its own, and all without one with the rest. */
function joinTitled(titled: readonly Entry[], papers: Union<Entry>): void {
  const [bare, told] = [
    titled.filter(({ abstract }) => !abstract),
    titled.filter(({ abstract }) => abstract),
  ];
  const versions = [...Map.groupBy(told, ({ abstract }) => abstract?.value ?? '')];
  for (const [, entries] of versions) papers.join(...entries);
  const compared = versions.toSorted(([a], [b]) => compareText(a, b)).slice(0, mostVersions);
  for (const [index, [text, entries]] of compared.entries()) {
    for (const [other, entriesOfOther] of compared.slice(0, index)) {
      if (!isClearlyDifferent(text, other)) papers.join(...entries, ...entriesOfOther);
    }
  }
  const distinct = new Set(told.map(papers.find));
  // Whose title stands without an abstract cannot be told where two papers share it.
  papers.join(...bare, ...(distinct.size === 1 ? distinct : []));
}

function reportDistinct(papersOfTitle: readonly Entry[][], report: Report): void {
  const [first, ...others] = papersOfTitle.flatMap(([entry]) => entry ?? []);
  for (const other of others) {
    if (first === undefined) continue;
    report.add('paper-unique', other.path, toPosition(other.title), {
      message: `Unexpected second paper with the title of ${first.path}:${first.title.line}`,
      expected: 'one paper a title, or abstracts that resemble each other',
      hint: 'Nothing to do where these are two papers. Where they are one, run scholium merge-records.',
    });
  }
}

type Union<Member> = { find: (member: Member) => Member; join: (...members: Member[]) => void };

/** Disjoint sets, each named by one of its members (Galler and Fischer, "An improved equivalence algorithm", 1964). */
function makeUnion<Member>(): Union<Member> {
  const parents = new Map<Member, Member>();
  const find = (member: Member): Member => {
    let root = member;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    if (root !== member) parents.set(member, root);
    return root;
  };
  const join = (...[first, ...others]: Member[]): void => {
    for (const other of others) {
      if (first !== undefined && find(other) !== find(first)) parents.set(find(other), find(first));
    }
  };
  return { find, join };
}
