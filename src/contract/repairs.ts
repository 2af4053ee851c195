/** What a value was meant to be, where nobody can doubt it: the fixes of `scholium check --fix` for front matter. */

/** For each field, from what is written (as YAML has it, quotes included) to the right value, or `undefined`. */
export type Repairs = Readonly<Record<string, (written: string) => string | number | undefined>>;

/** The first group of a pattern in what is written. */
const take =
  (pattern: RegExp) =>
  (written: string): string | undefined =>
    pattern.exec(written)?.[1];

export const frontMatterRepairs: Repairs = {
  // 2306.06265 is a number to YAML; people paste addresses and versions.
  arxiv: take(/^["']?(?:(?:https?:\/\/)?(?:www\.)?arxiv\.org\/(?:abs|pdf)\/|arxiv:)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?["']?$/i),
  doi: take(/^["']?(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:\s*)(10\.\d{4,9}\/[^\s"']+)["']?$/i),
  openreview: take(/^["']?(?:https?:\/\/)?openreview\.net\/(?:forum|pdf)\?id=([\w-]{6,})["']?$/i),
  year: (written) => (/^["'](?:19|20)\d\d["']$/.test(written) ? Number(written.slice(1, -1)) : undefined),
}; // prettier-ignore
