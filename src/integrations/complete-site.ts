/** A page for every page of the survey: Astro may leave one out with no more than a warning. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { getBuiltSurvey } from '../load/built-survey.ts';
import { chapterPath, paperPath } from '../lib/links.ts';

export function completeSite(): AstroIntegration {
  return {
    name: 'scholium-complete-site',
    hooks: {
      'astro:build:generated': ({ dir }) => {
        const { papers, chapters } = getBuiltSurvey();
        const paths = [
          ...papers.map(({ slug }) => paperPath(slug)),
          ...chapters.map(({ id }) => chapterPath(id)),
        ];
        const missing = paths.filter(
          (path) => !existsSync(fileURLToPath(new URL(`.${path}index.html`, dir))),
        );
        if (missing.length > 0) throw new Error(`Missing pages of the site: ${missing.join(', ')}`);
      },
    },
  };
}
