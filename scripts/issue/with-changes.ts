import { compareText } from '../../src/contract/findings.ts';
import type { ContentFiles } from '../../src/contract/content.ts';
import type { FileChanges } from '../disk.ts';

/** The files as they would be, sorted by path as they come from disk. */
export function withChanges(files: ContentFiles, changes: FileChanges): Map<string, string> {
  const all = new Map<string, string | null>([...files, ...changes]);
  return new Map(
    [...all]
      .flatMap(([path, text]): [string, string][] => (text === null ? [] : [[path, text]]))
      .sort(([a], [b]) => compareText(a, b)),
  );
}
