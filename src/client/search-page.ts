/** The search page: results, facets, and its state in the address. */
import type { Answer, SearchEngine } from '../contract/search/engine.ts';
import type { Facts } from '../contract/search/fact-table.ts';
import type { CatalogueEntry } from '../contract/search/index-format.ts';
import { searchStrings as strings } from '../lib/strings/search.ts';
import { build, find, whenNear } from './dom.ts';
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
/** Places of the results, in the order in which they are shown. */
let results: readonly number[] = [];
/** The query as its words stand in the texts. */
let asked = '';
const unfolded = new Set<Facet>();

// On a phone the results come first; where there is a margin, the facets stand in it.
find<HTMLDetailsElement>('details', facetBox).open = matchMedia('(min-width: 64rem)').matches;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void search({ ...state, query: input.value.trim() });
});
input.addEventListener('input', () => void search({ ...state, query: input.value.trim() }));
sort.addEventListener('change', () => void search({ ...state, order: sort.value as Order }));
facetBox.addEventListener('change', () => void search({ ...state, chosen: toChosen(readBoxes) }));
clear.addEventListener('click', () => {
  void search({ ...state, chosen: toChosen(() => []) });
  input.focus();
});
status.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.meant') : null;
  if (!link) return;
  event.preventDefault();
  restore(readState(new URL(link.href).search));
  input.focus();
});
more.addEventListener('click', () => void showMore());
window.addEventListener('popstate', () => restore(readState(location.search)));
startTakingAway(takeAway, async () => (await loadEngine()).readEntries(results));
restore(state);

function restore(next: SearchState): void {
  input.value = next.query;
  sort.value = next.order;
  void search(next);
}

/** At once, for each letter that is typed: what was asked before is dropped as soon as it would wait for something. */
async function search(next: SearchState): Promise<void> {
  const mine = ++turn;
  state = next;
  try {
    const engine = await loadEngine();
    // Only what is narrowed down or sorted waits for the facts of all.
    const reading = needsFacts(state) ? await engine.readFacts() : undefined;
    const answer = state.query === '' ? toAll(engine) : await engine.search(state.query);
    if (mine !== turn) return;
    history.replaceState(null, '', location.pathname + writeState(state));
    asked = answer.meant ?? state.query;
    const ranks = state.order === 'title' ? await engine.readTitleRanks() : [];
    if (mine !== turn) return;
    results = reading ? order(narrow(answer.places, reading), reading, ranks) : answer.places;
    showStatus(answer);
    list.replaceChildren();
    await showMore();
    help.hidden = false;
    await painted();
    const facts = reading ?? (await engine.readFacts());
    if (mine !== turn) return;
    takeAway.hidden = results.every((place) => facts[place]?.kind !== 'paper');
    const found = answer.places.flatMap((place) => facts[place] ?? []);
    for (const facet of facets) showFacet(facet, listValues(found, state.chosen, facet));
    clear.hidden = facets.every((facet) => state.chosen[facet].length === 0);
    // Nothing waits for it.
    engine.readAhead().catch(() => undefined);
  } catch (error) {
    status.textContent = strings.searchFailed;
    throw error;
  }
}

/** Once a reader sees what was made so far. */
const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));

const needsFacts = ({ query, chosen, order: by }: SearchState): boolean =>
  query === '' || by !== 'relevance' || facets.some((facet) => chosen[facet].length > 0);

/** Without a query everything is found, the newest papers first. */
function toAll({ count }: SearchEngine): Answer {
  return { places: Array.from({ length: count }, (_, place) => place), unknown: [] };
}

function narrow(places: readonly number[], facts: readonly Facts[]): number[] {
  return places.filter((place) => {
    const own = facts[place];
    return own !== undefined && passes(own, state.chosen);
  });
}

function order(
  places: readonly number[],
  facts: readonly Facts[],
  titles: readonly number[],
): readonly number[] {
  const by = state.query === '' && state.order === 'relevance' ? 'year' : state.order;
  if (by === 'relevance') return places;
  const yearOf = (place: number): number => facts[place]?.year ?? 0;
  const rankOf = (place: number): number => titles[place] ?? 0;
  return places.toSorted(by === 'year' ? (a, b) => yearOf(b) - yearOf(a) : (a, b) => rankOf(a) - rankOf(b));
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

async function showMore(): Promise<void> {
  const mine = turn;
  const shown = list.children.length;
  const places = results.slice(shown, shown + step);
  const entries = await (await loadEngine()).readEntries(places);
  if (mine !== turn || list.children.length !== shown) return;
  list.append(...entries.map((entry, i) => toResult(entry, places[i] ?? 0)));
  more.hidden = list.children.length >= results.length;
  if (shown > 0) list.children[shown]?.querySelector('a')?.focus();
  void painted().then(markResults);
}

/** What is on the reader's lists is marked here, too. */
async function markResults(): Promise<void> {
  const { markPapers } = await import('./reading-marks.ts');
  markPapers(list);
}

/** The text of a result comes in when the result comes near. */
function toResult(entry: CatalogueEntry, place: number): HTMLElement {
  const excerpt = build('p', { class: 'result-excerpt' });
  const query = asked;
  const result = buildResult(entry, excerpt);
  whenNear(result, async () => {
    const engine = await loadEngine();
    const [text, { toExcerpt }] = await Promise.all([engine.readText(place), import('./excerpt.ts')]);
    excerpt.append(...buildPieces(toExcerpt(text, query)));
  });
  return result;
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
