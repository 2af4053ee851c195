import { expect, test } from 'vitest';
import { makeReport } from '../../src/contract/findings.ts';
import { readPage } from '../../src/contract/page.ts';
import { listClaims } from '../../scripts/stats/claims.ts';

const claimsOf = (body: string) => {
  const source = `---\ntitle: Sheep\nchapter: sleep\nsection: Sheep\n---\n\nWe count sheep.\n\n${body}\n`;
  const page = readPage('papers/sleep/sheep.mdx', source, makeReport());
  if (!page) throw new Error('The page cannot be read');
  return listClaims([page]).map(({ line, sentence, papers, works }) => ({ line, sentence, papers, works }));
};

test.each([
  [
    'a sentence that cites, and none that does not',
    '## Notes\n\nSheep jump. Goats do not, says <Cite paper="goats" />. Nobody\nasked.',
    [{ line: 11, sentence: 'Goats do not, says [goats].', papers: ['goats'], works: [] }],
  ],
  [
    'a sentence that begins with a citation',
    '## Notes\n\nSheep jump. <Cite papers="goats yaks" /> and <Cite work="knuth1984" /> count\nothers.',
    [
      {
        line: 11,
        sentence: '[goats, yaks] and [knuth1984] count others.',
        papers: ['goats', 'yaks'],
        works: ['knuth1984'],
      },
    ],
  ],
  [
    'a note, without its tags',
    '## Notes\n\n<Note on="count">\n  So does <Cite paper="goats" />.\n</Note>\n\n<Note on="sheep">As <Cite paper="yaks" />.</Note>',
    [
      { line: 12, sentence: 'So does [goats].', papers: ['goats'], works: [] },
      { line: 15, sentence: 'As [yaks].', papers: ['yaks'], works: [] },
    ],
  ],
  [
    'a row of a table as one claim',
    '## Notes\n\n| paper | flock |\n| --- | --- |\n| <Cite paper="goats" /> | 12. Large. |',
    [{ line: 13, sentence: '| [goats] | 12. Large. |', papers: ['goats'], works: [] }],
  ],
])('lists %s', (_, body, claims) => {
  expect(claimsOf(body)).toEqual(claims);
});

test('tells a sentence that is said twice by how often it was said before', () => {
  const source = (text: string) => `---\ntitle: S\nchapter: sleep\nsection: Sheep\n---\n\nA.\n\n## Notes\n\n${text}\n`;
  const page = readPage('papers/sleep/sheep.mdx', source('See <Cite paper="goats" />. See <Cite paper="goats" />.'), makeReport());
  expect(new Set(listClaims(page ? [page] : []).map(({ id }) => id)).size).toBe(2);
}); // prettier-ignore
