/** Mending what can be mended safely: the fixes that findings carry, applied to the text of their files. */
import type { ContentFiles } from '../../src/contract/content.ts';
import { compareText, type Finding, type Fix } from '../../src/contract/findings.ts';

/** The files that change, with every fix applied that overlaps no other; the rest is for the next round. */
export function applyFixes(files: ContentFiles, findings: readonly Finding[]): Map<string, string> {
  const fixed = new Map<string, string>();
  const fixable = findings.flatMap(({ file, fix }) => (fix ? [{ file, fix }] : []));
  for (const file of [...new Set(fixable.map((one) => one.file))].sort(compareText)) {
    const source = files.get(file);
    if (source === undefined) continue;
    fixed.set(
      file,
      splice(
        source,
        fixable.flatMap((one) => (one.file === file ? [one.fix] : [])),
      ),
    );
  }
  return fixed;
}

function splice(source: string, fixes: readonly Fix[]): string {
  let text = source;
  let from = Infinity;
  for (const { start, end, text: replacement } of [...fixes].sort(
    (a, b) => b.start - a.start || b.end - a.end,
  )) {
    if (end > from) continue;
    text = text.slice(0, start) + replacement + text.slice(end);
    from = start;
  }
  return text;
}
