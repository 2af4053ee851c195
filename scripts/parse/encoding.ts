/** Signs that a listing was not read as what it was written in. */
import type { Report } from '../../src/contract/findings.ts';
import type { ListingFile } from './entry.ts';
import { toLines } from './lines.ts';

/** The share of NUL characters from which a text is UTF-16 that was read as UTF-8: there every second one is in Latin text. */
const nulsInUtf16 = 0.2;

/** Control characters that are no white space: no text holds them. */
const noText = /(?![\t\n\v\f\r])\p{Cc}/gu;

/**
 * The text without a byte order mark, with U+FFFD for what is no text; so places stay what they are. Each line that has
 * lost characters is a finding. A text in another encoding is one as a whole, and `undefined`.
 */
export function mendEncoding(file: ListingFile, report: Report): string | undefined {
  const text = file.text.replace(/^\uFEFF/, '');
  const start = text.slice(0, 2000);
  if (start.split('\0').length - 1 > start.length * nulsInUtf16) {
    report.add('file-readable', file.path, undefined, {
      message: 'Unexpected NUL characters',
      expected: 'text in UTF-8',
      hint: 'The file seems to be in UTF-16: save it as UTF-8.',
    });
    return undefined;
  }
  const mended = text.replace(noText, '\uFFFD');
  if (mended.includes('\uFFFD')) reportLost(file.path, mended, report);
  return mended;
}

function reportLost(path: string, text: string, report: Report): void {
  for (const { value, line, column } of toLines(text)) {
    const index = value.indexOf('\uFFFD');
    if (index < 0) continue;
    report.add(
      'listing-understood',
      path,
      { line, column: column + index },
      {
        message: 'Unexpected character that is no text, or was lost when the listing was read',
        expected: 'text in UTF-8',
        hint: 'Capture the listing again as UTF-8, or mend the words.',
      },
    );
  }
}
