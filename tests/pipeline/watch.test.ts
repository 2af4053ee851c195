/** `scholium check --watch` answers every time a file is saved. */
import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { makeFolder, root } from '../fixtures/folders.ts';
import { sleepSurvey } from '../fixtures/sleep-survey.ts';

vi.setConfig({ testTimeout: 60_000 });

test('a fault is found when it is saved, and gone when it is mended', async () => {
  const dir = makeFolder(sleepSurvey());
  const page = path.join(dir, 'papers/sleep/counting-sheep.mdx');
  const sound = sleepSurvey().get('papers/sleep/counting-sheep.mdx') ?? '';
  const child = spawn(
    process.execPath,
    [path.join(root, 'scripts/cli.ts'), 'check', '--watch', '--content', dir],
    {
      env: { ...process.env, NO_COLOR: '1' },
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  try {
    await vi.waitFor(() => expect(said).toContain('Watching'), { timeout: 20_000 });
    said = '';
    writeFileSync(page, sound.replace('section: Sheep', 'section: Shep'));
    await vi.waitFor(() => expect(said).toContain('[section-known]'), { timeout: 20_000 });
    said = '';
    writeFileSync(page, sound);
    await vi.waitFor(() => expect(said).toContain('No errors.'), { timeout: 20_000 });
  } finally {
    child.kill();
    rmSync(dir, { recursive: true });
  }
});
