/** The command, against a host on this machine. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFolder, root } from '../fixtures/folders.ts';
import { sleepSurvey } from '../fixtures/sleep-survey.ts';
import { startHost, status, type Host } from './answering-host.ts';

let host: Host;
beforeAll(async () => {
  host = await startHost({ '/alive': status(200), '/forbidden': status(403), '/moved': status(301, { location: '/alive' }) });
}); // prettier-ignore
afterAll(() => host.close());

/** Not the other helper: while it waits for a process, this one could not answer it. */
function checkLinks(dir: string, ...flags: string[]): Promise<{ status: number; stdout: string }> {
  const args = [path.join(root, 'scripts/cli.ts'), 'check-links', '--content', dir, '--pause', '0', ...flags];
  return new Promise((resolve) =>
    execFile(process.execPath, args, (error, stdout) =>
      resolve({ status: Number(error?.code ?? 0), stdout }),
    ),
  );
}

const survey = (...links: string[]): string =>
  makeFolder(
    new Map([
      ['survey.yml', sleepSurvey().get('survey.yml') ?? ''],
      [
        'papers/sleep/links.mdx',
        `---\ntitle: Links\nchapter: sleep\nsection: Sheep\ncode: ${host.origin}/alive\n---\n\nWords.\n\n## Notes\n\n${links.map((to) => `- [here](${host.origin}${to})\n`).join('')}`,
      ],
    ]),
  );

test('each address that needs a person is named with its place; only a dead one fails', async () => {
  const dir = survey('/alive', '/gone', '/forbidden', '/moved', '/gone');
  const page = path.join(dir, 'papers/sleep/links.mdx');
  const [cache, out] = [path.join(dir, 'links.json'), path.join(dir, 'links.md')];
  const first = await checkLinks(dir, '--cache', cache, '--out', out);
  expect(first.stdout.split('\n')).toEqual([
    `${page}:13:3: dead: ${host.origin}/gone answered 404 not found: nothing is there any more`,
    `${page}:16:3: dead: ${host.origin}/gone answered 404 not found: nothing is there any more`,
    `${page}:15:3: moved: ${host.origin}/moved answered 200, at ${host.origin}/alive: write where it is now`,
    `${page}:14:3: blocked: ${host.origin}/forbidden answered 403 refuses programs: look with a browser`,
    '4 addresses: 1 alive, 1 moved, 1 dead, 1 blocked, 0 unreachable',
    '',
  ]);
  expect(first.status).toBe(1);
  expect(readFileSync(out, 'utf8')).toBe(`\`\`\`\n${first.stdout}\`\`\`\n`);

  host.asked.length = 0;
  const second = await checkLinks(dir, '--cache', cache);
  expect(second.stdout).toBe(first.stdout);
  expect(host.asked.map(({ path: asked }) => asked)).not.toContain('/alive');
});

test('a blocked address is no error', async () => {
  const dir = survey('/forbidden');
  expect(await checkLinks(dir, '--cache', path.join(dir, 'x.json'))).toMatchObject({ status: 0 });
});

test('answers that cannot be read are asked for again', async () => {
  const dir = survey('/alive');
  const cache = path.join(dir, 'links.json');
  writeFileSync(cache, '{"broken');
  expect(await checkLinks(dir, '--cache', cache)).toMatchObject({ status: 0 });
});

test('where no host answers, there is no network, and nothing was checked', async () => {
  const closed = await startHost({});
  await closed.close();
  const dir = survey();
  const page = path.join(dir, 'papers/sleep/links.mdx');
  writeFileSync(page, readFileSync(page, 'utf8').replaceAll(host.origin, closed.origin));
  expect(await checkLinks(dir, '--cache', path.join(dir, 'x.json'))).toMatchObject({ status: 1 });
});

test('a number that is none is wrong usage', async () => {
  expect(await checkLinks(survey(), '--pause', 'soon')).toMatchObject({ status: 2 });
});
