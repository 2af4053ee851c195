/** Loads Pagefind when a reader first searches, and not before. */
import { ranking, type Engine } from '../contract/query.ts';

let engine: Promise<Engine> | undefined;

/** The address of a file of the site. */
export function toHref(path: string): string {
  return (document.documentElement.dataset.base ?? '/') + path;
}

export function loadEngine(): Promise<Engine> {
  engine ??= import(/* @vite-ignore */ toHref('pagefind/pagefind.js')).then(async (loaded: Engine) => {
    await loaded.options({ ranking, excerptLength: 32 });
    return loaded;
  });
  return engine;
}
