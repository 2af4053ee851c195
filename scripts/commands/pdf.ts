import type { PaperSize } from '../pdf/document.ts';
import { makeBookCommand } from './make-books.ts';

export const run = makeBookCommand({
  name: 'pdf',
  noun: 'PDF',
  engage: async ({ paper = 'a4' }) => {
    const { engageTypesetter, makePdf, writeBook } = await import('../pdf/index.ts');
    // The first book is set by a program that loads while the survey is read.
    const ready = [engageTypesetter()];
    return {
      write: (book, context, report) => {
        const written = writeBook(book, paper as PaperSize, context, report);
        const { id, title, setting } = written;
        return { id, title, setting, make: (files, own) => makePdf(written, files, own, ready.pop()) };
      },
      dismiss: () => ready.forEach((one) => one.dismiss()),
    };
  },
});
