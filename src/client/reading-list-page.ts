/** The page of the reader's lists: what is on them, and ways in and out. */
import { toByline } from '../contract/byline.ts';
import { indexFiles, type Catalogue, type CatalogueEntry } from '../contract/search/index-format.ts';
import { openParts } from '../contract/search/parts.ts';
import { parseReadingList, printReadingList } from '../contract/reading-list.ts';
import { readingStrings as words } from '../lib/strings/reading.ts';
import { toHref } from './address.ts';
import { build, find } from './dom.ts';
import { readFile } from './engine.ts';
import { forgetAll } from './kept.ts';
import { startOfflineTools } from './offline-tools.ts';
import { toPaperAddress, toPaperSlug } from './paper-address.ts';
import {
  listNames,
  mergeLists,
  onListsChanged,
  putOn,
  readList,
  writeList,
  type ListName,
} from './reading-lists.ts';
import { save, startTakingAway } from './take-away.ts';

const page = find<HTMLElement>('.reading-lists');
const status = find<HTMLElement>('.list-tools [role="status"]', page);
const saveButton = find<HTMLButtonElement>('.save-list', page);
const input = find<HTMLInputElement>('.bring-list input', page);
/** What is known of the papers on the lists, by slug. */
const papers = new Map<string, CatalogueEntry>();
let parts: ReturnType<typeof openIndex> | undefined;

saveButton.addEventListener('click', () => {
  const text = printReadingList(readList('reading-list'));
  save(new File([text], 'reading-list.json', { type: 'application/json' }));
});
input.addEventListener('change', async () => {
  const [file] = input.files ?? [];
  if (!file) return;
  const said = bring(parseReadingList(await file.text()));
  input.value = '';
  await showAll();
  status.textContent = said;
});
startTakingAway(find('.take-away', page), async () =>
  readList('reading-list').flatMap((slug) => papers.get(slug) ?? []),
);
startOfflineTools(find('.offline-tools', page));
find('.forget-tools button', page).addEventListener('click', async () => {
  await forgetAll();
  startOfflineTools(find('.offline-tools', page));
  find('.forget-tools [role="status"]', page).textContent = words.forgotten;
  show();
});
onListsChanged(() => void showAll());
await showAll();
page.hidden = false;

/** Shows the lists as soon as something is known of what is on them. */
async function showAll(): Promise<void> {
  try {
    await loadPapers();
  } catch {
    status.textContent = words.failed;
  }
  show();
}

/** @returns what to say of it */
function bring(slugs: readonly string[] | undefined): string {
  if (!slugs) return words.noList;
  const own = readList('reading-list');
  const merged = mergeLists(own, slugs);
  return writeList('reading-list', merged) ? words.brought(merged.length - own.length) : words.notKept;
}

async function loadPapers(): Promise<void> {
  const slugs = listNames.flatMap((name) => readList(name)).filter((slug) => !papers.has(slug));
  if (slugs.length === 0) return;
  const { findPlace, readEntries } = await (parts ??= openIndex());
  const places = await Promise.all(slugs.map((slug) => findPlace(toPaperAddress(slug))));
  for (const entry of await readEntries(places.flatMap((place) => place ?? []))) {
    const slug = toPaperSlug(entry.url, '/');
    if (slug !== undefined) papers.set(slug, entry);
  }
}

async function openIndex() {
  return openParts((await readFile(indexFiles.catalogue)) as Catalogue, readFile);
}

function show(): void {
  for (const name of listNames) {
    const section = find<HTMLElement>(`[data-list="${name}"]`, page);
    const slugs = readList(name);
    find<HTMLElement>('.empty', section).hidden = slugs.length > 0;
    find('ul', section).replaceChildren(...slugs.map((slug) => buildLine(name, slug)));
  }
  const isEmpty = readList('reading-list').length === 0;
  saveButton.disabled = isEmpty;
  find<HTMLElement>('.take-away', page).hidden = isEmpty;
}

function buildLine(name: ListName, slug: string): HTMLElement {
  const paper = papers.get(slug);
  const title = paper?.title ?? slug;
  const about = [toByline(paper?.authors ?? []), paper?.venue].filter(Boolean).join(' · ');
  const remove = buildButton(words.remove, words.removePaper(title), () => putOn(name, slug, false));
  const done = buildButton(words.toRead, words.toReadPaper(title), () => {
    putOn('reading-list', slug, false);
    putOn('read', slug, true);
  });
  return build(
    'li',
    { class: 'paper' },
    build('span', { class: 'paper-year' }, String(paper?.year ?? '')),
    paper ? build('a', { class: 'paper-title', href: toHref(paper.url) }, title) : build('span', {}, title),
    build('span', { class: 'paper-byline' }, paper || parts === undefined ? about : words.missing),
    build('span', { class: 'line-tools' }, ...(name === 'reading-list' ? [done] : []), remove),
  );
}

/** The line goes away with its button, so the next one of the same kind gets the focus. */
function buildButton(text: string, label: string, work: () => void): HTMLButtonElement {
  const button = build('button', { type: 'button', class: 'text-button', 'aria-label': label }, text);
  button.addEventListener('click', () => {
    const section = button.closest<HTMLElement>('[data-list]');
    const at = [...(section?.querySelectorAll('.line-tools') ?? [])].findIndex((tools) =>
      tools.contains(button),
    );
    work();
    show();
    const lines = section?.querySelectorAll('.line-tools') ?? [];
    const next = lines[Math.min(at, lines.length - 1)]?.querySelector('button');
    if (next) next.focus();
    else section?.querySelector<HTMLElement>('.permalink')?.focus();
  });
  return button;
}
