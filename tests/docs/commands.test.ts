import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeReference } from '../../scripts/commands/reference.ts';
import { commandTable } from '../../scripts/commands/table.ts';
import { root } from '../fixtures/folders.ts';

test('the command reference is as the table makes it (npm run commands)', async () => {
  await expect(writeReference()).toMatchFileSnapshot('../../docs/commands.md');
});

test('it names every command, argument and option', () => {
  const reference = readFileSync(path.join(root, 'docs/commands.md'), 'utf8');
  for (const { name, arguments: given = [], options = [] } of commandTable) {
    expect(reference).toContain(`\n## ${name}\n`);
    for (const { name: argument } of given) expect(reference).toContain(`\`${argument}\``);
    for (const { flags } of options) expect(reference).toContain(`\`${flags}\``);
  }
});
