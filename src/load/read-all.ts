/** All that a site is made from, read and checked in one go. */
import { hasErrors, type Finding } from '../contract/findings.ts';
import { settings } from '../lib/settings.ts';
import { loadDocs } from './docs.ts';
import { formatAll } from './findings.ts';
import { toStoreEntries, type StoreEntries } from './store-entries.ts';
import { loadSurvey } from './survey.ts';

/** Nothing to show where there is an error; `said` names each finding at its place, warnings too. */
export type Reading = { entries: StoreEntries | undefined; said: string };

export function readAll(): Reading {
  const { loaded, findings } = loadSurvey();
  const { docs, findings: ofDocs } = loadDocs(settings.docs);
  const said = [say(findings, settings.content), say(ofDocs, settings.docs)].filter(Boolean).join('\n');
  return { entries: loaded && !hasErrors(ofDocs) ? toStoreEntries(loaded, docs) : undefined, said };
}

function say(findings: readonly Finding[], folder: string): string {
  return findings.length === 0 ? '' : formatAll(findings, folder);
}
