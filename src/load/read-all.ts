/** All that a site is made from, read and checked in one go. */
import { bookFormats } from '../contract/book-formats.ts';
import { hasErrors, type Finding } from '../contract/findings.ts';
import { settings } from '../lib/settings.ts';
import { saveCaches } from './cache.ts';
import { checkBooks } from './books.ts';
import { loadDocs } from './docs.ts';
import { formatAll } from './findings.ts';
import { makeFileReader, type ReadFile } from './read-file.ts';
import { toStoreEntries, type ReadEntries } from './store-entries.ts';
import { loadSurvey, type LoadedSurvey } from './survey.ts';

/**
 * Nothing to show where there is an error; `said` names each finding at its place, warnings too. With the survey itself, for what is made of it beside the pages.
 * @param read how a file of the survey is read; whoever reads again may remember
 */
export async function readAll(
  read: ReadFile = makeFileReader(settings.content),
): Promise<{ entries: ReadEntries | undefined; said: string; loaded: LoadedSurvey | undefined }> {
  const { loaded, findings } = loadSurvey(read);
  const { docs, findings: ofDocs } = loadDocs(settings.docs);
  const ofBooks = bookFormats.map((format) => say(checkBooks(format), settings.books[format]));
  const said = [say(findings, settings.content), say(ofDocs, settings.docs), ...ofBooks]
    .filter(Boolean)
    .join('\n');
  const entries = loaded && !hasErrors(ofDocs) ? await toStoreEntries(loaded, docs) : undefined;
  saveCaches({ prune: false });
  return { entries, said, loaded };
}

function say(findings: readonly Finding[], folder: string): string {
  return findings.length === 0 ? '' : formatAll(findings, folder);
}
