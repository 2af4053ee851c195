/** Ends a build that would show something wrong. */
import { relative } from 'node:path';
import type { Finding } from '../contract/findings.ts';
import { hasErrors } from '../contract/findings.ts';
import { formatFinding } from '../contract/format-finding.ts';
import { settings } from '../lib/settings.ts';

/** The content has errors; the message lists every one at its place. */
export class ContentError extends Error {
  override name = 'ContentError';
}

/**
 * @param folder what the files of the findings lie in
 * @throws ContentError where there is an error among the findings
 */
export function assertSound(findings: readonly Finding[], folder = settings.content): void {
  if (hasErrors(findings)) throw new ContentError(`\n${formatAll(findings, folder)}`);
}

export function formatAll(findings: readonly Finding[], folder = settings.content): string {
  const name = relative(settings.root, folder) || folder;
  return findings.map((finding) => formatFinding(finding, name)).join('\n');
}
