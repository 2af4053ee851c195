/** What a build of the survey costs and what its search finds: measured by `npm run figures`, compared here. */
import { z } from 'astro/zod';

export const figuresSchema = z.strictObject({
  pages: z.number().describe('Pages in the search index'),
  build: z.number().describe('Seconds of a build with every cache deleted'),
  unchanged: z.number().describe('Seconds of a build of the same sources again'),
  memory: z.number().describe('Peak memory of all processes of the cold build, in bytes'),
  bytes: z.number().describe('Size of the site'),
  check: z.number().describe('Seconds of a check of the whole survey'),
  queries: z.number().describe('Known-item queries made of the papers'),
  mrr: z.number().describe('Mean reciprocal rank over them'),
  recallAt1: z.number(),
  recallAt5: z.number(),
});
export type Figures = z.infer<typeof figuresSchema>;

type Row = { name: string; show: (value: number) => string };

const seconds = (value: number): string => `${value.toFixed(1)} s`;
const megabytes = (value: number): string => `${(value / 1e6).toFixed(1)} MB`;
const share = (value: number): string => value.toFixed(3);

/** In the order in which they are shown. */
export const figureRows: Record<keyof Figures, Row> = {
  build: { name: 'Build, every cache deleted', show: seconds },
  unchanged: { name: 'Build, nothing changed', show: seconds },
  check: { name: 'Check of the whole survey', show: seconds },
  memory: { name: 'Memory of the build', show: megabytes },
  bytes: { name: 'Size of the site', show: megabytes },
  pages: { name: 'Pages that search knows', show: String },
  queries: { name: 'Queries made of the papers', show: String },
  mrr: { name: 'Search: mean reciprocal rank', show: share },
  recallAt1: { name: 'Search: found first', show: share },
  recallAt5: { name: 'Search: found among five', show: share },
};
