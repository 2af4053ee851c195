/** Building over hostile pages and chapters runs nothing, writes nothing outside its folders, and ends. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, readFolder } from '../fixtures/folders.ts';
import { sleepSurvey } from '../fixtures/sleep-survey.ts';
import { hostileCases, toPage } from '../hostile/corpus.ts';
import { buildSite } from '../support/build.ts';

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
  const bodies = hostileCases
    .filter(
      ({ file, text }) =>
        file === 'papers/sleep/counting-goats.mdx' && text.length < 4000 && text.isWellFormed(),
    )
    .map(({ text }) => text);
  const pages = [...bodies, ...toPrograms(trace).map((body) => toPage(`${body}\n`))];
  expect(pages.length).toBeGreaterThan(80);
  const files = Object.fromEntries(pages.map((text, i) => [`papers/sleep/hostile-${i}.mdx`, text]));
  const [program = ''] = toPrograms(trace);
  const chapter = `---\ntitle: Dreams\nscope: x\nsections: [{ name: Nightmares }]\n---\n\n${program}\n`;
  const content = makeFolder(sleepSurvey({ ...files, 'chapters/dreams.mdx': chapter }));
  const before = readFolder(content);

  const { status, output } = await buildSite({ content, out });

  expect(status).not.toBe(0);
  const named = [...Object.keys(files), 'chapters/dreams.mdx'];
  expect(named.filter((name) => !output.includes(`${name}:`)).map((name) => files[name])).toEqual([]);
  expect(existsSync(trace)).toBe(false);
  expect(readFolder(content)).toEqual(before);
  expect(readdirSync(temporary).filter((name) => name !== 'out')).toEqual([]);
  for (const folder of [temporary, content]) rmSync(folder, { recursive: true, force: true });
});
