/**
 * Cards for terms and citations: what the link leads to, shown beside it on hover and on keyboard focus. A term's card
 * is its entry in the glossary, a citation's its line among the references of the page. Escape puts a card away, and one
 * can move the pointer onto it (WCAG 1.4.13).
 */
import { build } from './dom.ts';

const delay = { show: 250, hide: 200 };
const gap = 8;

let glossary: Promise<Document> | undefined;

export function startCards(): void {
  const card = build('div', { class: 'card', id: 'card', role: 'tooltip', hidden: true });
  document.body.append(card);
  let current: HTMLAnchorElement | undefined;
  let timer = 0;

  const later = (work: () => void, wait: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(work, wait);
  };
  const hide = (): void => {
    clearTimeout(timer);
    current?.removeAttribute('aria-describedby');
    current = undefined;
    card.hidden = true;
  };
  const show = async (link: HTMLAnchorElement): Promise<void> => {
    if (current === link) return;
    hide();
    current = link;
    const content = await findContent(link);
    if (current !== link || !content) return;
    card.replaceChildren(...content);
    card.hidden = false;
    link.removeAttribute('title');
    link.setAttribute('aria-describedby', card.id);
    place(card, link);
  };
  const linkOf = ({ target }: Event): HTMLAnchorElement | null =>
    target instanceof Element ? target.closest<HTMLAnchorElement>('a.term, a.cite') : null;
  const isCard = ({ target }: Event): boolean => target instanceof Node && card.contains(target);

  document.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    const link = linkOf(event);
    if (link) later(() => void show(link), current === link ? 0 : delay.show);
    else if (isCard(event)) clearTimeout(timer);
    else if (current && document.activeElement !== current) later(hide, delay.hide);
  });
  document.addEventListener('focusin', (event) => {
    const link = linkOf(event);
    if (link?.matches(':focus-visible')) void show(link);
  });
  document.addEventListener('focusout', (event) => {
    if (linkOf(event)) hide();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
  window.addEventListener('scroll', hide, { passive: true });
}

async function findContent(link: HTMLAnchorElement): Promise<Node[] | undefined> {
  const { ref } = link.dataset;
  if (ref) return copy(document.getElementById(ref));
  const { hash, origin, pathname } = new URL(link.href);
  const place = origin + pathname;
  glossary ??= fetch(place)
    .then((response) => (response.ok ? response.text() : ''))
    .then((html) => new DOMParser().parseFromString(html, 'text/html'))
    .catch(() => {
      glossary = undefined;
      return new DOMParser().parseFromString('', 'text/html');
    });
  const entry = (await glossary).getElementById(hash.slice(1));
  return copy(entry?.querySelector('dt'), entry?.querySelector('.definition'));
}

/** Copies without links and ids: a card is read, not travelled. */
function copy(...elements: (Element | null | undefined)[]): Node[] | undefined {
  const copies = elements.flatMap((element) => {
    if (!element) return [];
    const box = build('div', { class: `card-${element.localName}` });
    box.append(...Array.from(element.childNodes, (node) => document.importNode(node, true)));
    for (const link of box.querySelectorAll('a')) link.replaceWith(...link.childNodes);
    for (const node of box.querySelectorAll('[id], [tabindex]')) {
      node.removeAttribute('id');
      node.removeAttribute('tabindex');
    }
    return [box];
  });
  return copies.length > 0 ? copies : undefined;
}

/** Below the first line of the link, or above it where there is no room; never beyond the window. */
function place(card: HTMLElement, link: HTMLElement): void {
  const [line] = link.getClientRects();
  if (!line) return;
  const { width, height } = card.getBoundingClientRect();
  const room = document.documentElement.clientWidth;
  const left = Math.max(gap, Math.min(line.left, room - width - gap));
  const below = line.bottom + gap;
  const fits = below + height <= innerHeight || line.top - gap - height < 0;
  card.style.left = `${left}px`;
  card.style.top = `${fits ? below : line.top - gap - height}px`;
}
