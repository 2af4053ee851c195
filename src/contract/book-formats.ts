/** The formats of books, and where they lie: what can be known without reading a manifest. */

export const manifestName = 'manifest.json';

/** Each has a command, a folder beside the site, and one on it; the name is also the extension of its files. */
export const bookFormats = ['pdf', 'epub'] as const;
export type BookFormat = (typeof bookFormats)[number];
