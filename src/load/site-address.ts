/** Where the survey says it is published; the build's configuration needs it before anything is loaded. */
import { readSurvey } from '../contract/content.ts';
import { makeReport } from '../contract/findings.ts';
import { settings } from '../lib/settings.ts';
import { readText } from './files.ts';

/** `undefined` where survey.yml cannot be read: the loaders report why. */
export function readSiteAddress(): string | undefined {
  const report = makeReport();
  const source = readText(settings.content, 'survey.yml', report);
  const survey = source === undefined ? undefined : readSurvey('survey.yml', source, report);
  return survey && new URL(survey.site).origin;
}
