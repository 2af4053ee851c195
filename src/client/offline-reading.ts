/** Lets pages that were visited be read without a connection, and keeps what a reader asked to keep as new as the site. */
import { offlineFiles } from '../contract/offline.ts';
import { toHref } from './address.ts';

export async function startOfflineReading(): Promise<void> {
  // While somebody develops the site, nothing of it may be older than the last change.
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  try {
    await navigator.serviceWorker.register(toHref(offlineFiles.worker), { scope: toHref('') });
    const { active } = await navigator.serviceWorker.ready;
    // A page that was loaded before the worker was there, or while it came, has not passed it.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is of this origin
    active?.postMessage([location.href, ...listLoaded()]);
  } catch {
    // Browsers that forbid it, private windows among them, read with a connection.
    return;
  }
  const { isSurveyKept, keepSurvey } = await import('./kept-survey.ts');
  if (await isSurveyKept()) await keepSurvey().catch(() => undefined);
}

/** What this page has loaded of its own site. */
function listLoaded(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(location.origin + toHref('')));
}
