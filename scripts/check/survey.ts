/** survey.yml against the chapters, captures.yml against the listings. */
import type { Report } from '../../src/contract/findings.ts';
import { checkChapterOrder } from '../../src/contract/survey.ts';
import type { Content } from '../content.ts';

export function checkSurvey({ survey, chapters, captures, listings }: Content, report: Report): void {
  if (!survey) {
    report.add('survey-valid', 'survey.yml', undefined, {
      message: 'Missing survey.yml, or it cannot be read',
      expected: 'title, description, version, released, language, site, repository, licences, chapters',
      hint: 'Run scholium init in an empty folder to see one.',
    });
    return;
  }
  checkChapterOrder({ survey, chapters }, report);
  const names = new Set(listings.map(({ path }) => path.replace(/^listings\//, '')));
  for (const name of Object.keys(captures).filter((row) => !names.has(row))) {
    report.add('capture-dated', 'listings/captures.yml', undefined, {
      message: `Unexpected row "${name}"`,
      expected: 'the name of a file in listings',
      hint: 'Correct the name, or remove the row.',
    });
  }
  for (const { path } of listings) {
    const name = path.replace(/^listings\//, '');
    if (Object.hasOwn(captures, name) || name.startsWith('added/')) continue;
    report.add('capture-dated', path, undefined, {
      message: 'Missing date of capture',
      expected: `a row "${name}" in listings/captures.yml`,
      hint: `Add the line: ${name}: 2026-01-31 (or null where nobody knows).`,
    });
  }
}
