/** The examples of docs/ingest-formats.md: every format is read as the page says, and by its content alone. */
import { readFileSync } from 'node:fs';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { detectFormat, formats } from '../../scripts/parse/detect.ts';
import { listedPaperSchema } from '../../scripts/parse/json-lines.ts';
import { pastedExtension } from '../../scripts/parse/pasted.ts';
import { readListing, toValues } from './read-listing.ts';

const document = readFileSync(new URL('../../docs/ingest-formats.md', import.meta.url), 'utf8');
const blocks = fromMarkdown(document).children.filter((node) => node.type === 'code');
const examples = blocks.flatMap(({ meta, value }, index) => {
  const reads = blocks[index + 1];
  if (!meta?.startsWith('file=')) return [];
  return [{ file: meta.slice(5), text: `${value}\n`, reads: reads?.meta === 'reads' ? reads.value : '' }];
});

test('every format has an example', () => {
  const shown = examples.map(({ file, text }) => detectFormat({ path: file, text })?.name);
  expect(shown.toSorted()).toEqual(formats.map(({ name }) => name).toSorted());
});

test.each(examples)('$file is read as the page says', ({ file, text, reads }) => {
  const { entries, findings } = readListing(text, file, '2026-01-31');
  expect(findings).toEqual([]);
  expect(entries.map(toValues)).toEqual(parse(reads, { schema: 'core' }));
});

test.each(examples)('every field of $file stands where its place says', ({ file, text }) => {
  const lines = text.split('\n');
  for (const entry of readListing(text, file, '2026-01-31').entries) {
    const { listing: _, path: __, captured: ___, extra = {}, ...fields } = entry;
    for (const { line, column, value } of [...Object.values(fields), ...Object.values(extra)]) {
      const [word = ''] = /[\p{L}\p{N}]+/u.exec(String(Array.isArray(value) ? value[0] : value)) ?? [];
      const there = lines[line - 1]?.slice(column - 1) ?? '';
      const isNear = ['title', 'abstract'].some((name) => entry[name as 'title']?.value === value);
      if (isNear) expect(there.slice(0, word.length + 12)).toContain(word);
      else expect(there).not.toBe('');
    }
  }
});

test.each(examples.filter(({ file }) => !file.endsWith(pastedExtension)))(
  'the content of $file tells its format, whatever its name promises',
  ({ file, text }) => {
    const format = detectFormat({ path: file, text })?.name;
    for (const name of ['listing', 'x.bib', 'x.json', 'x.xml', 'x.txt'])
      expect(detectFormat({ path: name, text })?.name).toBe(format);
  },
);

test.each(examples)('$file with other line ends and a byte order mark says the same', ({ file, text }) => {
  const { entries, findings } = readListing(`\uFEFF${text.replaceAll('\n', '\r\n')}`, file, '2026-01-31');
  expect(findings).toEqual([]);
  expect(entries.map(toValues)).toEqual(readListing(text, file, '2026-01-31').entries.map(toValues));
});

test('every member of a line of JSON is in the table, as the schema describes it', () => {
  const rows = [...document.matchAll(/^\| `(\w+)` +\| (.+?) +\|$/gm)].map(([, name, meaning]) => [name, meaning]);
  const members = Object.entries(listedPaperSchema.shape).map(([name, { description }]) => [name, description]);
  expect(rows.filter(([name = '']) => name in listedPaperSchema.shape)).toEqual(members);
}); // prettier-ignore
