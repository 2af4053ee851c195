/** A table whose first column names its rows. */
import type { Element } from 'hast';
import { element, type Child } from './xml.ts';

export function setDataTable(
  { caption, className }: { caption: string; className: string },
  heads: readonly string[],
  rows: readonly { head: readonly Child[]; cells: readonly (readonly Child[])[] }[],
): Element {
  return element('table', { class: className }, [
    element('caption', {}, [caption]),
    element('thead', {}, [
      element(
        'tr',
        {},
        heads.map((head) => element('th', { scope: 'col' }, [head])),
      ),
    ]),
    element(
      'tbody',
      {},
      rows.map(({ head, cells }) =>
        element('tr', {}, [
          element('th', { scope: 'row' }, head),
          ...cells.map((cell) => element('td', {}, cell)),
        ]),
      ),
    ),
  ]);
}
