/** What was read of a file is kept by digest, where nothing was wrong with the file: parsing YAML is dear. */
import { makeReport, type Report } from '../contract/findings.ts';
import { digestOf, digestOfCode } from '../lib/digest.ts';
import { openCache } from './cache.ts';

/** Reads one file; `undefined` after a finding where it cannot be read. */
export type Reader<T> = (path: string, source: string, report: Report) => T | undefined;

const values = openCache<unknown>('files');

/**
 * The same reader, of values that JSON can hold, reading each file once.
 * @param beside what the reader looks at beside the file
 */
export function keep<T>(reader: Reader<T>, beside?: unknown): Reader<T> {
  return (path, source, report) => {
    const digest = digestOf([reader.name, path, source, beside, digestOfCode()]);
    const known = values.read(digest) as T | undefined;
    if (known !== undefined) return known;
    const own = makeReport();
    const value = reader(path, source, own);
    if (value !== undefined && own.findings.length === 0) values.write(digest, value);
    report.findings.push(...own.findings);
    return value;
  };
}
