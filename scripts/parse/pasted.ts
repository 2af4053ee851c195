/**
 * A paper as people paste it: its title, an empty line, its abstract. Lines that were broken in a PDF are joined.
 * `scholium new -` keeps what it was given as such a file.
 */
import type { Report } from '../../src/contract/findings.ts';
import { toField, type Entry, type Field, type ListingFile } from './entry.ts';
import { toLines } from './lines.ts';

/** How the names of such files end: the text itself does not tell it from a page of papers. */
export const pastedExtension = '.pasted.txt';

export function parsePasted(file: ListingFile, captured: string | null, report: Report): Entry[] {
  const [title, ...rest] = toParagraphs(file.text);
  const [head, ...others] = rest;
  if (!title || !head) {
    report.add('listing-understood', file.path, title, {
      message: `Unexpected end of the text: it has ${title ? 'one paragraph' : 'no words'}`,
      expected: 'a title, an empty line and an abstract',
      hint: 'Paste both, with an empty line between them.',
    });
    return [];
  }
  const abstract = [stripHeading(head), ...others].map(({ value }) => value).filter(Boolean).join(' ');
  const place = stripHeading(head).value === '' ? (others[0] ?? head) : stripHeading(head);
  return [
    {
      listing: file.name,
      path: file.path,
      ...(captured === null ? {} : { captured }),
      title: { ...title, value: title.value.replace(/^#+\s+|^title:\s*/i, '') },
      abstract: toField(place, abstract),
    },
  ];
} // prettier-ignore

function toParagraphs(text: string): Field<string>[] {
  const paragraphs: Field<string>[] = [];
  let lastLine = -1;
  for (const line of toLines(text)) {
    const open = paragraphs.at(-1);
    if (open && line.line === lastLine + 1) open.value = joinLines(open.value, line.value);
    else paragraphs.push({ ...line });
    lastLine = line.line;
  }
  return paragraphs;
}

/** A hyphen at the end may divide a word or belong to it: only a soft one goes. */
function joinLines(before: string, next: string): string {
  return before.endsWith('\u00ad') ? before.slice(0, -1) + next : `${before} ${next}`;
}

/** "Abstract" above the text is none of it. */
function stripHeading(paragraph: Field<string>): Field<string> {
  const [heading = ''] = /^(?:#+\s+)?abstract(?:\s*[.:—–-]\s*|\s*$)/i.exec(paragraph.value) ?? [];
  return { ...paragraph, value: paragraph.value.slice(heading.length), column: paragraph.column + heading.length };
} // prettier-ignore
