/** All findings over a content folder: each file by itself, then what only the whole survey can tell. */
import type { ContentFiles } from '../../src/contract/content.ts';
import { compareText, type Report } from '../../src/contract/findings.ts';
import {
  checkFiling,
  checkNotes,
  checkReferences,
  collectReferences,
} from '../../src/contract/references.ts';
import { checkRecords, checkSlugs } from '../../src/contract/survey.ts';
import { readContent, toIndex, type Content } from '../content.ts';
import { checkLists, checkSettlements } from './lists.ts';
import { checkConflicts } from './conflicts.ts';
import { checkConfidence } from './filing.ts';
import { checkPapers } from './papers.ts';
import { placeIn, skim, summarise } from './summary.ts';
import { checkSurvey } from './survey.ts';

export type IsWanted = (path: string) => boolean;

/** @param isWanted which files are checked; the others are only read as far as the wanted ones refer to them */
export function checkContent(files: ContentFiles, report: Report, isWanted: IsWanted = () => true): Content {
  const scope = narrow(files, isWanted);
  const content = readContent(scope, report, isWanted);
  const index = { ...toIndex(content), papers: new Set(pagePaths(files).map(toSlug)) };
  const papers = [
    ...content.pages.map(summarise),
    ...pagePaths(files)
      .filter((path) => !scope.has(path))
      .map((path) => skim(path, files.get(path) ?? '')),
  ].sort((a, b) => compareText(a.path, b.path));
  checkSurvey(content, report);
  checkSlugs(
    papers.map((paper) => ({ ...paper, placeOfAlias: (i: number) => placeIn(paper, ['aliases', i]) })),
    content.records.values(),
    report,
  );
  checkPapers(papers, report);
  checkRecords({ files: pagePaths(scope), records: content.records }, report);
  checkConflicts(content, report);
  checkConfidence(content, report);
  checkLists(content, report);
  checkSettlements(content, index.papers, report);
  for (const page of content.pages) {
    checkFiling(page, index, report);
    checkNotes(page, report);
    checkReferences(page.path, collectReferences([...page.abstract, ...page.body]), index, report);
  }
  for (const { path, tree } of [...content.chapters, ...(content.about ? [content.about] : [])]) {
    checkReferences(path, collectReferences(tree.children), index, report);
  }
  return content;
}

/** Files that every check needs: they name what may be referred to. */
const alwaysRead = /^(?:survey\.yml|about\.mdx|settled\.yml|glossary\.yml|references\.bib|chapters\/)/;

/** The wanted files, the records of the wanted pages, and what every check needs. */
function narrow(files: ContentFiles, isWanted: IsWanted): ContentFiles {
  const records = new Set(
    pagePaths(files)
      .filter(isWanted)
      .map((path) => `records/${toSlug(path)}.json`),
  );
  return new Map([...files].filter(([path]) => isWanted(path) || alwaysRead.test(path) || records.has(path)));
}

function pagePaths(files: ContentFiles): string[] {
  return [...files.keys()].filter((path) => path.startsWith('papers/'));
}

function toSlug(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.mdx$/, '');
}
