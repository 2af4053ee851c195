/** Filters answer line by line: what is no line of theirs is a finding with its number, and the rest goes on. */
import { expect, test } from 'vitest';
import { runFilter } from '../../scripts/commands/filter.ts';
import type { Io } from '../../scripts/commands/io.ts';

async function filter(lines: readonly string[]): Promise<{ ok: boolean; out: string; err: string }> {
  const told = { out: '', err: '' };
  const io: Io = {
    print: (text) => void (told.out += text),
    printError: (text) => void (told.err += text),
    readInput: async () => lines.join('\n'),
    isTyped: false,
    isTerminal: false,
    colour: false,
  };
  const ok = await runFilter(io, ({ id, title }) => ({ id, title: title.toUpperCase() }));
  return { ok, ...told };
}

const line = (id: string): string => JSON.stringify({ id, title: 'sheep', abstract: 'We count.' });

test('every line is answered in order, empty ones are passed over', async () => {
  expect(await filter([line('a'), '', line('b')])).toEqual({
    ok: true,
    out: '{"id":"a","title":"SHEEP"}\n{"id":"b","title":"SHEEP"}\n',
    err: '',
  });
});

test.each([
  ['no JSON', '{"id": "x"', 'Unexpected line'],
  ['no object', '["x"]', 'Unexpected JSON'],
  ['nothing', 'null', 'Unexpected JSON'],
  ['no abstract', '{"id": "x", "title": "sheep"}', 'Missing "abstract"'],
  ['a number for a text', '{"id": "x", "title": 7, "abstract": ""}', 'Missing "title"'],
])('filter-line-valid: a line with %s is found at its number', async (_, bad, message) => {
  const { ok, out, err } = await filter([line('a'), bad, line('b')]);
  expect(ok).toBe(false);
  expect(out.split('\n')).toHaveLength(3);
  expect(err).toContain(`<stdin>:2:1: error: ${message}`);
  expect(err).toContain('[filter-line-valid]');
});
