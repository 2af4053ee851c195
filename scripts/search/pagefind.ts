/** Pagefind's client, which is made for browsers, in plain Node. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Pagefind } from '../../src/contract/search/full-text.ts';

let readsFiles = false;

/** @param folder Pagefind's, of a built site */
export async function loadPagefind(folder: string): Promise<Pagefind> {
  if (!readsFiles) fetchFiles();
  readsFiles = true;
  const pagefind = (await import(pathToFileURL(join(folder, 'pagefind.js')).href)) as Pagefind;
  await pagefind.init();
  return pagefind;
}

/** It fetches its files beside itself; `fetch` of Node knows no files. */
function fetchFiles(): void {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.protocol !== 'file:') return fetch(input, init);
    url.search = '';
    return new Response(await readFile(fileURLToPath(url)));
  };
}
