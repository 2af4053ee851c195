/** The button that keeps the survey in the browser, with its size; then how far it is, and the way back. */
import type { OfflineFiles } from '../contract/offline.ts';
import { formatBytes, formatCount } from '../contract/words.ts';
import { readingStrings } from '../lib/strings/reading.ts';
import { build } from './dom.ts';
import { dropSurvey, keepSurvey, loadOfflineFiles, readKeptFiles } from './kept-survey.ts';

const words = readingStrings.offline;

export function startOfflineTools(box: HTMLElement): void {
  const status = build('p', { role: 'status', class: 'aside' });
  const tools = build('div', {});
  box.replaceChildren(status, tools);
  void showState();

  async function showState(): Promise<void> {
    if (!('caches' in window)) {
      status.textContent = words.unable;
      return;
    }
    try {
      const files = await readKeptFiles();
      if (files) showKept(files);
      else showOffer(await loadOfflineFiles());
    } catch {
      status.textContent = words.needsConnection;
    }
  }

  function showOffer({ bytes }: OfflineFiles): void {
    const button = build('button', { type: 'button' }, words.keep(formatBytes(bytes)));
    button.addEventListener('click', () => void keep());
    tools.replaceChildren(button);
  }

  function showKept({ files, bytes }: OfflineFiles): void {
    const pages = files.filter(([path]) => path === '' || path.endsWith('/')).length;
    status.textContent = words.kept(formatCount(pages), formatBytes(bytes));
    const button = build('button', { type: 'button', class: 'text-button' }, words.drop);
    button.addEventListener('click', async () => {
      await dropSurvey();
      status.textContent = '';
      await showState();
      tools.querySelector('button')?.focus();
    });
    tools.replaceChildren(button);
  }

  async function keep(): Promise<void> {
    const stop = new AbortController();
    const bar = build('progress', { max: 1, value: 0, 'aria-label': words.progress });
    const share = build('span', { class: 'figure' }, words.keeping(0));
    const button = build('button', { type: 'button', class: 'text-button' }, words.stop);
    button.addEventListener('click', () => stop.abort());
    tools.replaceChildren(bar, share, button);
    button.focus();
    status.textContent = '';
    try {
      await keepSurvey((part) => {
        bar.value = part;
        share.textContent = words.keeping(part);
      }, stop.signal);
    } catch (error) {
      if (stop.signal.aborted) await dropSurvey();
      else status.textContent = isFull(error) ? words.noRoom : words.failed;
    }
    await showState();
    tools.querySelector('button')?.focus();
  }
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
