/** Building over hostile pages and chapters runs nothing, writes nothing outside its folders, and ends. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, readFolder } from '../fixtures/folders.ts';
import { sleepSurvey } from '../fixtures/sleep-survey.ts';
import { hostileCases, toChapter, toPage } from '../hostile/corpus.ts';
import { buildSite } from '../support/build.ts';

/** The heap that the build of a small honest survey may have; it would die of what grows without bound. */
const mostMemory = '--max-old-space-size=1024';

/** What a page would do if it were a program: leave a file behind. */
function toPrograms(trace: string): string[] {
  const write = `(await import("node:fs")).writeFileSync(${JSON.stringify(trace)}, "x")`;
  return [
    `{${write}}`,
    `export const x = ${write}`,
    `import "data:text/javascript,import('node:fs').then((fs)=>fs.writeFileSync('${trace}','x'))"`,
    `<Note on={${write}}>x</Note>`,
    `<Note {...(${write})}>x</Note>`,
    `<script>${write}</script>`,
  ];
}

test('a build over the corpus names every page, runs none, and leaves no trace', async () => {
  const temporary = mkdtempSync(path.join(tmpdir(), 'scholium-hostile-'));
  const trace = path.join(temporary, 'trace');
  const out = path.join(temporary, 'out');
  const textsOf = (file: string): string[] =>
    hostileCases.flatMap((one) => (one.file === file && one.text.isWellFormed() ? [one.text] : []));
  const programs = toPrograms(trace);
  const pages = [
    ...textsOf('papers/sleep/counting-goats.mdx'),
    ...programs.map((body) => toPage(`${body}\n`)),
  ];
  const chapters = [...textsOf('chapters/dreams.mdx'), ...programs.map((body) => toChapter(`${body}\n`))];
  expect(Math.min(pages.length, chapters.length)).toBeGreaterThan(80);
  const files = Object.fromEntries([
    ...pages.map((text, i) => [`papers/sleep/hostile-${i}.mdx`, text]),
    ...chapters.map((text, i) => [`chapters/hostile-${i}.mdx`, text]),
  ]) as Record<string, string>;
  const content = makeFolder(sleepSurvey(files));
  const before = readFolder(content);

  const { status, output } = await buildSite({ content, out, env: { NODE_OPTIONS: mostMemory } });

  expect(status).not.toBe(0);
  const unnamed = Object.keys(files).filter((name) => !output.includes(`${name}:`));
  expect(unnamed.map((name) => files[name]?.slice(0, 500))).toEqual([]);
  expect(existsSync(trace)).toBe(false);
  expect(readFolder(content)).toEqual(before);
  expect(readdirSync(temporary).filter((name) => name !== 'out')).toEqual([]);
  for (const folder of [temporary, content]) rmSync(folder, { recursive: true, force: true });
});
