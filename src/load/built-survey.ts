/** The survey for the steps after the pages are written: read once more, from what was kept by digest. */
import { loadSurvey, type LoadedSurvey } from './survey.ts';

let survey: LoadedSurvey | undefined;

/** @throws where the content is no longer sound, for then it changed under the build */
export function getBuiltSurvey(): LoadedSurvey {
  survey ??= loadSurvey().loaded;
  if (!survey) throw new Error('The content changed while the site was built');
  return survey;
}
