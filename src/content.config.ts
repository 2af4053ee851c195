/** What Astro itself compiles: the narratives of chapters. All else of the survey is data; see `live.config.ts`. */
import { defineCollection } from 'astro:content';
import { narrativesLoader } from './load/loaders.ts';

export const collections = { narratives: defineCollection({ loader: narrativesLoader() }) };
