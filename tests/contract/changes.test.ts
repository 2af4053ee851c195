import { expect, test } from 'vitest';
import { listChanges } from '../../src/contract/changes.ts';
import type { PaperRecord } from '../../src/contract/record.ts';

const record = (slug: string, more: Partial<PaperRecord>): [string, PaperRecord] => [
  slug,
  { slug, title: '', abstract: '', sightings: [], ...more },
];

test('papers by the day of their capture, what people corrected, and what was taken out', () => {
  const records = new Map([
    record('old', { added: '2024-01-02', edited: ['abstract', 'section', 'title'] }),
    record('new', { added: '2025-03-04', edited: ['section'] }),
    record('undated', {}),
    record('gone', { added: '2024-01-02', withdrawn: { why: 'They asked.' } }),
  ]);
  const settled = { text: '$x$', why: 'a formula', source: 'https://example.org/' };
  expect(listChanges(['undated', 'old', 'new'], records, [{ paper: 'undated', ...settled }])).toEqual({
    added: [
      { date: '2025-03-04', slugs: ['new'] },
      { date: '2024-01-02', slugs: ['old'] },
      { slugs: ['undated'] },
    ],
    // Filing is the survey's own, so a section that people chose corrects nobody.
    corrected: [
      { slug: 'undated', fields: [], settled: [settled] },
      { slug: 'old', fields: ['title', 'abstract'], settled: [] },
    ],
    withdrawn: [{ slug: 'gone', why: 'They asked.' }],
  });
});
