/**
 * What a page can do beside its text, the theme and the search: nothing of it is loaded before somebody turns to it, or
 * before the page is there and the browser has nothing else to do.
 */
import { hasCard } from './card-links.ts';

type Start = (elements: HTMLElement[]) => Promise<unknown>;

/** What the page must have, and what then comes in when the browser is idle. */
const whenIdle: readonly (readonly [selector: string, start: Start])[] = [
  ['.reading-tools, a.paper-title', async () => (await import('./reading-marks.ts')).startReadingMarks()],
  ['.katex', async () => (await import('./copy-formula.ts')).startFormulaCopying()],
  ['.cite-paper', async (sections) => sections.forEach((await import('./copy.ts')).startCopying)],
  ['table[data-sortable]', async (tables) => tables.forEach((await import('./sort-table.ts')).startSorting)],
  ['.section-list', async (lists) => lists.forEach((await import('./contents.ts')).startContents)],
  ['main', async () => (await import('./offline-reading.ts')).startOfflineReading()],
];

export function startFeatures(): void {
  listenForCards();
  if (document.readyState === 'complete') waitForIdle();
  else addEventListener('load', waitForIdle, { once: true });
}

function waitForIdle(): void {
  // Safari has no such callback.
  if ('requestIdleCallback' in window) requestIdleCallback(startIdle, { timeout: 2000 });
  else setTimeout(startIdle, 200);
}

function startIdle(): void {
  for (const [selector, start] of whenIdle) {
    const elements = [...document.querySelectorAll<HTMLElement>(selector)];
    if (elements.length > 0) void start(elements);
  }
}

/** Cards come in when a pointer or the keyboard first comes to a link that has one. */
function listenForCards(): void {
  const events = ['pointerover', 'focusin'] as const;
  const turn = async (event: Event): Promise<void> => {
    if (!(event.target instanceof Element) || !event.target.closest(hasCard)) return;
    for (const name of events) document.removeEventListener(name, turn);
    const { startCards } = await import('./cards.ts');
    startCards(event);
  };
  for (const name of events) document.addEventListener(name, turn);
}
