/** The files of a folder as text, in an order that does not depend on the machine. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText, type Report } from '../contract/findings.ts';

/** Paths below `folder`, with forward slashes, that end with `extension`. */
export function listFiles(folder: string, extension: string): string[] {
  if (!existsSync(folder)) return [];
  return listBelow(folder, '')
    .filter((path) => path.endsWith(extension))
    .sort(compareText);
}

/** Node's own recursion takes several times as long: it asks for the kind of every file again. */
function listBelow(folder: string, place: string): string[] {
  return readdirSync(join(folder, place), { withFileTypes: true }).flatMap((file) => {
    const path = `${place}${file.name}`;
    return file.isDirectory() ? listBelow(folder, `${path}/`) : file.isFile() ? [path] : [];
  });
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of a file below `folder`, or `undefined` where there is none; a finding where it is not UTF-8. */
export function readText(folder: string, path: string, report: Report): string | undefined {
  const file = join(folder, path);
  if (!existsSync(file)) return undefined;
  try {
    return decoder.decode(readFileSync(file));
  } catch (error) {
    report.add('file-readable', path, undefined, {
      message: `Unexpected contents: ${(error as Error).message}`,
      expected: 'text in UTF-8',
      hint: 'Save the file as UTF-8.',
    });
    return undefined;
  }
}
