/** Lets readers sort a table by a column; without this script it stands in the order of the page. */
import { build } from './dom.ts';

const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: 'base' });

export function startSorting(table: HTMLElement): void {
  if (!(table instanceof HTMLTableElement)) return;
  const body = table.tBodies[0];
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th')];
  if (!body) return;
  for (const [column, head] of heads.entries()) {
    const button = build('button', { type: 'button', class: 'sort' }, head.textContent?.trim() ?? '');
    head.replaceChildren(button);
    button.addEventListener('click', () => {
      const direction = head.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', direction);
      sortRows(body, column, direction === 'ascending' ? 1 : -1);
    });
  }
}

/** What a paper does not have comes last, whichever way the rest is sorted. */
function sortRows(body: HTMLTableSectionElement, column: number, sign: 1 | -1): void {
  const rows = [...body.rows].map((row) => ({ row, text: row.cells[column]?.textContent?.trim() ?? '' }));
  rows.sort((a, b) => {
    if (a.text === '' || b.text === '') return Number(a.text === '') - Number(b.text === '');
    return sign * collator.compare(a.text, b.text);
  });
  body.append(...rows.map(({ row }) => row));
}
