/**
 * The search index, made in the same build as the pages: papers from their fields, chapters and documentation from
 * their HTML.
 */
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type NewFileResponse } from 'pagefind';
import { toSearchDocument } from '../contract/search-document.ts';
import { digestOf, digestOfCode } from '../lib/digest.ts';
import { paperPath } from '../lib/links.ts';
import { settings } from '../lib/settings.ts';
import { getBuiltSurvey } from '../load/built-survey.ts';
import { excludedFromSearch } from '../markdown/search-formulas.ts';
import type { LoadedSurvey } from '../load/survey.ts';

/** Pagefind's own interfaces: this site has one of its own, with the strings and styles of its pages. */
const unused = [
  ...['pagefind-ui.js', 'pagefind-ui.css', 'pagefind-modular-ui.js', 'pagefind-modular-ui.css'],
  ...['pagefind-component-ui.js', 'pagefind-component-ui.css', 'pagefind-highlight.js'],
];

export function searchIndex(): AstroIntegration {
  return {
    name: 'scholium-search-index',
    hooks: {
      'astro:build:done': async ({ dir, pages, logger }) => {
        const survey = getBuiltSurvey();
        const sources: Sources = {
          language: survey.survey.language,
          documents: toDocuments(survey),
          files: pages
            .map(({ pathname }) => `/${pathname}`)
            .filter((path) => /^\/(?:chapters|docs)\//.test(path))
            .sort()
            .map((path) => ({
              url: path,
              content: readFileSync(fileURLToPath(new URL(`.${path}index.html`, dir)), 'utf8'),
            })),
        };
        const kept = join(settings.cache, 'search', digestOf([digestOfCode(), sources]));
        if (!existsSync(kept)) await writeIndex(sources, kept);
        cpSync(kept, fileURLToPath(new URL('./pagefind/', dir)), { recursive: true });
        logger.info(`${sources.documents.length + sources.files.length} pages in the search index`);
      },
    },
  };
}

/** All that the index is made from: the same sources give the same bytes. */
type Sources = {
  language: string;
  documents: ReturnType<typeof toDocuments>;
  files: { url: string; content: string }[];
};

/** Writes the index to a folder that is there whole or not at all, and drops the one before it. */
async function writeIndex({ language, documents, files }: Sources, folder: string): Promise<void> {
  const { index, errors } = await createIndex({
    forceLanguage: language,
    excludeSelectors: excludedFromSearch,
  });
  if (!index) throw new Error(errors.join('\n'));
  const added = [
    ...documents.map((document) => index.addCustomRecord(document)),
    ...files.map((file) => index.addHTMLFile(file)),
  ];
  const failed = (await Promise.all(added)).flatMap((response: NewFileResponse) => response.errors);
  if (failed.length > 0) throw new Error(`Pages that cannot be indexed:\n${failed.join('\n')}`);
  const unfinished = `${folder}.unfinished`;
  rmSync(dirname(folder), { recursive: true, force: true });
  await index.writeFiles({ outputPath: unfinished });
  await close();
  for (const name of unused) rmSync(join(unfinished, name), { force: true });
  renameSync(unfinished, folder);
}

function toDocuments({ survey, chapters, papers }: LoadedSurvey) {
  const titles = new Map(chapters.map(({ id, title }) => [id, title]));
  return papers.map(({ slug, data, text }) =>
    toSearchDocument({
      url: paperPath(slug),
      language: survey.language,
      data,
      title: text.title,
      abstract: text.abstract,
      chapterTitle: titles.get(data.chapter) ?? data.chapter,
    }),
  );
}
