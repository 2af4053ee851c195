/** The search page: results, facets, and its state in the address. */
import type { Answer, Hit, SearchEngine } from '../contract/search/engine.ts';
import { searchStrings as strings } from '../lib/strings/search.ts';
import { build, find } from './dom.ts';
import { loadEngine } from './engine.ts';
import { listValues, passes, type FacetValue } from './facets.ts';
import {
  facets,
  readState,
  toChosen,
  writeState,
  type Facet,
  type Order,
  type SearchState,
} from './search-state.ts';
import { buildBox, buildMeant, buildPieces, buildResult } from './search-view.ts';
import { startTakingAway } from './take-away.ts';

const step = 20;
const pause = 60;
/** As many values of a facet are shown at first. */
const fewValues = 8;

const input = find<HTMLInputElement>('.search-field input');
const form = find<HTMLFormElement>('.search-field form');
const facetBox = find<HTMLElement>('.facets');
const status = find<HTMLElement>('.search-status');
const list = find<HTMLElement>('.results');
const sort = find<HTMLSelectElement>('#sort');
const more = find<HTMLButtonElement>('.more');
const takeAway = find<HTMLElement>('.take-away');
const help = find<HTMLElement>('.search-help');
const clear = find<HTMLButtonElement>('.clear');

let state = readState(location.search);
let turn = 0;
let results: readonly Hit[] = [];
/** The query as its words stand in the texts. */
let asked = '';
const unfolded = new Set<Facet>();

// On a phone the results come first; where there is a margin, the facets stand in it.
find<HTMLDetailsElement>('details', facetBox).open = matchMedia('(min-width: 64rem)').matches;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void search({ ...state, query: input.value.trim() }, 0);
});
input.addEventListener('input', () => void search({ ...state, query: input.value.trim() }, pause));
sort.addEventListener('change', () => void search({ ...state, order: sort.value as Order }, 0));
facetBox.addEventListener('change', () => void search({ ...state, chosen: toChosen(readBoxes) }, 0));
clear.addEventListener('click', () => {
  void search({ ...state, chosen: toChosen(() => []) }, 0);
  input.focus();
});
status.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.meant') : null;
  if (!link) return;
  event.preventDefault();
  restore(readState(new URL(link.href).search));
  input.focus();
});
more.addEventListener('click', () => showMore());
window.addEventListener('popstate', () => restore(readState(location.search)));
startTakingAway(takeAway, () => results.map(({ entry }) => entry));
restore(state);

function restore(next: SearchState): void {
  input.value = next.query;
  sort.value = next.order;
  void search(next, 0);
}

async function search(next: SearchState, delay: number): Promise<void> {
  const mine = ++turn;
  state = next;
  if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
  if (mine !== turn) return;
  try {
    const engine = await loadEngine();
    const answer = state.query === '' ? toAll(engine) : await engine.search(state.query);
    if (mine !== turn) return;
    history.replaceState(null, '', location.pathname + writeState(state));
    const found = answer.hits.map(({ entry }) => entry);
    asked = answer.meant ?? state.query;
    results = order(answer.hits.filter(({ entry }) => passes(entry, state.chosen)));
    showStatus(answer);
    list.replaceChildren();
    showMore();
    help.hidden = false;
    takeAway.hidden = results.every(({ entry }) => entry.kind !== 'paper');
    // The results are painted first.
    await nextTask();
    if (mine !== turn) return;
    for (const facet of facets) showFacet(facet, listValues(found, state.chosen, facet));
    clear.hidden = facets.every((facet) => state.chosen[facet].length === 0);
  } catch (error) {
    status.textContent = strings.searchFailed;
    throw error;
  }
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Without a query everything is found, the newest papers first. */
function toAll({ catalogue }: SearchEngine): Answer {
  const hits = catalogue.entries.map((entry, place) => ({ entry, place }));
  return { hits: hits.toSorted(byYear), unknown: [] };
}

function order(hits: Hit[]): Hit[] {
  if (state.order === 'relevance') return hits;
  return hits.sort(state.order === 'year' ? byYear : byTitle);
}

function byYear(a: Hit, b: Hit): number {
  return (b.entry.year ?? 0) - (a.entry.year ?? 0);
}

function byTitle(a: Hit, b: Hit): number {
  return a.entry.title.localeCompare(b.entry.title, document.documentElement.lang, {
    ignorePunctuation: true,
  });
}

function showStatus({ meant, unknown }: Answer): void {
  const count = results.length === 0 ? strings.nothing : strings.found(results.length);
  const missing = unknown.length === 0 ? [] : [build('p', {}, strings.unknownWords(unknown))];
  const better =
    meant === undefined
      ? []
      : [buildMeant(meant, location.pathname + writeState({ ...state, query: meant }))];
  status.replaceChildren(build('p', { class: 'count' }, count), ...better, ...missing);
}

function showMore(): void {
  const shown = list.children.length;
  list.append(...results.slice(shown, shown + step).map(toResult));
  more.hidden = list.children.length >= results.length;
  if (shown > 0) list.children[shown]?.querySelector('a')?.focus();
  void nextTask().then(markResults);
}

/** What is on the reader's lists is marked here, too. */
async function markResults(): Promise<void> {
  const { markPapers } = await import('./reading-marks.ts');
  markPapers(list);
}

/** The text of a result comes in when it is read. */
function toResult(hit: Hit): HTMLElement {
  const excerpt = build('p', { class: 'result-excerpt' });
  const query = asked;
  void nextTask()
    .then(loadEngine)
    .then((engine) => Promise.all([engine.readText(hit.place), import('./excerpt.ts')]))
    .then(([text, { toExcerpt }]) => excerpt.append(...buildPieces(toExcerpt(text, query))));
  return buildResult(hit, excerpt);
}

function showFacet(facet: Facet, values: readonly FacetValue[]): void {
  const fieldset = find<HTMLFieldSetElement>(`[data-facet="${facet}"]`, facetBox);
  const focused = fieldset.contains(document.activeElement)
    ? document.activeElement?.getAttribute('value')
    : null;
  fieldset.hidden = values.length === 0;
  const shown = unfolded.has(facet)
    ? values
    : values.filter(({ chosen }, i) => chosen || i < fewValues || values.length <= fewValues + 2);
  const boxes = shown.map((value, i) => buildBox(facet, value, `${facet}-${i}`));
  const rest = values.length - shown.length;
  if (rest > 0) {
    const button = build('button', { type: 'button', class: 'text-button' }, strings.facets.more(rest));
    button.addEventListener('click', () => {
      unfolded.add(facet);
      showFacet(facet, values);
      fieldset.querySelectorAll('input')[shown.length]?.focus();
    });
    boxes.push(button);
  }
  find('div', fieldset).replaceChildren(...boxes);
  if (focused !== null) {
    [...fieldset.querySelectorAll('input')].find(({ value }) => value === focused)?.focus();
  }
}

function readBoxes(facet: Facet): string[] {
  const boxes = facetBox.querySelectorAll<HTMLInputElement>(`input[name="${facet}"]:checked`);
  return Array.from(boxes, ({ value }) => value);
}
