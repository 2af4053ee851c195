/** The parts of a site that machines build apart make the same site as one build, byte for byte. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { buildSite, root, workFolder } from '../support/build.ts';

const { content } = inject('sites').fixture;
const work = path.join(workFolder, 'shards');
const shards = ['1/2', '2/2'].map((shard) => ({ shard, out: path.join(work, shard.replace('/', '-of-')) }));
const whole = path.join(work, 'whole');
afterAll(() => rmSync(work, { recursive: true, force: true }));

function merge(folders: readonly string[]): { status: number | null; stderr: string } {
  return spawnSync(process.execPath, [path.join(root, 'scripts/cli.ts'), 'merge', ...folders], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, SCHOLIUM_CONTENT: content, SCHOLIUM_OUT: path.join(work, 'merged'), SCHOLIUM_BASE: '/' },
  });
} // prettier-ignore

function readSite(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return new Map(
    files
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .map((file): [string, string] => [path.relative(folder, file), readFileSync(file, 'latin1')])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

test('two shards, merged, are the site', async () => {
  for (const { shard, out } of [...shards, { shard: '', out: whole }]) {
    const { status, output } = await buildSite({ content, out, env: { SCHOLIUM_SHARD: shard } });
    expect(status, output).toBe(0);
  }
  const pages = shards.map(({ out }) => [...readSite(out).keys()].filter((name) => /^papers\/.*html$/.test(name)).length);
  expect(Math.min(...pages)).toBeGreaterThan(0);
  expect(merge(shards.map(({ out }) => out))).toMatchObject({ status: 0, stderr: '' });
  const merged = readSite(path.join(work, 'merged'));
  const expected = readSite(whole);
  expect([...merged.keys()]).toEqual([...expected.keys()]);
  expect([...merged].filter(([name, bytes]) => expected.get(name) !== bytes).map(([name]) => name)).toEqual([]);

  expect(merge([shards[0]?.out ?? ''])).toMatchObject({ status: 2, stderr: expect.stringContaining('expected each of 1/2, 2/2 once') });
  expect(merge([content])).toMatchObject({ status: 2, stderr: expect.stringContaining('expected one that npm run build -- --shard made') });
  const manifest = path.join(shards[1]?.out ?? '', 'shard.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"sources":"\w+"/, '"sources":"other"'));
  expect(merge(shards.map(({ out }) => out)).stderr).toContain('expected one of the same content and code');
}); // prettier-ignore

test('a shard is a part of the whole', async () => {
  const { status, output } = await buildSite({ content, out: path.join(work, 'none'), env: { SCHOLIUM_SHARD: '3/2' } });
  expect({ status, output }).toEqual({ status: 2, output: 'Unexpected shard "3/2", expected a part of the whole such as 2/4\n' });
}); // prettier-ignore
