/** Addresses within the site, below any path of its host. */

/** The path of the site on its host. */
export function readBase(): string {
  return document.documentElement.dataset.base ?? '/';
}

/** The address of a page or file of the site. @param path from the root of the site; a slash before it makes no difference */
export function toHref(path: string): string {
  return readBase() + path.replace(/^\//, '');
}
