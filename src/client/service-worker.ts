/**
 * Pages that a reader has visited can be read again without a connection: what is loaded is kept as it comes. Pages come
 * from the network while there is one that answers; files whose names change with their content come from the browser. The
 * bundler makes one file of this without imports, and the build puts the constant `site` before it.
 */
import type { WorkerSite } from '../contract/offline.ts';

declare const site: WorkerSite;

/** The events of a service worker, as far as they are heard here. */
type ExtendableEvent = Event & { waitUntil(work: Promise<unknown>): void };
type FetchEvent = ExtendableEvent & { request: Request; respondWith(response: Promise<Response>): void };
type WorkerMessage = ExtendableEvent & { data: unknown };
declare const clients: { claim(): Promise<void> };
declare function skipWaiting(): Promise<void>;

/** A network that has not answered for so long gives way to what is kept, in milliseconds. */
const patience = 3000;
/** As many files are kept of pages that were visited; those that were not asked for longest go first. */
const most = 600;

const visited = `${site.base}visited-${site.version}`;
/** What a reader asked to keep; the page that does so fills it. */
const survey = `${site.base}survey`;
const shell = new Set(site.shell.map(toAddress));

/** Their names change with their content. */
const hashed = /^(?:assets|pagefind\/(?:fragment|index))\/|^search-index\/vocabulary-/;
/** What pages load beside themselves; downloads are not kept. */
const loaded = /^(?:assets|pagefind|search-index|glossary|papers\/[^/.]+)\/|^favicon\.svg$/;

const isKept = (path: string): boolean => loaded.test(path) || path === '' || path.endsWith('/');

on<ExtendableEvent>('install', (event) => event.waitUntil(install()));
on<ExtendableEvent>('activate', (event) => event.waitUntil(activate()));
on<FetchEvent>('fetch', (event) => {
  const path = toPath(event.request);
  if (path === undefined) return;
  if (hashed.test(path)) event.respondWith(answerFromCache(event, path));
  else if (event.request.mode === 'navigate' || loaded.test(path))
    event.respondWith(answerFromNetwork(event, path));
});
/** What a page has loaded, in case that it was there before the worker. */
on<WorkerMessage>('message', (event) => {
  const { data } = event;
  if (Array.isArray(data)) event.waitUntil(keepAll(data.filter((address) => typeof address === 'string')));
});

function on<E extends Event>(name: string, listener: (event: E) => void): void {
  addEventListener(name, listener as EventListener);
}

async function install(): Promise<void> {
  const cache = await caches.open(visited);
  await cache.addAll(
    site.shell.map(
      (path) => new Request(toAddress(path), { cache: hashed.test(path) ? 'default' : 'no-cache' }),
    ),
  );
  await skipWaiting();
}

/** Caches of earlier versions go; those of other sites of this host stay. */
async function activate(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(`${site.base}visited-`) && name !== visited);
  await Promise.all(old.map((name) => caches.delete(name)));
  await clients.claim();
}

/** The path of a file of this site that may be kept, else `undefined`: what is loaded anew on purpose is left alone. */
function toPath({ method, url, cache, headers }: Request): string | undefined {
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin || !pathname.startsWith(site.base)) return undefined;
  return cache === 'reload' || headers.has('range') ? undefined : pathname.slice(site.base.length);
}

function toAddress(path: string): string {
  return new URL(site.base + path, location.origin).href;
}

async function answerFromCache(event: FetchEvent, path: string): Promise<Response> {
  return (await find(path)) ?? load(event, path);
}

async function answerFromNetwork(event: FetchEvent, path: string): Promise<Response> {
  const kept = await find(path);
  const network = load(event, path);
  if (!kept) return network.catch(() => answerWithout(event));
  return Promise.race([
    network.then((response) => (response.status >= 500 ? kept : response)),
    new Promise<Response>((resolve) => setTimeout(() => resolve(kept), patience)),
  ]).catch(() => kept);
}

async function answerWithout({ request }: FetchEvent): Promise<Response> {
  return (request.mode === 'navigate' ? await find(site.page) : undefined) ?? Response.error();
}

async function load(event: FetchEvent, path: string): Promise<Response> {
  const response = await fetch(event.request);
  const copy = isWhole(response) ? response.clone() : undefined;
  if (copy) event.waitUntil(keep(path, copy));
  return response;
}

/** A redirected answer cannot be given to the page that asks for it later. */
function isWhole({ status, type, redirected }: Response): boolean {
  return status === 200 && type === 'basic' && !redirected;
}

/** Without what is asked after the path: the page is the same. */
async function find(path: string): Promise<Response | undefined> {
  const address = toAddress(path);
  for (const name of [visited, survey]) {
    // Opening a cache would make it.
    const response = (await caches.has(name)) ? await (await caches.open(name)).match(address) : undefined;
    if (response) return response;
  }
  return undefined;
}

async function keep(path: string, response: Response): Promise<void> {
  const cache = await caches.open(visited);
  await cache.put(toAddress(path), response);
  const others = (await cache.keys()).filter(({ url }) => !shell.has(url));
  await Promise.all(
    others.slice(0, Math.max(0, others.length - most)).map((request) => cache.delete(request)),
  );
}

async function keepAll(addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const path = toPath(new Request(address));
    if (path === undefined || !isKept(path) || (await find(path))) continue;
    const response = await fetch(address).catch(() => undefined);
    if (response && isWhole(response)) await keep(path, response);
  }
}
