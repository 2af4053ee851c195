/** Findings as the person who calls sees them: every path from where they stand. */
import path from 'node:path';
import type { ContentFiles } from '../../src/contract/content.ts';
import { compareFindings, type Finding } from '../../src/contract/findings.ts';
import { formats, type FormatName } from '../check/format/index.ts';
import type { Io } from './io.ts';

/** Findings on the files of a folder, by their paths below it. */
export type Found = { dir: string; files: ContentFiles; findings: readonly Finding[] };

/** Writes findings in the order of their places. @returns the text; empty where there is nothing to say */
export function renderFindings(found: readonly Found[], format: FormatName, io: Io): string {
  const findings = found.flatMap((one) =>
    one.findings.map((finding) => ({ ...finding, file: showPath(one.dir, finding.file) })),
  );
  const named = new Set(findings.map(({ file }) => file));
  const files = new Map(
    found.flatMap(({ dir, files: texts }) =>
      [...texts].flatMap(([name, text]) => {
        const shown = showPath(dir, name);
        return named.has(shown) ? [[shown, text] as const] : [];
      }),
    ),
  );
  return formats[format](findings.sort(compareFindings), { files, colour: io.colour });
}

function showPath(dir: string, name: string): string {
  const shown = path.relative(process.cwd(), path.join(dir, name));
  return (shown.startsWith('..') ? path.join(dir, name) : shown).split(path.sep).join('/');
}
