import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeReport, type Report } from '../../src/contract/findings.ts';
import { makeRememberingReader, type ReadFile } from '../../src/load/read-file.ts';

let folder: string;
let readFile: ReadFile;
/** What the reader was given, each time. */
let sources: string[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'read-file-'));
  readFile = makeRememberingReader(folder);
  sources = [];
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

const write = (text: string): void => writeFileSync(path.join(folder, 'words'), text);

const stopClock = (at: number): void => void vi.useFakeTimers({ toFake: ['Date'], now: at });

/** An hour on, no file is of this moment. */
const waitLong = (): void => stopClock(Date.now() + 3_600_000);

function readWords(file: string, source: string, report: Report): string[] | undefined {
  sources.push(source);
  if (source === '') {
    report.add('file-readable', file, undefined, { message: 'No word', expected: 'words', hint: 'Write.' });
  }
  return source === '' ? undefined : source.split(' ');
}

function read(): { words: string[] | undefined; findings: string[] } {
  const report = makeReport();
  const words = readFile('words', readWords, report);
  return { words, findings: report.findings.map(({ message }) => message) };
}

test('a file that nobody wrote to gives the same value, and is not read again', () => {
  write('ebb flow');
  waitLong();
  const first = read();
  expect(first).toEqual({ words: ['ebb', 'flow'], findings: [] });
  expect(read().words).toBe(first.words);
  expect(sources).toEqual(['ebb flow']);
});

test('an edit is read', () => {
  write('ebb');
  waitLong();
  read();
  write('ebb flow');
  expect(read().words).toEqual(['ebb', 'flow']);
});

test('a file of this moment is read again, for the next edit may leave the same times', () => {
  stopClock(Date.now());
  write('ebb');
  read();
  read();
  expect(sources).toEqual(['ebb', 'ebb']);
});

test('the findings of a file are reported each time', () => {
  write('');
  waitLong();
  expect([read(), read()]).toEqual([
    { words: undefined, findings: ['No word'] },
    { words: undefined, findings: ['No word'] },
  ]);
  expect(sources).toEqual(['']);
});

test('a file that is gone gives nothing, and what stands there later is read', () => {
  write('ebb');
  waitLong();
  read();
  rmSync(path.join(folder, 'words'));
  expect(read()).toEqual({ words: undefined, findings: [] });
  write('flow');
  expect(read().words).toEqual(['flow']);
});
