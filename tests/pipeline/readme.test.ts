/** README's worked example does what it says. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import { root, scholium } from './command-line.ts';

const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const blocks = fromMarkdown(readme).children.filter((node) => node.type === 'code');

test('the listing, the commands and the page belong together', () => {
  const temporary = mkdtempSync(path.join(tmpdir(), 'scholium-'));
  const survey = path.join(temporary, 'survey');
  expect(scholium(['init', survey]).status).toBe(0);
  const shown = blocks.flatMap(({ meta, value }) =>
    meta?.startsWith('file=') ? [[meta.slice(5), `${value}\n`] as const] : [],
  );
  const pages = shown.filter(([file]) => file.startsWith('papers/'));
  expect(pages).toHaveLength(1);
  for (const [file, text] of shown)
    if (!file.startsWith('papers/')) writeFileSync(path.join(survey, file), text);

  const commands = blocks.find(({ meta }) => meta === 'run')?.value.split('\n') ?? [];
  expect(commands).toHaveLength(2);
  for (const command of commands) {
    const [, , name = ''] = command.split(' ').filter((word) => word !== 'npx');
    expect(scholium([name], { env: { SCHOLIUM_CONTENT: survey } })).toMatchObject({ status: 0, stderr: '' });
  }
  for (const [file, source] of pages) expect(readFileSync(path.join(survey, file), 'utf8')).toBe(source);
  expect(scholium(['check', '--content', survey])).toMatchObject({ status: 0, stdout: '' });
  rmSync(temporary, { recursive: true });
});

test('every command that README names exists', () => {
  const help = scholium(['--help']).stdout;
  const named = [...readme.matchAll(/`scholium ([a-z-]+)/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(5);
  for (const name of named) expect(help).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
});
