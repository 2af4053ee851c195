/**
 * Cards: what a link leads to, shown beside it on hover and on keyboard focus. Escape puts a card away, one can move the
 * pointer onto it, and it stays until one turns to something else (WCAG 1.4.13).
 */
import { findCardContent } from './card-content.ts';
import { hasCard } from './card-links.ts';
import { build } from './dom.ts';

const delay = { show: 250, hide: 200 };
const gap = 8;

/** @param first what a reader did before this was here */
export function startCards(first: Event): void {
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
    const content = await findCardContent(link);
    if (current !== link || !content) return;
    card.replaceChildren(...content);
    card.hidden = false;
    link.removeAttribute('title');
    link.setAttribute('aria-describedby', card.id);
    place(card, link);
  };
  const linkOf = ({ target }: Event): HTMLAnchorElement | null =>
    target instanceof Element ? target.closest<HTMLAnchorElement>(hasCard) : null;
  const isCard = ({ target }: Event): boolean => target instanceof Node && card.contains(target);

  const point = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    const link = linkOf(event);
    if (link) later(() => void show(link), current === link ? 0 : delay.show);
    else if (isCard(event)) clearTimeout(timer);
    else {
      clearTimeout(timer);
      if (document.activeElement !== current) later(hide, delay.hide);
    }
  };
  const focus = (event: Event): void => {
    const link = linkOf(event);
    if (link?.matches(':focus-visible')) void show(link);
  };
  document.addEventListener('pointerover', point);
  document.addEventListener('focusin', focus);
  document.addEventListener('focusout', (event) => {
    if (linkOf(event)) hide();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
  if (first instanceof PointerEvent) point(first);
  else focus(first);
}

/** Below the first line of the link, or above it where there is no room; never beyond the window. It moves with the page. */
function place(card: HTMLElement, link: HTMLElement): void {
  const [line] = link.getClientRects();
  if (!line) return;
  const { width, height } = card.getBoundingClientRect();
  const room = document.documentElement.clientWidth;
  const left = Math.max(gap, Math.min(line.left, room - width - gap));
  const below = line.bottom + gap;
  const fits = below + height <= innerHeight || line.top - gap - height < 0;
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${(fits ? below : line.top - gap - height) + scrollY}px`;
}
