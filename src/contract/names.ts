/** Names of methods, benchmarks and people: what they are shown as, and what they are in an address. */

/** A name as it is shown; `long` where the text gives a long form beside the short one. */
export type NameForms = { short: string; long?: string };

/** "snapshot learning (SnapL)" and "SnapL (snapshot learning)" have the same two forms. */
export function splitName(name: string): NameForms {
  const [, before = '', within = ''] = /^(.*\S)\s*\(([^()]+)\)$/.exec(name.trim()) ?? [];
  if (before === '' || !/\p{L}/u.test(within)) return { short: name.trim() };
  return within.length <= before.length ? { short: within, long: before } : { short: before, long: within };
}

/** A name without case, accents and punctuation: how people write one name in two papers. */
export function foldPerson(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Letters that Unicode does not take apart. */
const latin: Record<string, string> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', ħ: 'h',
}; // prettier-ignore

/** @returns ASCII words joined by hyphens; other letters become their code points, for an address must not be empty */
export function toId(name: string): string {
  const ascii = name
    .toLowerCase()
    .replace(/\p{L}/gu, (letter) => latin[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\+/g, ' plus ')
    .replace(/[^\x20-\x7e]/gu, (sign) =>
      /[\p{L}\p{N}]/u.test(sign) ? ` u${sign.codePointAt(0)?.toString(16)} ` : ' ',
    )
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return ascii === '' ? 'unnamed' : ascii;
}

/** Gives each key an id of its own, in the order of the keys: the second "iql" is "iql-2". */
export function assignIds(names: Iterable<readonly [key: string, name: string]>): Map<string, string> {
  const taken = new Set<string>();
  const ids = new Map<string, string>();
  for (const [key, name] of names) {
    const wanted = toId(name);
    let id = wanted;
    for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
    taken.add(id);
    ids.set(key, id);
  }
  return ids;
}
