/** Loads the search when a reader first asks for it, and not before. */
import { fullTextFolder, indexFiles, indexFolder } from '../contract/search/index-format.ts';
import type { Pagefind } from '../contract/search/full-text.ts';
import type { SearchEngine } from '../contract/search/engine.ts';
import { toHref } from './address.ts';

let engine: Promise<SearchEngine> | undefined;

export function loadEngine(): Promise<SearchEngine> {
  engine ??= open().catch((error: unknown) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

async function open(): Promise<SearchEngine> {
  // At once: it loads its program and meets its worker while ours comes in.
  const pagefind = loadPagefind();
  pagefind.catch(() => undefined);
  const { openSearch } = await import('../contract/search/engine.ts');
  return openSearch({ read: readFile, unpack }, pagefind);
}

async function loadPagefind(): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ toHref(`${fullTextFolder}/pagefind.js`))) as Pagefind;
  await pagefind.init();
  return pagefind;
}

export async function readFile(name: string): Promise<unknown> {
  // Only the catalogue keeps its name from build to build.
  const cache = name === indexFiles.catalogue ? 'no-cache' : 'default';
  const response = await fetch(toHref(`${indexFolder}/${name}`), { cache });
  if (!response.ok) throw new Error(`${response.status} ${name}`);
  return response.json();
}

async function unpack(name: string): Promise<Uint8Array> {
  const { body, ok, status } = await fetch(toHref(`${fullTextFolder}/${name}`));
  if (!ok || !body) throw new Error(`${status} ${name}`);
  return new Uint8Array(await new Response(body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
}
