import { readFileSync } from 'node:fs';
import { makeBookCommand } from './make-books.ts';

export const run = makeBookCommand({
  name: 'epub',
  noun: 'EPUB',
  engage: async () => {
    const { makeEpub, writeEpub } = await import('../epub/index.ts');
    const style = readFileSync(new URL('../epub/book.css', import.meta.url), 'utf8');
    return {
      write: (book, context, report) => {
        const written = writeEpub(book, { ...context, style }, report);
        const { id, title, setting } = written;
        const make = (own: typeof report) => {
          const bytes = makeEpub(written, own);
          return bytes && { bytes };
        };
        return { id, title, setting, make: async (_files, own) => make(own) };
      },
      dismiss: () => {},
    };
  },
});
