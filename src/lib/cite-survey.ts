/** How the survey itself is cited; its authors are those who contribute to it. */
import type { Survey } from '../contract/schema.ts';
import { strings } from './strings.ts';

export type SurveyCitation = { text: string; bibtex: string };

export function citeSurvey({ title, version, released, site }: Survey): SurveyCitation {
  const year = released.slice(0, 4);
  const { contributors, version: versionOf } = strings.citeSurvey;
  const address = isPlaceholder(site) ? [] : [site];
  const fields: [name: string, value: string][] = [
    ['author', `{${contributors}}`],
    ['title', title],
    ['year', year],
    ['version', version],
    ...address.map((url): [string, string] => ['url', url]),
  ];
  const width = Math.max(...fields.map(([name]) => name.length));
  return {
    text: [`${contributors} (${year}). ${title}.`, `${versionOf(version)}.`, ...address].join(' '),
    bibtex: [
      '@misc{scholium,',
      ...fields.map(([name, value]) => `  ${name.padEnd(width)} = {${value}},`),
      '}',
    ].join('\n'),
  };
}

/** Until a survey is published its addresses are placeholders, and links to them would lead nowhere. */
export function isPlaceholder(address: string): boolean {
  return /(?:^|\.)example\.(?:org|com|net)$/.test(new URL(address).hostname);
}
