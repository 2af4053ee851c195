/** Lists the pages that this browser keeps, by their titles. */
import { readBase, toHref } from './address.ts';
import { build, find } from './dom.ts';
import { toKey } from './kept.ts';

const list = find<HTMLElement>('.visited');
const pages = await findPages();
list.append(
  ...(pages.length === 0
    ? [list.dataset.none ?? '']
    : pages.map(({ href, title }) => build('a', { href }, title))
  ).map((entry) => build('li', {}, entry)),
);

/** From A to Z. */
async function findPages(): Promise<{ href: string; title: string }[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(toKey('visited', readBase())));
  const opened = await Promise.all(names.map((name) => caches.open(name)));
  const found = await Promise.all(
    opened.map(async (cache) => Promise.all((await cache.keys()).map((request) => readPage(cache, request)))),
  );
  return found
    .flat()
    .filter((page) => page !== undefined)
    .toSorted((a, b) => a.title.localeCompare(b.title, document.documentElement.lang));
}

/** `undefined` for what is no page, and for the page that lists them. */
async function readPage(
  cache: Cache,
  request: Request,
): Promise<{ href: string; title: string } | undefined> {
  const { pathname } = new URL(request.url);
  if (!pathname.endsWith('/') || pathname === toHref('offline/')) return undefined;
  const html = (await (await cache.match(request))?.text()) ?? '';
  const page = new DOMParser().parseFromString(html, 'text/html');
  return { href: pathname, title: page.querySelector('h1')?.textContent?.trim() ?? pathname };
}
