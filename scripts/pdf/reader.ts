/** The program that reads some pages of a PDF. */
import { getDocumentProxy } from 'unpdf';
import { answer } from '../processes.ts';
import { readPages } from './read-pages.ts';

type Question = { bytes: Uint8Array; first: number; last: number };

answer(async ({ bytes, first, last }: Question) =>
  readPages(await getDocumentProxy(Uint8Array.from(bytes)), first, last),
);
