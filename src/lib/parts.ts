/** Long lists in several pages, each with the one before it and the one after it. */
import { href, indexPath } from './links.ts';
import type { LinkView } from './site-view.ts';
import { strings } from './strings.ts';

type Part = { title: string; path: `/${string}/`; previous?: LinkView; next?: LinkView };

/** @param address of the first page, from the root of the site */
export function toParts<T, View extends { title: string }>(
  address: [string, ...string[]],
  all: readonly T[],
  size: number,
  toView: (part: T[], at: number) => View,
): (View & Part)[] {
  const count = Math.max(1, Math.ceil(all.length / size));
  const toLink = (at: number): LinkView => ({
    label: strings.part(at + 1, count),
    href: href(toPartPath(address, at)),
  });
  return Array.from({ length: count }, (_, at) => {
    const view = toView(all.slice(at * size, (at + 1) * size), at);
    return {
      ...view,
      title: at === 0 ? view.title : `${view.title} (${strings.part(at + 1, count)})`,
      path: toPartPath(address, at),
      ...(at > 0 ? { previous: toLink(at - 1) } : {}),
      ...(at < count - 1 ? { next: toLink(at + 1) } : {}),
    };
  });
}

export function toPartPath([kind, ...path]: [string, ...string[]], at: number): `/${string}/` {
  return at === 0 ? indexPath(kind, ...path) : indexPath(kind, ...path, at + 1);
}
