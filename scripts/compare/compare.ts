/** Two states of one survey, side by side: which papers came and went, and what changed in those that stayed. */
import type { ContentFiles } from '../../src/contract/content.ts';
import { compareText } from '../../src/contract/findings.ts';
import type { Content } from '../content.ts';
import { listDifferences, toDifference, type Difference } from './differences.ts';
import { toSheets, type Sheet } from './sheets.ts';

export type State = { files: ContentFiles; content: Content };

export type Named = Pick<Sheet, 'path' | 'title'>;
export type Changed = Named & {
  /** Where the file lay before. */
  movedFrom?: string;
  fields: (Difference & { field: string })[];
  /** Parts of the prose that read otherwise. */
  prose: string[];
  formulas: Difference[];
};

export type Comparison = {
  added: Named[];
  changed: Changed[];
  /** `why`: what readers are told, where the paper was withdrawn. */
  removed: (Named & { why?: string })[];
  /** Files that can no longer be read: the findings say why. */
  unreadable: string[];
  /** Other files of the survey that changed: listings, facts, records. */
  others: string[];
};

export function compareStates(before: State, after: State): Comparison {
  const [old, now] = [toSheets(before.content), toSheets(after.content)];
  const followed = follow(old, now);
  const gone = [...old.values()].filter(({ id }) => !followed.has(id));
  const unreadable = gone.filter(({ path }) => after.files.has(path)).map(({ path }) => path);
  const kept = new Set([...followed.values()].map(({ id }) => id));
  const read = [...old.values(), ...now.values()].map(({ path }) => path);
  return {
    added: [...now.values()]
      .filter(({ id }) => !kept.has(id))
      .map(toNamed)
      .sort(byPath),
    changed: [...followed].flatMap(([id, sheet]) => toChanged(old.get(id)!, sheet)).sort(byPath),
    removed: gone
      .filter(({ path }) => !after.files.has(path))
      .map((sheet) => withReason(sheet, after.content))
      .sort(byPath),
    unreadable: unreadable.sort(),
    others: listOthers(before.files, after.files, new Set(read)),
  };
}

/** What each sheet of before is now: the one of its name, or the page that has its slug as an alias. */
function follow(old: ReadonlyMap<string, Sheet>, now: ReadonlyMap<string, Sheet>): Map<string, Sheet> {
  const heirs = new Map(
    [...now.values()].flatMap((sheet) => sheet.aliases.map((slug) => [`paper ${slug}`, sheet])),
  );
  const taken = new Set([...old.keys()].flatMap((id) => now.get(id)?.id ?? []));
  return new Map(
    [...old.keys()].flatMap((id) => {
      const heir = heirs.get(id);
      const sheet = now.get(id) ?? (heir && !taken.has(heir.id) ? heir : undefined);
      if (sheet) taken.add(sheet.id);
      return sheet ? [[id, sheet]] : [];
    }),
  );
}

function toChanged(before: Sheet, after: Sheet): Changed[] {
  const names = [...new Set([...before.fields.keys(), ...after.fields.keys()])];
  const fields = names
    .filter((field) => before.fields.get(field) !== after.fields.get(field))
    .map((field) => ({ field, ...toDifference(before.fields.get(field), after.fields.get(field)) }));
  const prose = [...after.prose].flatMap(([part, text]) => (before.prose.get(part) === text ? [] : [part]));
  const parts = new Set([...before.formulas.keys(), ...after.formulas.keys()]);
  const formulas = [...parts].flatMap((part) =>
    listDifferences(before.formulas.get(part) ?? [], after.formulas.get(part) ?? []),
  );
  const moved = before.path === after.path ? {} : { movedFrom: before.path };
  if (fields.length + prose.length + formulas.length === 0 && before.path === after.path) return [];
  return [{ path: after.path, title: after.title, ...moved, fields, prose, formulas }];
}

const toNamed = ({ path, title }: Sheet): Named => ({ path, title });

function withReason(sheet: Sheet, { records }: Content): Comparison['removed'][number] {
  const withdrawn = records.get(sheet.id.replace(/^paper /, ''))?.withdrawn;
  return { ...toNamed(sheet), ...(withdrawn && { why: withdrawn.why }) };
}

function listOthers(before: ContentFiles, after: ContentFiles, read: ReadonlySet<string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => !read.has(path) && before.get(path) !== after.get(path))
    .filter((path) => !path.startsWith('papers/'))
    .sort();
}

const byPath = (a: Named, b: Named): number => compareText(a.path, b.path);
