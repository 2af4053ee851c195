/** The contents of a long page follow the reader: the part that is being read is marked, and stays in view. */

/** A part is read from where its heading stands in the upper part of the window; in parts of its height. */
const readingLine = 0.3;

export function startContents(contents: HTMLElement): void {
  const links = [...contents.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
  const parts = links.flatMap((link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return heading ? [{ link, heading }] : [];
  });
  let current: HTMLAnchorElement | undefined;
  let isAsked = false;
  const follow = (): void => {
    isAsked = false;
    const passed = parts.filter(
      ({ heading }) => heading.getBoundingClientRect().top < innerHeight * readingLine,
    );
    const isAtEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
    const next = (isAtEnd ? parts.at(-1) : passed.at(-1))?.link;
    if (next === current) return;
    current?.removeAttribute('aria-current');
    next?.setAttribute('aria-current', 'true');
    current = next;
    if (next) keepInView(contents, next);
  };
  const ask = (): void => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(follow);
  };
  addEventListener('scroll', ask, { passive: true });
  addEventListener('resize', ask, { passive: true });
  follow();
}

/** Where the contents scroll themselves; the page stays where it is. */
function keepInView(contents: HTMLElement, link: HTMLElement): void {
  if (contents.scrollHeight <= contents.clientHeight) return;
  const [box, line] = [contents.getBoundingClientRect(), link.getBoundingClientRect()];
  if (line.top < box.top) contents.scrollTop -= box.top - line.top;
  else if (line.bottom > box.bottom) contents.scrollTop += line.bottom - box.bottom;
}
