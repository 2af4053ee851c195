/** The survey as collections, which are handed over when it has been read; `lib/survey.ts` alone asks for them. */
import { defineLiveCollection } from 'astro:content';
import { readLoader } from './load/loaders.ts';

export const collections = {
  survey: defineLiveCollection({ loader: readLoader('survey') }),
  papers: defineLiveCollection({ loader: readLoader('papers') }),
  chapters: defineLiveCollection({ loader: readLoader('chapters') }),
  docs: defineLiveCollection({ loader: readLoader('docs') }),
  files: defineLiveCollection({ loader: readLoader('files') }),
};
