/** What a book says of itself on its last page. */
import { formatDate } from '../../src/contract/words.ts';
import type { Book } from './model.ts';
import { bookWords } from './words.ts';

export function listColophon(book: Book): [label: string, value: string][] {
  const { version, released, captured, figures, site, digest, stamp, licences } = book;
  const { colophon } = bookWords;
  const rows: [string, string | undefined][] = [
    [colophon.version, version],
    [colophon.released, formatDate(released)],
    [colophon.captured, formatDate(captured)],
    [colophon.contents, colophon.holds(figures.papers, figures.chapters)],
    [colophon.listings, colophon.madeFrom(figures.entries, figures.listings)],
    [colophon.site, site],
    [colophon.digest, `sha256:${digest}`],
    [colophon.stamp, stamp],
    ...licences.map(({ label, text }): [string, string] => [label, text]),
  ];
  return rows.flatMap(([label, value]): [string, string][] => (value === undefined ? [] : [[label, value]]));
}
