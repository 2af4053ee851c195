/** Addresses in files that are read away from the site. */
import { href } from '../lib/links.ts';
import type { LoadedSurvey } from '../load/survey.ts';

/** The whole address of a page of the site. */
export function makeAbsolute({ survey }: LoadedSurvey): (path: `/${string}`) => string {
  const { origin } = new URL(survey.site);
  return (path) => new URL(href(path), origin).href;
}
