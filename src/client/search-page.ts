/** The search page: results, facets, and its state in the address. */
import {
  runQuery,
  type Engine,
  type EngineFilters,
  type EngineFragment,
  type Outcome,
} from '../contract/query.ts';
import { strings } from '../lib/strings.ts';
import { build, buildExcerpt, find } from './dom.ts';
import { loadEngine } from './engine.ts';
import { facets, readState, toFilters, writeState, type Facet, type SearchState } from './search-state.ts';

const step = 20;
const pause = 120;

const input = find<HTMLInputElement>('.search-field input');
const form = find<HTMLFormElement>('.search-field form');
const facetBox = find<HTMLElement>('.facets');
const status = find<HTMLElement>('.search-status');
const list = find<HTMLElement>('.results');
const sort = find<HTMLSelectElement>('#sort');
const more = find<HTMLButtonElement>('.more');
const clear = find<HTMLButtonElement>('.clear');

let state = readState(location.search);
let turn = 0;
let outcome: Outcome | undefined;

input.value = state.query;
sort.value = state.newest ? 'newest' : 'relevance';
find<HTMLElement>('.search-tools').hidden = false;
// On a phone the results come first; where there is a margin, the facets stand in it.
find<HTMLDetailsElement>('details', facetBox).open = matchMedia('(min-width: 64rem)').matches;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void search({ ...state, query: input.value.trim() }, 0);
});
input.addEventListener('input', () => void search({ ...state, query: input.value.trim() }, pause));
sort.addEventListener('change', () => void search({ ...state, newest: sort.value === 'newest' }, 0));
facetBox.addEventListener('change', () => void search({ ...state, chosen: readChosen() }, 0));
clear.addEventListener('click', () => {
  void search({ ...state, chosen: { kind: [], chapter: [], section: [], year: [] } }, 0);
  input.focus();
});
more.addEventListener('click', () => void showMore());
window.addEventListener('popstate', () => {
  state = readState(location.search);
  input.value = state.query;
  void search(state, 0);
});
void search(state, 0);

async function search(next: SearchState, delay: number): Promise<void> {
  const mine = ++turn;
  state = next;
  await new Promise((resolve) => setTimeout(resolve, delay));
  if (mine !== turn) return;
  try {
    const engine = await loadEngine();
    await engine.filters();
    const found = await runQuery(engine, state.query, {
      filters: toFilters(state),
      ...(state.newest ? { sort: { year: 'desc' as const } } : {}),
    });
    const counts = await countFacets(engine, found.filters);
    const fragments = await found.load(0, step);
    if (mine !== turn) return;
    history.replaceState(null, '', location.pathname + writeState(state));
    outcome = found;
    status.textContent = found.count === 0 ? strings.nothing : strings.found(found.count);
    list.replaceChildren(...fragments.map(buildResult));
    more.hidden = found.count <= step;
    showFacets(counts);
  } catch (error) {
    status.textContent = strings.searchFailed;
    throw error;
  }
}

async function showMore(): Promise<void> {
  if (!outcome) return;
  const shown = list.children.length;
  const fragments = await outcome.load(shown, shown + step);
  list.append(...fragments.map(buildResult));
  more.hidden = list.children.length >= outcome.count;
  list.children[shown]?.querySelector('a')?.focus();
}

/** A facet in use counts what its other values would give, so it is counted without itself. */
async function countFacets(engine: Engine, filters: EngineFilters): Promise<EngineFilters> {
  const open = facets.filter((facet) => state.chosen[facet].length > 0);
  const counted = await Promise.all(
    open.map(async (facet) => {
      const without = await runQuery(engine, state.query, { filters: toFilters(state, facet) });
      return [facet, without.filters[facet] ?? {}] as const;
    }),
  );
  return { ...filters, ...Object.fromEntries(counted) };
}

function showFacets(counts: EngineFilters): void {
  const focused = document.activeElement?.id;
  for (const facet of facets) {
    const values = Object.entries(counts[facet] ?? {})
      .filter(([value, count]) => count > 0 || state.chosen[facet].includes(value))
      .filter(([value]) => facet !== 'section' || isOpen(value))
      .sort(([a], [b]) => (facet === 'year' ? b.localeCompare(a) : a.localeCompare(b)));
    const fieldset = find<HTMLFieldSetElement>(`[data-facet="${facet}"]`, facetBox);
    fieldset.hidden = values.length === 0;
    const boxes = values.map(([value, count], i) => buildBox(facet, value, count, `${facet}-${i}`));
    find('div', fieldset).replaceChildren(...boxes);
  }
  if (focused) document.getElementById(focused)?.focus();
  clear.hidden = facets.every((facet) => state.chosen[facet].length === 0);
}

/** Sections are shown of the chapters that are chosen. */
function isOpen(section: string): boolean {
  return (
    state.chosen.chapter.some((chapter) => section.startsWith(`${chapter} › `)) ||
    state.chosen.section.includes(section)
  );
}

function buildBox(facet: Facet, value: string, count: number, id: string): HTMLElement {
  const checked = state.chosen[facet].includes(value);
  const label =
    facet === 'kind' && value in strings.kinds ? strings.kinds[value as keyof typeof strings.kinds] : value;
  return build(
    'label',
    { for: id },
    build('input', { type: 'checkbox', name: facet, value, id, checked }),
    facet === 'section' ? label.replace(/^.* › /, '') : label,
    build('span', { class: 'figure' }, String(count)),
  );
}

function readChosen(): SearchState['chosen'] {
  const chosen = facets.map((facet) => {
    const boxes = facetBox.querySelectorAll<HTMLInputElement>(`input[name="${facet}"]:checked`);
    return [facet, Array.from(boxes, ({ value }) => value)];
  });
  return Object.fromEntries(chosen) as SearchState['chosen'];
}

function buildResult({ url, excerpt, meta }: EngineFragment): HTMLElement {
  const kind = meta.kind === 'paper' ? [] : [strings.kinds[meta.kind === 'doc' ? 'doc' : 'chapter']];
  const byline = [meta.authors, meta.venue ?? meta.year, ...kind].filter(Boolean).join(' · ');
  return build(
    'li',
    { class: 'result' },
    build('a', { class: 'paper-title', href: url }, meta.title ?? url),
    build('p', { class: 'paper-byline' }, byline),
    build('p', { class: 'result-excerpt' }, ...buildExcerpt(excerpt), /[.!?]$/.test(excerpt) ? '' : ' …'),
  );
}
