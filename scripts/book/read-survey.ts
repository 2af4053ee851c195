/** The content as books need it: everything that is named is there. */
import type { ContentFiles } from '../../src/contract/content.ts';
import { hasErrors, type Report } from '../../src/contract/findings.ts';
import { checkFiling, checkReferences, collectReferences } from '../../src/contract/references.ts';
import { readContent, toIndex } from '../content.ts';
import type { SoundContent } from './shelves.ts';

/**
 * @param chapters those whose papers are wanted; all without them. Of other papers those are read whose name occurs, of other
 * chapters what they are called
 * @returns `undefined` where there is an error among the findings: a book would hold it
 */
export function readSurveyForBooks(
  files: ContentFiles,
  report: Report,
  chapters?: readonly string[],
): SoundContent | undefined {
  const { survey, ...content } = chapters
    ? readContent(narrow(files, chapters), report, (file) => !isOtherChapter(file, chapters))
    : readContent(files, report);
  const papers = [...files.keys()].flatMap((file) => /^papers\/.*?([^/]+)\.mdx$/.exec(file)?.[1] ?? []);
  const index = { ...toIndex({ survey, ...content }), papers: new Set(papers) };
  for (const page of content.pages) {
    checkFiling(page, index, report);
    checkReferences(page.path, collectReferences([...page.abstract, ...page.body]), index, report);
  }
  for (const { path, tree } of [...content.chapters, ...(content.about ? [content.about] : [])])
    checkReferences(path, collectReferences(tree.children), index, report);
  return survey === undefined || hasErrors(report.findings) ? undefined : { survey, ...content };
}

function isOtherChapter(file: string, chapters: readonly string[]): boolean {
  const id = /^chapters\/([^/]+)\.mdx$/.exec(file)?.[1];
  return id !== undefined && !chapters.includes(id);
}

const paperFile = /^(?:papers\/([^/]+)\/|records\/)([^/]+)\.(?:mdx|json)$/;

function narrow(files: ContentFiles, chapters: readonly string[]): ContentFiles {
  const isOwn = (file: string): boolean =>
    chapters.some((id) => file.startsWith(`papers/${id}/`) || file === `chapters/${id}.mdx`);
  const texts = [...files].flatMap(([file, text]) => (isOwn(file) ? [text] : [])).join('\n');
  const names = [...files.keys()].flatMap((file) => {
    const [, folder, slug = ''] = paperFile.exec(file) ?? [];
    return folder !== undefined && (chapters.includes(folder) || texts.includes(slug)) ? [slug] : [];
  });
  const wanted = new Set(names);
  return new Map(
    [...files].filter(([file]) => {
      const slug = paperFile.exec(file)?.[2];
      // Only the whole book has a preface.
      return slug === undefined ? file !== 'about.mdx' : wanted.has(slug);
    }),
  );
}
