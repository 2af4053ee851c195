/** A reading list as a file: what the site lets readers take away, and what makes a book of it. */
import { z } from 'astro/zod';
import { slugPattern } from './schema.ts';

export const readingListSchema = z.looseObject({
  papers: z.array(z.string().regex(slugPattern)).min(1, 'at least one paper'),
});

/** The slugs of a list, or `undefined` where the text is none. */
export function parseReadingList(source: string): string[] | undefined {
  try {
    const result = readingListSchema.safeParse(JSON.parse(source));
    return result.success ? result.data.papers : undefined;
  } catch {
    return undefined;
  }
}
