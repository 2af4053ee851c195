/** Findings as lines, for those who build. */
import { relative } from 'node:path';
import type { Finding } from '../contract/findings.ts';
import { formatFinding } from '../contract/format-finding.ts';
import { settings } from '../lib/settings.ts';

/** @param folder what the files of the findings lie in */
export function formatAll(findings: readonly Finding[], folder: string): string {
  const name = relative(settings.root, folder) || folder;
  return findings.map((finding) => formatFinding(finding, name)).join('\n');
}
