import { expect, test } from 'vitest';
import { makeMentionFinder } from '../../src/contract/mentions.ts';

const spellings = [
  { id: 'tide', spelling: 'tide' },
  { id: 'spring-tide', spelling: 'spring tide' },
  { id: 'sea-level', spelling: 'mean sea level' },
  { id: 'msl', spelling: 'MSL' },
  { id: 'on-shore', spelling: 'on-shore' },
  { id: 'jump', spelling: 'jump (of a tide)' },
];

test.each([
  ['a word', 'The tide turns', ['tide:tide']],
  ['the longest spelling', 'A spring tide is a tide', ['spring-tide:spring tide', 'tide:tide']],
  ['a phrase in any case', 'Spring Tides and TIDE', ['spring-tide:Spring Tides', 'tide:TIDE']],
  ['an abbreviation in its case', 'MSL, MSLs, msl and Msl', ['msl:MSL', 'msl:MSLs']],
  ['whole words only', 'tidewater, untide, tidey', []],
  ['no part of a compound', 'tide-free, neap-tide', []],
  ['an abbreviation in a compound', 'MSL-based', ['msl:MSL']],
  ['a hyphen for a space', 'the spring-tide of the mean-sea level', ['spring-tide:spring-tide', 'sea-level:mean-sea level']],
  ['no space for a hyphen', 'on shore and on–shore', ['on-shore:on–shore']],
  ['a phrase over a line end', 'mean\n  sea level', ['sea-level:mean\n  sea level']],
  ['signs as they are', 'a jump (of a tide) here', ['jump:jump (of a tide)']],
  ['beside signs', '(tide), “tides”.', ['tide:tide', 'tide:tides']],
])('finds %s', (_, text, expected) => {
  const found = makeMentionFinder(spellings).find(text);
  expect(found.map(({ id, start, end }) => `${id}:${text.slice(start, end)}`)).toEqual(expected);
}); // prettier-ignore
