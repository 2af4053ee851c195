/** Shows on every list of papers which are on the reader's lists, and lets a paper's page put it there. */
import { readingStrings } from '../lib/strings/reading.ts';
import { build } from './dom.ts';
import { listNames, onListsChanged, putOn, readList, type ListName } from './reading-lists.ts';
import { toPaperSlug } from './paper-address.ts';

const signs: Record<ListName, string> = { 'reading-list': '★', read: '✓' };

export function startReadingMarks(): void {
  const tools = document.querySelector<HTMLElement>('.reading-tools');
  const show = (): void => {
    if (tools) showTools(tools);
    markPapers(document);
  };
  show();
  onListsChanged(show);
  tools?.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !isListName(target.name)) return;
    const isKept = putOn(target.name, tools.dataset.paper ?? '', target.checked);
    if (!isKept) target.checked = false;
    const status = tools.querySelector('[role="status"]');
    if (status) status.textContent = isKept ? '' : readingStrings.notKept;
    markPapers(document);
  });
}

/** The boxes can be used from now on. */
function showTools(tools: HTMLElement): void {
  for (const box of tools.querySelectorAll('input')) {
    if (!isListName(box.name)) continue;
    box.checked = readList(box.name).includes(tools.dataset.paper ?? '');
    box.disabled = false;
  }
}

/** Puts signs after the years or bylines of the papers below `root`, in place of those that are there. */
export function markPapers(root: ParentNode): void {
  const lists = listNames.map((name) => ({ name, slugs: new Set(readList(name)) }));
  for (const old of root.querySelectorAll('.reading-mark')) old.remove();
  if (lists.every(({ slugs }) => slugs.size === 0)) return;
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a.paper-title')) {
    const slug = toPaperSlug(link.pathname);
    const place = link.parentElement?.querySelector('.paper-year, .paper-byline');
    if (slug === undefined || !place) continue;
    for (const { name, slugs } of lists) if (slugs.has(slug)) place.append(buildMark(name));
  }
}

function buildMark(name: ListName): HTMLElement {
  return build(
    'span',
    { class: 'reading-mark', title: readingStrings.marks[name] },
    build('span', { 'aria-hidden': 'true' }, signs[name]),
    build('span', { class: 'hidden' }, ` (${readingStrings.marks[name]})`),
  );
}

function isListName(name: string): name is ListName {
  return listNames.some((one) => one === name);
}
