/** Taking a citation away, in a real browser. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject } from 'vitest';
import { startReader, test } from '../support/reader.ts';

const { folder } = inject('sites').fixture;
const reader = startReader('fixture');

test('a button copies the BibTeX and says so; what stands in the head for machines runs nothing', async () => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const { page, troubles } = await reader.open('/papers/unknotting/', { permissions });
  await page.getByText('BibTeX', { exact: true }).click();
  const button = page.locator('.cite-paper details').first().getByRole('button', { name: 'Copy' });
  await button.click();
  await page.locator('.cite-paper').getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await page.evaluate('navigator.clipboard.readText()');
  expect(copied).toBe(readFileSync(path.join(folder, 'papers/unknotting.bib'), 'utf8'));
  expect(troubles).toEqual([]);
});
