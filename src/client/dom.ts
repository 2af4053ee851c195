/** Builds and finds elements; text is always text. */

type Attributes = Record<string, string | boolean | number | undefined>;

export function build<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children);
  return element;
}

/** @throws where the page does not have what its script needs */
export function find<E extends Element>(selector: string, within: ParentNode = document): E {
  const element = within.querySelector<E>(selector);
  if (!element) throw new Error(`Nothing matches ${selector}`);
  return element;
}

const waiting = new WeakMap<Element, () => Promise<void>>();
let observer: IntersectionObserver | undefined;

/** Does what an element wants once it is shown, or within half a screen of what is. */
export function whenNear(element: Element, act: () => Promise<void>): void {
  observer ??= new IntersectionObserver(actOnNear, { rootMargin: '50% 0px' });
  waiting.set(element, act);
  observer.observe(element);
}

function actOnNear(seen: readonly IntersectionObserverEntry[], watcher: IntersectionObserver): void {
  for (const { isIntersecting, target } of seen) {
    if (!isIntersecting) continue;
    watcher.unobserve(target);
    void waiting.get(target)?.();
  }
}
