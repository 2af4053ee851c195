/** Slugs: the names of pages in their addresses, made once from the first title and never changed. */
import { slug as toGithubSlug } from 'github-slugger';
import { toAscii, toBareTitle } from '../../src/contract/folded-title.ts';

/** An address stays readable up to about this length; the cut is at a word. */
const longestSlug = 72;

/** Words that announce another one: a slug that was cut does not end with them. */
const openWords = new Set(
  'a an the and or of for from in into on over to by at as with without via through using under towards'.split(
    ' ',
  ),
);

/** A title as a slug, not yet unique: `What's in a Title? On $Q^*$` is `whats-in-a-title-on-q`. */
export function toSlug(title: string): string {
  const spaced = toAscii(toBareTitle(title.slice(0, 1000))).replace(/[/_–—]/g, ' ');
  const words = toGithubSlug(spaced)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  // A title without a Latin letter or digit still gets a page.
  return cut(words).join('-') || 'paper';
}

/** The slug of a title that no other page has; `taken` learns it. */
export function claimSlug(title: string, taken: Set<string>): string {
  const slug = toSlug(title);
  let unique = slug;
  for (let count = 2; taken.has(unique); count++) unique = `${slug}-${count}`;
  taken.add(unique);
  return unique;
}

function cut(words: readonly string[]): readonly string[] {
  if (words.join('-').length <= longestSlug) return words;
  let end = 0;
  for (let length = -1; end < words.length && length <= longestSlug; end++)
    length += 1 + (words[end]?.length ?? 0);
  end -= 1;
  while (end > 1 && openWords.has(words[end - 1] ?? '')) end -= 1;
  return end > 0 ? words.slice(0, end) : [words[0]?.slice(0, longestSlug) ?? ''];
}
