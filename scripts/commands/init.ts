import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { writeChanges } from '../disk.ts';
import { UsageError } from './io.ts';
import type { Run } from './table.ts';

export const run: Run = async (_options, [dir = ''], io) => {
  if (existsSync(dir)) throw new UsageError(`Unexpected folder ${dir}, expected one that does not exist yet`);
  await mkdir(dir, { recursive: true });
  await writeChanges(dir, new Map(), emptySurvey);
  for (const folder of ['papers', 'records']) await mkdir(path.join(dir, folder));
  io.print(
    [
      `Made an empty survey in ${dir}.`,
      `1. Put listings into ${path.join(dir, 'listings')}, and the day of each capture into captures.yml there.`,
      `2. Describe your chapters in ${path.join(dir, 'chapters')}, and name them in survey.yml.`,
      `3. SCHOLIUM_CONTENT=${dir} npm run site`,
      '',
    ].join('\n'),
  );
  return true;
};

/** The files of an empty survey: each says what belongs in it. */
const emptySurvey = new Map([
  [
    'survey.yml',
    `title: A survey
description: What it covers, in one sentence.
version: 0.1.0
released: 2026-01-01
language: en
site: https://survey.example.org/
repository: https://example.org/owner/survey
licences:
  code: MIT
  prose: CC BY 4.0
  data: CC BY 4.0
  abstracts: Abstracts stay their authors' and are shown with their source and a link to the paper.
chapters:
  - papers
`,
  ],
  [
    'chapters/papers.mdx',
    `---
title: Papers
scope: What is filed here, in one sentence.
cues: []
sections:
  - name: All papers
    cues: []
---
`,
  ],
  ['listings/captures.yml', '# The day each file was captured, or null: name.txt: 2026-01-31\n{}\n'],
  ['facts/papers.yml', '# Checked authors, years and identifiers, one block a paper.\n[]\n'],
  ['glossary.yml', '# Terms: id, term, definition (Markdown with $math$), spellings.\n[]\n'],
]);
