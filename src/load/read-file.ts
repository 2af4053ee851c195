/** Files of a survey, each read by the reader of its kind. While one writes, what was read of a file is remembered. */
import { join } from 'node:path';
import { makeReport, type Finding, type Report } from '../contract/findings.ts';
import { isSettled, isUntouched, readTimes, type Times } from '../lib/known-files.ts';
import { readText } from './files.ts';
import type { Reader } from './keep.ts';

/** Reads one file of the survey; `undefined` where there is none, or after a finding where it cannot be read. */
export type ReadFile = <T>(path: string, reader: Reader<T>, report: Report) => T | undefined;

/** @param folder of the survey */
export function makeFileReader(folder: string): ReadFile {
  return (path, reader, report) => {
    const source = readText(folder, path, report);
    return source === undefined ? undefined : reader(path, source, report);
  };
}

type Remembered = { times: Times; value: unknown; findings: readonly Finding[] };

/**
 * The same, but of a file that nobody wrote to since it was read last, what its reader gave then: the same
 * value, the same findings. A reader that is made anew for each reading is not known again.
 */
export function makeRememberingReader(folder: string): ReadFile {
  const readFile = makeFileReader(folder);
  const readers = new Map<unknown, Map<string, Remembered>>();
  return <T>(path: string, reader: Reader<T>, report: Report): T | undefined => {
    const known = readers.get(reader) ?? new Map<string, Remembered>();
    readers.set(reader, known);
    // Times first: who writes to the file from here on changes them.
    const times = readTimes(join(folder, path));
    const last = known.get(path);
    if (last && isUntouched(last.times, times)) {
      report.findings.push(...last.findings);
      return last.value as T | undefined;
    }
    const own = makeReport();
    const isSure = times !== undefined && isSettled(times);
    const value = readFile(path, reader, own);
    if (isSure) known.set(path, { times, value, findings: own.findings });
    else known.delete(path);
    report.findings.push(...own.findings);
    return value;
  };
}
