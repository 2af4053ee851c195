/** Every file that stands beside the pages for machines: one row a kind, from the root of the site to its bytes. */
import { editorSchemas, toJsonSchema, type EditorSchemaName } from '../contract/editor-schemas.ts';
import { toSiteFile, type Content, type SiteFile } from '../complete/site-folder.ts';
import { besidePath, chapterPath, dataPath, paperPath } from '../lib/links.ts';
import { publishPapers } from '../load/publish.ts';
import type { LoadedSurvey } from '../load/survey.ts';
import { makeDataFiles } from './data-files.ts';
import { makeFeeds } from './feeds.ts';
import { writeGuide } from './guide.ts';
import { listMarkdown } from './markdown-files.ts';
import { makePictures } from './pictures.ts';

type File = readonly [path: string, content: Content];
type Maker = (survey: LoadedSurvey) => Promise<File[]>;

const makers: readonly Maker[] = [makeBibtexFiles, makeSurveyFiles, makeSchemas, makeFeeds, makePictures];

export async function makePublishedFiles(survey: LoadedSurvey): Promise<SiteFile[]> {
  const files = await Promise.all(makers.map((make) => make(survey)));
  return [...(await listMarkdown(survey)), ...files.flat().map(toSiteFile)];
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
