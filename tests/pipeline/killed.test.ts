/** A command that is killed leaves whole files, and the next run finishes what it began. */
import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lockName } from '../../scripts/lock.ts';
import { flockSurvey, inventPapers } from '../fixtures/flock-survey.ts';
import { makeFolder, readFolder, root } from '../fixtures/folders.ts';
import { makeRandom } from '../fixtures/random.ts';

const seed = Number(process.env.SCHOLIUM_SEED ?? 20260131);
const paperCount = 30;
const killsEach = 5;
const cli = path.join(root, 'scripts/cli.ts');
const folders: string[] = [];
afterAll(() => folders.forEach((dir) => rmSync(dir, { recursive: true })));

/** What happens before each run: first to an empty survey, then to one that upstream and people have changed. */
const scenes: readonly { command: 'ingest' | 'generate'; change?: (dir: string) => void }[] = [
  { command: 'ingest' },
  { command: 'generate' },
  { command: 'ingest', change: revise },
  { command: 'generate', change: editByHand },
];

test(`killed at random moments (seed ${seed}), no file is half-written and the next run finishes`, async () => {
  const random = makeRandom(seed);
  let survey: ReadonlyMap<string, string> = flockSurvey(inventPapers(paperCount));
  for (const { command, change } of scenes) {
    const undisturbed = newFolder(survey);
    change?.(undisturbed);
    const before = readFolder(undisturbed);
    run(command, undisturbed);
    const after = readFolder(undisturbed);
    let disturbed = newFolder(before);
    for (let kills = 0; kills < killsEach;) {
      const isWriting = random.below(4) > 0;
      if (await runAndKill(command, disturbed, isWriting, random.below(isWriting ? 20 : 500))) kills++;
      else disturbed = newFolder(before);
      for (const [name, text] of readFolder(disturbed)) {
        if (!path.basename(name).startsWith('.')) expect([before.get(name), after.get(name)]).toContain(text);
      }
    }
    run(command, disturbed);
    expect(readFolder(disturbed)).toEqual(after);
    survey = after;
  }
});

test('of two runs at once each finishes its work or says that another one is writing', async () => {
  const survey = flockSurvey(inventPapers(60));
  const undisturbed = newFolder(survey);
  run('ingest', undisturbed);
  const together = newFolder(new Map([...survey, [lockName, `${deadProcess()}\n`]]));
  const runs = await Promise.all([1, 2, 3].map(() => runInBackground('ingest', together)));
  expect(runs.map(({ status }) => status)).toContain(0);
  for (const { status, stderr } of runs) {
    expect([0, 1]).toContain(status);
    if (status === 1) expect(stderr).toMatch(/^error: another scholium \(process \d+\) is writing to /);
  }
  expect(readFolder(together)).toEqual(readFolder(undisturbed));
});

/** The number of a process that has ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

function newFolder(survey: ReadonlyMap<string, string>): string {
  const dir = makeFolder(survey);
  folders.push(dir);
  return dir;
}

function run(command: string, dir: string): void {
  const { status, stderr } = spawnSync(process.execPath, [cli, command, '--content', dir], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
}

async function runInBackground(
  command: string,
  dir: string,
): Promise<{ status: number | null; stderr: string }> {
  const child = spawn(process.execPath, [cli, command, '--content', dir]);
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) => child.on('exit', (status) => resolve({ status, stderr })));
}

/** Upstream, every abstract reads otherwise. */
function revise(dir: string): void {
  const file = path.join(dir, 'listings/flock.txt');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('crosses a fence', 'jumps over a fence'));
}

/** People rename a page, edit another and write notes on a third. */
function editByHand(dir: string): void {
  const [first = '', second = '', third = ''] = readdirSync(path.join(dir, 'papers/sleep')).sort();
  const toFile = (name: string): string => path.join(dir, 'papers/sleep', name);
  renameSync(toFile(first), toFile('renamed.mdx'));
  writeFileSync(toFile(second), readFileSync(toFile(second), 'utf8').replace('It works', 'It does work'));
  appendFileSync(toFile(third), '\n## Notes\n\nIndeed.\n');
}

/**
 * Runs a command and kills it so many milliseconds after its start, or after it has begun to write.
 * @returns whether it was killed before it ended
 */
async function runAndKill(command: string, dir: string, isWriting: boolean, delay: number): Promise<boolean> {
  const journal = path.join(dir, '.scholium.journal');
  const left = statSync(journal, { throwIfNoEntry: false })?.ino;
  const child = spawn(process.execPath, [cli, command, '--content', dir], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  let begun = isWriting ? Infinity : performance.now();
  const watch = setInterval(() => {
    const found = statSync(journal, { throwIfNoEntry: false })?.ino;
    if (begun === Infinity && found !== undefined && found !== left) begun = performance.now();
    if (performance.now() - begun >= delay) child.kill('SIGKILL');
  }, 1);
  await ended;
  clearInterval(watch);
  return child.signalCode === 'SIGKILL';
}
