/** The file that tells others how to cite the survey says what the survey says. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { citeSurvey } from '../../src/lib/cite-survey.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): Record<string, unknown> => parse(readFileSync(path.join(root, file), 'utf8'));

test('CITATION.cff names title, description, version and day of survey.yml', () => {
  const { title, description, version, released } = read('content/survey.yml');
  const { title: name, abstract, version: ofFile, 'date-released': day, authors } = read('CITATION.cff');
  expect({ name, abstract, ofFile, day }).toEqual({
    name: title,
    abstract: description,
    ofFile: version,
    day: released,
  });
  expect(authors).toEqual([{ name: 'The Scholium contributors' }]);
});

test('a survey is cited with its version, and with its address once it has one', () => {
  const survey = {
    title: 'Tides and knots',
    description: '',
    version: '1.2.0',
    released: '2024-05-06',
    language: 'en',
    repository: 'https://example.org/scholium/fixture',
    licences: { code: '', prose: '', data: '', abstracts: '' },
    chapters: [],
  };
  const said = 'The Scholium contributors (2024). Tides and knots. Version 1.2.0.';
  expect(citeSurvey({ ...survey, site: 'https://survey.example.org/' }).text).toBe(said);
  const published = citeSurvey({ ...survey, site: 'https://tides.net/' });
  expect(published.text).toBe(`${said} https://tides.net/`);
  expect(published.bibtex).toBe(`@misc{scholium,
  author  = {{The Scholium contributors}},
  title   = {Tides and knots},
  year    = {2024},
  version = {1.2.0},
  url     = {https://tides.net/},
}`);
});
