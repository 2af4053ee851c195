/** Characters that cannot be seen, or make a text look other than it is ("Trojan Source", Boucher and Anderson 2021). */
import { toPoint } from './places.ts';
import type { Report } from './findings.ts';

/** Ranges of UTF-16 units, and what people call them. */
const invisible: readonly { pattern: RegExp; name: string }[] = [
  // oxlint-disable-next-line no-control-regex
  { pattern: /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, name: 'a control character' },
  {
    pattern: /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g,
    name: 'a mark that turns the direction of writing',
  },
  { pattern: /[\u00ad\u200b-\u200d\u2060-\u2064\u180e]|(?<!^)\ufeff/g, name: 'a character without width' },
  {
    pattern: /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    name: 'half a character',
  },
];

/** Whether a text holds none; for text that does not stand in its file as it is, such as `"\\u202e"` in YAML. */
export function isVisible(text: string): boolean {
  return invisible.every(({ pattern }) => text.search(pattern) === -1);
}

/** So many are reported a file and kind; a file full of them is no better known by thousands. */
const mostReported = 20;

/** Reports every invisible character; the fix removes it. */
export function checkCharacters(file: string, source: string, report: Report): void {
  for (const { pattern, name } of invisible) {
    for (const { index, 0: found } of source.matchAll(pattern).take(mostReported)) {
      const start = toPoint(source, index);
      const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      report.add(
        'text-visible',
        file,
        { start, end: toPoint(source, index + 1) },
        {
          message: `Unexpected ${name} (U+${code})`.replace('Unexpected a ', 'Unexpected '),
          expected: 'characters that can be seen',
          hint: 'Remove it (scholium check --fix does).',
          fix: { start: index, end: index + 1, text: '' },
        },
      );
    }
  }
}
