/** The summary as a reviewer reads it, and as Markdown reads it: hostile text stays text. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Comparison } from '../../scripts/compare/compare.ts';
import { writeSummary } from '../../scripts/compare/summary.ts';
import { makeReport } from '../../src/contract/findings.ts';
import { makeFolder } from '../fixtures/folders.ts';
import { sleepSurvey } from '../fixtures/sleep-survey.ts';
import { scholium } from '../pipeline/command-line.ts';

const nothing: Comparison = { added: [], changed: [], removed: [], unreadable: [], others: [] };
const figures = {
  pages: 430, build: 12.34, unchanged: 0.5, memory: 9e8, bytes: 3e7, check: 2.5, queries: 643, mrr: 0.994, recallAt1: 0.99, recallAt5: 1,
}; // prettier-ignore

function typesIn(markdown: string): string[] {
  const types: string[] = [];
  // GFM makes links of bare addresses, which lead where they say.
  const tree: Nodes = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  visit(tree, (node) => void types.push(node.type));
  return types;
}

test('says what changes, formula by formula, with findings and figures', () => {
  const report = makeReport();
  report.add(
    'year-plausible',
    'papers/sleep/sheep.mdx',
    { line: 3, column: 7 },
    { message: 'Unexpected year' },
  );
  report.add('section-known', 'papers/sleep/goats.mdx', { line: 5, column: 1 }, { message: 'Unexpected section', hint: 'Write Sheep.' }); // prettier-ignore
  const summary = writeSummary({
    comparison: {
      added: [{ path: 'papers/sleep/goats.mdx', title: 'Goats' }],
      removed: [{ path: 'papers/sleep/yaks.mdx', title: 'Yaks', why: 'the authors asked' }],
      changed: [
        {
          path: 'papers/sleep/sheep.mdx',
          title: 'Sheep',
          fields: [{ field: 'year', before: '2023', after: '2024' }, { field: 'venue', after: 'ICML 2024' }],
          prose: ['abstract'],
          formulas: [{ before: 'x^2', after: '|x|^2' }, { before: 'y' }],
        },
      ],
      unreadable: [],
      others: ['facts/papers.yml'],
    },
    findings: report.findings,
    known: new Set(report.findings.slice(0, 1)),
    figures: { before: figures, after: { ...figures, build: 13.21 } },
  }); // prettier-ignore
  expect(summary).toBe(`## What changes

1 page added, 1 changed, 1 removed; 2 formulas changed.

### Added

- Goats \`papers/sleep/goats.mdx\`

### Removed

- Yaks \`papers/sleep/yaks.mdx\` (withdrawn: the authors asked)

### Changed

| Page                     | What                                                                |
| ------------------------ | ------------------------------------------------------------------- |
| \`papers/sleep/sheep.mdx\` | year: \`2023\` → \`2024\`; venue: – → \`ICML 2024\`; abstract; 2 formulas |

### Formulas

| Page                     | Before  | After       |
| ------------------------ | ------- | ----------- |
| \`papers/sleep/sheep.mdx\` | \`$x^2$\` | \`$\\|x\\|^2$\` |
| \`papers/sleep/sheep.mdx\` | \`$y$\`   | –           |

### Other files of the survey

- \`facts/papers.yml\`

### Findings

2 findings, 1 of them new.

\`\`\`
papers/sleep/goats.mdx:5:1: error: Unexpected section  [section-known]
  hint: Write Sheep.
papers/sleep/sheep.mdx:3:7: warning: Unexpected year  [year-plausible]
\`\`\`

### Figures

|                              | Before   | After    |
| ---------------------------- | -------- | -------- |
| Build, every cache deleted   | 12.3 s   | 13.2 s   |
| Build, nothing changed       | 0.5 s    | 0.5 s    |
| Check of the whole survey    | 2.5 s    | 2.5 s    |
| Memory of the build          | 900.0 MB | 900.0 MB |
| Size of the site             | 30.0 MB  | 30.0 MB  |
| Pages that search knows      | 430      | 430      |
| Queries made of the papers   | 643      | 643      |
| Search: mean reciprocal rank | 0.994    | 0.994    |
| Search: found first          | 0.990    | 0.990    |
| Search: found among five     | 1.000    | 1.000    |
`);
});

test('what cannot be measured is said', () => {
  const summary = writeSummary({ comparison: nothing, findings: [], known: new Set(), figures: {} });
  expect(summary).toContain('Not measured: the site was not built.');
});

test('a long list is cut, and says so', () => {
  const added = Array.from({ length: 5 }, (_, i) => ({ path: `papers/sleep/p${i}.mdx`, title: `P${i}` }));
  const review = { comparison: { ...nothing, added }, findings: [], known: new Set<never>(), figures: {} };
  expect(writeSummary(review, 2)).toMatch(/p1\.mdx`\n\nAnd 3 more; scholium compare lists all\.\n/);
  expect(writeSummary(review)).not.toContain('more;');
});

test('text of strangers brings in no markup', () => {
  const hostile =
    '<script>x</script> ![i](https://a.museum/x.png) [l](https://a.museum) @team `` ` ``` | <!-- \n# h';
  const summary = writeSummary({
    comparison: {
      ...nothing,
      added: [{ path: hostile, title: hostile }],
      changed: [
        { path: hostile, title: hostile, fields: [{ field: hostile, after: hostile }], prose: [hostile], formulas: [{ before: hostile }] },
      ],
    },
    findings: [],
    known: new Set(),
    figures: {},
  }); // prettier-ignore
  const types = new Set(typesIn(summary));
  expect(
    [...types].filter((type) => ['html', 'image', 'code', 'definition', 'linkReference'].includes(type)),
  ).toEqual([]);
  expect(typesIn(summary).filter((type) => type === 'heading')).toHaveLength(6);
});

test('the command compares two folders, and fails where the later has errors', () => {
  const before = makeFolder(sleepSurvey());
  const after = makeFolder(
    sleepSurvey({ 'papers/sleep/goats.mdx': '---\ntitle: Goats\nchapter: sleep\nsection: Gone\n---\n\nOf $x$.\n' }),
  );
  const file = path.join(after, 'figures.json');
  writeFileSync(file, JSON.stringify(figures));
  const { status, stdout } = scholium(['compare', before, '--content', after, '--figures', file]);
  expect(stdout).toContain('1 page added, 0 changed, 0 removed; 0 formulas changed.');
  expect(stdout).toContain('[section-known]');
  expect(stdout).toContain('| 12.3 s');
  expect(status).toBe(1);
  writeFileSync(file, '{}');
  expect(scholium(['compare', before, '--content', after, '--figures', file]).status).toBe(2);
  expect(scholium(['compare', before, '--content', before, '--limit', '0']).status).toBe(2);
}); // prettier-ignore
