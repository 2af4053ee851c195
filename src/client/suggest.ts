/** Results below the search field while one types: a combobox with a list, by keyboard too. */
import type { CatalogueEntry } from '../contract/search/index-format.ts';
import { searchStrings as strings } from '../lib/strings/search.ts';
import { build, find } from './dom.ts';
import { toHref } from './address.ts';
import { loadEngine } from './engine.ts';

const most = 8;
const pause = 60;

export function startSuggestions(input: HTMLInputElement): void {
  const field = input.closest('.search-field') ?? document.body;
  const panel = find<HTMLElement>('.suggestions', field);
  const list = find<HTMLElement>('[role="listbox"]', panel);
  let turn = 0;
  let selected = -1;
  void loadEngine();

  const options = (): HTMLAnchorElement[] => [...list.querySelectorAll('a')];
  const select = (index: number): void => {
    const all = options();
    selected = all.length === 0 ? -1 : (index + all.length + 1) % (all.length + 1);
    if (selected === all.length) selected = -1;
    for (const [i, option] of all.entries()) option.setAttribute('aria-selected', String(i === selected));
    const active = all[selected];
    if (active) {
      input.setAttribute('aria-activedescendant', active.id);
      active.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  const show = (entries: readonly CatalogueEntry[]): void => {
    list.replaceChildren(...entries.map((entry, i) => buildOption(entry, `${list.id}-${i}`)));
    panel.hidden = entries.length === 0;
    input.setAttribute('aria-expanded', String(!panel.hidden));
    select(-1);
  };
  const suggest = async (): Promise<void> => {
    const mine = ++turn;
    const query = input.value.trim();
    if (query === '') return show([]);
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (mine !== turn) return;
    const engine = await loadEngine();
    const { places } = await engine.search(query, true);
    const entries = await engine.readEntries(places.slice(0, most));
    if (mine === turn) show(entries);
  };

  input.addEventListener('input', () => void suggest());
  input.addEventListener('focus', () => void suggest());
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      turn++;
      if (!panel.hidden) event.preventDefault();
      return show([]);
    }
    if (event.key === 'Enter') {
      const chosen = options()[selected];
      if (!chosen) return;
      event.preventDefault();
      chosen.click();
      return;
    }
    if (panel.hidden || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    select(event.key === 'ArrowDown' ? selected + 1 : selected === -1 ? options().length - 1 : selected - 1);
  });
  field.addEventListener('focusout', (event) => {
    if (event instanceof FocusEvent && field.contains(event.relatedTarget as Node | null)) return;
    turn++;
    show([]);
  });
  void suggest();
}

function buildOption({ url, title, kind, authors, year }: CatalogueEntry, id: string): HTMLElement {
  const byline = [authors?.slice(0, 3).join(', '), year].filter(Boolean).join(' · ');
  return build(
    'li',
    { role: 'presentation' },
    build(
      'a',
      { id, role: 'option', href: toHref(url), tabindex: -1, 'aria-selected': 'false' },
      build('span', { class: 'suggestion-title' }, title),
      build('span', { class: 'suggestion-byline' }, byline || strings.kinds[kind]),
    ),
  );
}
