/** A reading list as a file: what the site lets readers take away and bring back, and what makes a book of it. */
import { slugPattern } from './slug.ts';

/** The slugs of a list, each once, or `undefined` where the text is no list or names nothing. */
export function parseReadingList(source: string): string[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return undefined;
  }
  const papers = isObject(value) ? value.papers : undefined;
  if (!Array.isArray(papers) || papers.length === 0 || !papers.every(isSlug)) return undefined;
  return [...new Set(papers)];
}

export function printReadingList(papers: readonly string[]): string {
  return `${JSON.stringify({ papers }, null, 2)}\n`;
}

export function isSlug(value: unknown): value is string {
  return typeof value === 'string' && slugPattern.test(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
