/** What `scholium pdf` and `scholium epub` say of the books that they made, in `manifest.json` beside them; the site links what stands there. */
import { z } from 'astro/zod';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const madeBookSchema = z.strictObject({
  /** `book`, or the id of a chapter. */
  id: z.string(),
  file: z.string().regex(/^[a-z0-9-]+\.(?:pdf|epub)$/),
  title: z.string(),
  bytes: z.int().positive(),
  /** An EPUB has none. */
  pages: z.int().positive().exactOptional(),
  /** SHA-256 of the file. */
  sha256: digest,
  /** SHA-256 of the files of the content that are in it, as its colophon says (`digestSources`). */
  content: digest,
  /** SHA-256 of everything that the command read, so that nothing changed can be told without reading it as text. */
  inputs: digest,
  /** SHA-256 of what was set, the template and the programs that set it: alike, the file would be the same. */
  setting: digest,
});
export type MadeBook = z.infer<typeof madeBookSchema>;

export const bookManifestSchema = z.strictObject({ books: z.array(madeBookSchema) });
export type BookManifest = z.infer<typeof bookManifestSchema>;

/** @returns no books where the text is no manifest: they are made anew then */
export function parseBookManifest(source: string | undefined): BookManifest {
  if (source === undefined) return { books: [] };
  try {
    const result = bookManifestSchema.safeParse(JSON.parse(source));
    return result.success ? result.data : { books: [] };
  } catch {
    return { books: [] };
  }
}

export function printBookManifest({ books }: BookManifest): string {
  return `${JSON.stringify({ books: books.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }, null, 1)}\n`;
}
