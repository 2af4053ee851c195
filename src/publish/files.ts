/** Every file that stands beside the pages for machines: one row a kind, from the root of the site to its bytes. */
import { editorSchemas, toJsonSchema, type EditorSchemaName } from '../contract/editor-schemas.ts';
import { besidePath, chapterPath, dataPath, paperPath } from '../lib/links.ts';
import { publishPapers } from '../load/publish.ts';
import type { LoadedSurvey } from '../load/survey.ts';
import { makeDataFiles } from './data-files.ts';
import { makeFeeds } from './feeds.ts';
import { writeGuide } from './guide.ts';
import { makeMarkdownFiles } from './markdown-files.ts';
import { makePictures } from './pictures.ts';

type File = readonly [path: string, content: string | Uint8Array];
type Maker = (survey: LoadedSurvey) => Promise<File[]>;

const makers: readonly Maker[] = [
  makeBibtexFiles,
  makeMarkdown,
  makeSurveyFiles,
  makeSchemas,
  makeFeeds,
  makePictures,
];

/** By path from the root of the site. */
export type PublishedFiles = Map<string, string | Uint8Array>;

export async function makePublishedFiles(survey: LoadedSurvey): Promise<PublishedFiles> {
  const files = await Promise.all(makers.map((make) => make(survey)));
  return new Map(files.flat());
}

async function makeBibtexFiles(survey: LoadedSurvey): Promise<File[]> {
  const papers = await publishPapers(survey);
  const inChapter = (id: string) => papers.filter(({ row }) => row.chapter === id);
  return [
    ...papers.map(({ row, bibtex }): File => [besidePath(paperPath(row.slug), 'bib'), bibtex]),
    ...survey.chapters.map(({ id }): File => {
      return [
        besidePath(chapterPath(id), 'bib'),
        inChapter(id)
          .map(({ bibtex }) => bibtex)
          .join('\n'),
      ];
    }),
  ];
}

async function makeSurveyFiles(survey: LoadedSurvey): Promise<File[]> {
  const { files, texts } = await makeDataFiles(survey);
  const data = [...texts].map(([name, text]): File => [dataPath(name), text]);
  return [...data, ['/llms.txt', writeGuide(survey, files)]];
}

async function makeSchemas(): Promise<File[]> {
  const names = Object.keys(editorSchemas) as EditorSchemaName[];
  return names.map((name): File => [dataPath(`schemas/${name}.json`), toJsonSchema(name)]);
}

async function makeMarkdown(survey: LoadedSurvey): Promise<File[]> {
  const { papers, chapters } = await makeMarkdownFiles(survey);
  return [
    ...[...papers].map(([slug, text]): File => [besidePath(paperPath(slug), 'md'), text]),
    ...[...chapters].map(([id, text]): File => [besidePath(chapterPath(id), 'md'), text]),
  ];
}
