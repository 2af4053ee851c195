/** The papers of the result set as a file: one choice, one button. */
import type { CatalogueEntry } from '../contract/search/index-format.ts';
import { searchStrings as strings } from '../lib/strings/search.ts';
import { build, find } from './dom.ts';
import { toHref } from './address.ts';
import { takeaways, toMarkdownList, toSlugOf, type Takeaway } from './selection.ts';

/** @param listEntries the results as they are now */
export function startTakingAway(box: HTMLElement, listEntries: () => Promise<CatalogueEntry[]>): void {
  const format = find<HTMLSelectElement>('select', box);
  const button = find<HTMLButtonElement>('button', box);
  const failure = find<HTMLElement>('[role="status"]', box);
  button.addEventListener('click', async () => {
    failure.textContent = '';
    try {
      const papers = (await listEntries()).filter(({ kind }) => kind === 'paper');
      save(await toFile(format.value, papers));
    } catch {
      failure.textContent = strings.takeAway.failed;
    }
  });
}

async function toFile(format: string, papers: readonly CatalogueEntry[]): Promise<File> {
  if (!isTakeaway(format)) {
    const text = toMarkdownList(papers, (path) => new URL(toHref(path), location.href).href);
    return new File([text], 'papers.md', { type: 'text/markdown' });
  }
  const { file, type, select } = takeaways[format];
  const response = await fetch(toHref(`data/${file}`));
  if (!response.ok) throw new Error(`${response.status} ${file}`);
  const text = select(await response.text(), new Set(papers.map(toSlugOf)));
  return new File([text], file.replace('survey', 'papers'), { type });
}

function isTakeaway(format: string): format is Takeaway {
  return Object.hasOwn(takeaways, format);
}

export function save(file: File): void {
  const href = URL.createObjectURL(file);
  const link = build('a', { href, download: file.name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
