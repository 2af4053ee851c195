/** What lists, orders and indexes need of a paper of the survey, wherever it is shown. */
import type { FrontMatter } from './schema.ts';

export type FiledPaper = {
  slug: string;
  data: FrontMatter;
  /** As text, formulas readable. */
  title: { text: string };
  method?: string;
  /** Month of the first preprint, else the year. */
  published?: string;
};
