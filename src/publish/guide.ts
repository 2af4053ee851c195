/** `llms.txt`: where a program finds the survey as text and as data (llmstxt.org). */
import { besidePath, chapterPath, dataPath, docPath, feedPath } from '../lib/links.ts';
import { strings } from '../lib/strings.ts';
import type { LoadedSurvey } from '../load/survey.ts';
import type { DataFile } from './data-files.ts';
import { makeAbsolute } from './site.ts';

export function writeGuide(loaded: LoadedSurvey, files: readonly DataFile[]): string {
  const { survey, chapters, papers } = loaded;
  const address = makeAbsolute(loaded);
  const count = (id: string) => papers.filter(({ data }) => data.chapter === id).length;
  const line = (label: string, path: `/${string}`, note: string) =>
    `- [${label}](${address(path)}): ${note}\n`;
  return [
    `# ${survey.title}\n`,
    `> ${survey.description}\n`,
    `${strings.guide.papers(address('/papers/'))}\n`,
    `${survey.licences.abstracts} ${strings.dataPage.licence(survey.licences.data)}\n`,
    `## ${strings.chapters}\n`,
    chapters
      .map(({ id, title, scope }) =>
        line(title, besidePath(chapterPath(id), 'md'), `${strings.papers(count(id))}. ${scope}`),
      )
      .join(''),
    `## ${strings.dataPage.title}\n`,
    files.map(({ name, format }) => line(name, dataPath(name), strings.dataPage.formats[format])).join(''),
    '## Optional\n',
    line(strings.docs, docPath(''), strings.docsLead) + line(strings.feed, feedPath(), survey.description),
  ].join('\n');
}
