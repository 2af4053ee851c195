/** The content folder on disk: what is read, what is written, and what never is. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { finishChanges, readContentFiles, writeChanges } from '../../scripts/disk.ts';
import { ContentError } from '../../scripts/lock.ts';
import { makeReport } from '../../src/contract/findings.ts';
import { makeFolder, readFolder } from '../fixtures/folders.ts';

const page = 'papers/sleep/sheep.mdx';
let dir = '';
let outside = '';
beforeEach(() => {
  dir = makeFolder(
    new Map([
      ['survey.yml', 'title: Sleep\n'],
      [page, 'Sheep.\n'],
    ]),
  );
  outside = makeFolder(new Map([['secret.txt', 'Do not touch.\n']]));
});
afterEach(() => {
  for (const folder of [dir, outside]) rmSync(folder, { recursive: true });
});

const read = (): Promise<Map<string, string>> => readContentFiles(dir, makeReport());

test('files are read sorted, hidden ones are left out', async () => {
  for (const name of ['.scholium.tmp', 'papers/.DS_Store', '.scholium.lock'])
    writeFileSync(path.join(dir, name), 'x');
  expect([...(await read()).keys()]).toEqual([page, 'survey.yml']);
});

test('a file that goes away while the folder is read is as if it had not been there', async () => {
  const files = await readContentFiles(dir, makeReport(), undefined, (name) => {
    if (name === page) rmSync(path.join(dir, name));
    return true;
  });
  expect([...files.keys()]).toEqual(['survey.yml']);
});

test('a file that is not UTF-8 is a finding where it stops being so', async () => {
  writeFileSync(path.join(dir, page), Buffer.from('Sheep.\nAt a caf\xe9.\n', 'latin1'));
  const report = makeReport();
  await readContentFiles(dir, report);
  expect(report.findings).toMatchObject([{ ruleId: 'file-readable', file: page, line: 2, column: 9 }]);
});

test('a file that is not UTF-8 is never written over', async () => {
  const bytes = Buffer.from('At a caf\xe9.\n', 'latin1');
  writeFileSync(path.join(dir, page), bytes);
  await expect(writeChanges(dir, await read(), new Map([[page, 'Refreshed.\n']]))).rejects.toThrow(
    ContentError,
  );
  expect(readFileSync(path.join(dir, page)).equals(bytes)).toBe(true);
});

test('a file is written only when its bytes change, and nothing is left beside it', async () => {
  const before = statSync(path.join(dir, page), { bigint: true });
  const changes = new Map([
    [page, 'Sheep.\n'],
    ['papers/dreams/owls.mdx', 'Owls.\n'],
  ]);
  expect(await writeChanges(dir, await read(), changes)).toEqual(['papers/dreams/owls.mdx']);
  const after = statSync(path.join(dir, page), { bigint: true });
  expect([after.mtimeNs, after.ino]).toEqual([before.mtimeNs, before.ino]);
  expect([...readFolder(dir).keys()]).toEqual(['papers/dreams/owls.mdx', page, 'survey.yml']);
});

test('a file that is to go goes, and one that is gone already is no change', async () => {
  expect(await writeChanges(dir, await read(), new Map([[page, null]]))).toEqual([page]);
  expect(await writeChanges(dir, await read(), new Map([[page, null]]))).toEqual([]);
});

test.each([
  ['changed', (file: string) => writeFileSync(file, 'By hand.\n')],
  ['removed', (file: string) => rmSync(file)],
])('a file that somebody %s since it was read stays so', async (_, change) => {
  const before = await read();
  change(path.join(dir, page));
  const left = existsSync(path.join(dir, page)) ? readFileSync(path.join(dir, page), 'utf8') : undefined;
  await expect(writeChanges(dir, before, new Map([[page, 'Refreshed.\n']]))).rejects.toThrow(ContentError);
  expect(existsSync(path.join(dir, page)) ? readFileSync(path.join(dir, page), 'utf8') : undefined).toBe(
    left,
  );
});

test('a file that somebody made since the folder was read stays so', async () => {
  const before = await read();
  writeFileSync(path.join(dir, 'papers/sleep/owls.mdx'), 'By hand.\n');
  await expect(writeChanges(dir, before, new Map([['papers/sleep/owls.mdx', 'Owls.\n']]))).rejects.toThrow(
    ContentError,
  );
  expect(readFileSync(path.join(dir, 'papers/sleep/owls.mdx'), 'utf8')).toBe('By hand.\n');
});

test.each(['papers/dreams', 'records'])(
  'nothing is written where %s leads out of the folder',
  async (link) => {
    mkdirSync(path.join(dir, path.dirname(link)), { recursive: true });
    symlinkSync(outside, path.join(dir, link));
    for (const name of [`${link}/owls.mdx`, `${link}/deep/owls.mdx`]) {
      await expect(writeChanges(dir, await read(), new Map([[name, 'Owls.\n']]))).rejects.toThrow(
        ContentError,
      );
    }
    expect([...readFolder(outside)]).toEqual([['secret.txt', 'Do not touch.\n']]);
  },
);

test('what a link leads to is neither read nor written', async () => {
  symlinkSync(path.join(outside, 'secret.txt'), path.join(dir, 'papers/sleep/owls.mdx'));
  expect([...(await read()).keys()]).not.toContain('papers/sleep/owls.mdx');
  const changes = new Map([['papers/sleep/owls.mdx', 'Owls.\n']]);
  await expect(writeChanges(dir, await read(), changes)).rejects.toThrow(ContentError);
  expect(readFileSync(path.join(outside, 'secret.txt'), 'utf8')).toBe('Do not touch.\n');
});

const changes = new Map([
  ['papers/dreams/owls.mdx', 'Owls.\n'],
  [page, null],
  ['records/owls.json', '{}\n'],
  ['survey.yml', 'title: Dreams\n'],
]);

/** The folder as a process leaves it that is killed after so many changes. */
async function killAfter(count: number): Promise<void> {
  const before = await read();
  const digest = (text: string | undefined): string | null =>
    text === undefined ? null : createHash('sha256').update(text).digest('hex');
  const pending = [...changes].map(([name, text]) => ({ name, was: digest(before.get(name)), text }));
  await writeChanges(dir, before, new Map([...changes].slice(0, count)));
  writeFileSync(path.join(dir, '.scholium.journal'), JSON.stringify(pending));
}

test.each([0, 1, 2, 3, 4])('what a process killed after %i files had to do is finished', async (count) => {
  await killAfter(count);
  await finishChanges(dir);
  expect([...readFolder(dir)]).toEqual([
    ['papers/dreams/owls.mdx', 'Owls.\n'],
    ['records/owls.json', '{}\n'],
    ['survey.yml', 'title: Dreams\n'],
  ]);
});

test('what people changed since the process was killed stays, and so does all behind it', async () => {
  await killAfter(1);
  writeFileSync(path.join(dir, page), 'By hand.\n');
  await finishChanges(dir);
  expect([...readFolder(dir)]).toEqual([
    ['papers/dreams/owls.mdx', 'Owls.\n'],
    [page, 'By hand.\n'],
    ['survey.yml', 'title: Sleep\n'],
  ]);
});
