/**
 * Whatever is edited in whatever order, and wherever a build is killed, the next build makes the same site as one that
 * starts from nothing, byte for byte.
 *
 *   npm run test:edits    200 sequences, and SCHOLIUM_SEED=N others
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSettings } from '../../src/lib/settings.ts';
import { makeRandom, type Random } from '../fixtures/random.ts';
import { buildSite, fixture, killBuild, root, workFolder } from '../support/build.ts';
import { edits } from './edits.ts';
import { makeWorld, type Files, type World } from './world.ts';

const seed = Number(process.env.SCHOLIUM_SEED ?? 20260131);
const sequences = Number(process.env.SCHOLIUM_EDITS ?? 3);

const folder = path.join(workFolder, `random-${seed}`);
const content = path.join(folder, 'content');
const out = path.join(folder, 'site');
const { cache } = readSettings({ SCHOLIUM_CONTENT: content }, root);
const asideCache = `${cache}-aside`;

afterAll(() => {
  for (const one of [folder, cache, asideCache]) rmSync(one, { recursive: true, force: true });
});

test(`after ${sequences} sequences of edits (seed ${seed})`, { timeout: sequences * 300_000 }, async () => {
  const random = makeRandom(seed);
  const world = makeWorld(readFiles(fixture), random);
  let last = 3000;
  for (let sequence = 1; sequence <= sequences; sequence += 1) {
    const done: string[] = [];
    const start = new Map(world.files);
    for (let builds = 1 + random.below(2); builds > 0; builds -= 1) {
      done.push(...editSome(world, random), 'build');
      write(world.files);
      if (random.below(3) === 0) {
        done.push(await killBuild({ content, out }, { after: random.below(last), alone: random.below(2) === 0 }));
        // The next build may be one of what was there before.
        if (random.below(2) === 0) {
          done.push('undo', 'build');
          world.files = new Map(start);
          write(world.files);
        }
      }
      const from = performance.now();
      await build(done);
      last = performance.now() - from;
    }
    const incremental = readSite();
    if (existsSync(cache)) renameSync(cache, asideCache);
    await build(['from nothing', ...done]);
    rmSync(cache, { recursive: true });
    renameSync(asideCache, cache);
    expect(findDifferences(incremental, readSite()), `sequence ${sequence}: ${done.join(', ')}`).toEqual([]);
    if (sequences > 10) process.stderr.write(`${sequence} of ${sequences}: ${done.join(', ')}\n`);
  }
}); // prettier-ignore

function editSome(world: World, random: Random): string[] {
  const names = Array.from({ length: 1 + random.below(4) }, () => random.pick(Object.keys(edits)));
  for (const name of names) edits[name]?.(world);
  return names;
}

async function build(done: readonly string[]): Promise<void> {
  const { status, output } = await buildSite({ content, out });
  expect(status, `${done.join(', ')}\n${output}`).toBe(0);
}

function readFiles(from: string): Files {
  const files = readdirSync(from, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const names = files.map(({ parentPath, name }) => path.join(parentPath, name));
  return new Map(names.map((name) => [path.relative(from, name), readFileSync(name, 'utf8')]));
}

/** Files that stay as they are keep their time, as with an editor. */
function write(files: Files): void {
  const before = existsSync(content) ? readFiles(content) : new Map<string, string>();
  for (const name of before.keys()) if (!files.has(name)) rmSync(path.join(content, name));
  for (const [name, text] of files) {
    if (before.get(name) === text) continue;
    mkdirSync(path.dirname(path.join(content, name)), { recursive: true });
    writeFileSync(path.join(content, name), text);
  }
}

/** Digests of all files of the site by their paths. */
function readSite(): Map<string, string> {
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      return [path.relative(out, file), createHash('sha256').update(readFileSync(file)).digest('hex')];
    }),
  );
}

function findDifferences(one: Map<string, string>, other: Map<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((name) => one.get(name) !== other.get(name))
    .sort();
}
