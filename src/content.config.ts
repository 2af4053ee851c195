/** The collections of the site; `lib/survey.ts` alone asks for them. */
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';
import type { ChapterEntry, DocEntry, PaperEntry, SurveyEntry } from './lib/entries.ts';
import { chaptersLoader, docsLoader, papersLoader, surveyLoader } from './load/loaders.ts';

export const collections = {
  survey: defineCollection({ loader: surveyLoader(), schema: z.custom<SurveyEntry>() }),
  papers: defineCollection({ loader: papersLoader(), schema: z.custom<PaperEntry>() }),
  chapters: defineCollection({ loader: chaptersLoader(), schema: z.custom<ChapterEntry>() }),
  docs: defineCollection({ loader: docsLoader(), schema: z.custom<DocEntry>() }),
};
