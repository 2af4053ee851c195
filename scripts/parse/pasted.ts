/**
 * A paper as people paste it: its title, an empty line, its abstract. Lines that were broken in a PDF are joined.
 * `scholium new -` keeps what it was given as such a file.
 */
import type { Report } from '../../src/contract/findings.ts';
import { toPosition, type Entry, type Field, type ListingFile } from './entry.ts';
import { toLines } from './lines.ts';

/** How the names of such files end: the text itself does not tell it from a page of papers. */
export const pastedExtension = '.pasted.txt';

export function parsePasted(file: ListingFile, captured: string | null, report: Report): Entry[] {
  const complain = (place: Field<string> | undefined, unexpected: string, expected: string, hint: string): void =>
    report.add('listing-understood', file.path, place && toPosition(place), {
      message: `Unexpected ${unexpected}`,
      expected,
      hint,
    });
  const [title, ...rest] = toParagraphs(file.text, (line, end) =>
    complain({ ...line, value: end, column: line.column + line.value.length - end.length }, `hyphen at the end of a line: "${end}"`, 'words that are not divided', 'Both halves were joined with the hyphen: look whether it belongs there.'),
  );
  const [first, ...others] = rest.map(stripHeading).filter(({ value }) => value !== '');
  if (!title || !first) {
    const noun = title ? 'one paragraph' : 'no words';
    complain(title && { ...title, value: '' }, `end of the text: it has ${noun}`, 'a title, an empty line and an abstract', 'Paste both, with an empty line between them.');
    return [];
  }
  return [
    {
      listing: file.name,
      path: file.path,
      ...(captured === null ? {} : { captured }),
      title: { ...title, value: title.value.replace(/^#+\s+|^title:\s*/i, '') },
      abstract: { ...first, value: [first, ...others].map(({ value }) => value).join(' ') },
    },
  ];
} // prettier-ignore

function toParagraphs(text: string, onHyphen: (line: Field<string>, end: string) => void): Field<string>[] {
  const paragraphs: Field<string>[] = [];
  let last: Field<string> | undefined;
  for (const line of toLines(text)) {
    // A heading of its own is no line of the paragraph behind it.
    if (/^(?:#+\s+)?abstract\s*[.:]?$/i.test(line.value)) continue;
    const open = paragraphs.at(-1);
    if (open && last && line.line === last.line + 1) {
      const [half] = /^\p{Ll}/u.test(line.value) ? (/\p{L}+-$/u.exec(last.value) ?? []) : [];
      if (half !== undefined) onHyphen(last, half);
      open.value = open.value.endsWith('\u00ad') ? open.value.slice(0, -1) + line.value : `${open.value}${half === undefined ? ' ' : ''}${line.value}`;
    } else paragraphs.push({ ...line });
    last = line;
  }
  return paragraphs;
} // prettier-ignore

/** "Abstract" above the text is none of it. */
function stripHeading(paragraph: Field<string>): Field<string> {
  const [heading = ''] = /^(?:#+\s+)?abstract(?:\s*[.:—–-]\s*|\s*$)/i.exec(paragraph.value) ?? [];
  return {
    ...paragraph,
    value: paragraph.value.slice(heading.length),
    column: paragraph.column + heading.length,
  };
}
