/** Files of a survey, each read by the reader of its kind. While one writes, what was read of a file is remembered. */
import { join } from 'node:path';
import { makeReport, type Finding, type Report } from '../contract/findings.ts';
import { isSettled, isUntouched, readTimes, type Times } from '../lib/known-files.ts';
import { settings } from '../lib/settings.ts';
import { readText } from './files.ts';
import type { Reader } from './keep.ts';

/** Reads one file of the survey; `undefined` where there is none, or after a finding where it cannot be read. */
export type ReadFile = <T>(path: string, reader: Reader<T>, report: Report) => T | undefined;

export const readFile: ReadFile = (path, reader, report) => {
  const source = readText(settings.content, path, report);
  return source === undefined ? undefined : reader(path, source, report);
};

type Remembered = { times: Times; reader: unknown; value: unknown; findings: readonly Finding[] };

/** The same, but of a file that nobody wrote to since it was read last, what it gave then: the same value, the same findings. */
export function makeRememberingReader(): ReadFile {
  const known = new Map<string, Remembered>();
  return <T>(path: string, reader: Reader<T>, report: Report): T | undefined => {
    // Times first: who writes to the file from here on changes them.
    const times = readTimes(join(settings.content, path));
    const last = known.get(path);
    if (last?.reader === reader && isUntouched(last.times, times)) {
      report.findings.push(...last.findings);
      return last.value as T | undefined;
    }
    const own = makeReport();
    const isSure = times !== undefined && isSettled(times);
    const value = readFile(path, reader, own);
    if (isSure) known.set(path, { times, reader, value, findings: own.findings });
    else known.delete(path);
    report.findings.push(...own.findings);
    return value;
  };
}
