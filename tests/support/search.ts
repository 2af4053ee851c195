/** A search index as files, for tests that need no other part of a site. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { indexDocuments } from '../../src/complete/search-index.ts';
import type { SearchDocument } from '../../src/contract/search/document.ts';

/** Writes both folders of the index of English documents into `folder`. */
export async function writeIndex(documents: readonly SearchDocument[], folder: string): Promise<void> {
  const { files } = await indexDocuments(documents, 'en');
  for (const { path: name, make } of files) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), await make());
  }
}
