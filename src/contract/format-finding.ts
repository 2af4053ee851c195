/** A finding as a compiler prints it; editors turn the first line into a link. */
import type { Finding } from './findings.ts';

/** @param folder what the finding's file lies in, as the reader names it: `content` */
export function formatFinding(finding: Finding, folder = ''): string {
  const { file, line, column, severity, message, expected, ruleId, hint } = finding;
  const place = `${folder === '' ? '' : `${folder}/`}${file}:${line}:${column}`;
  const said = expected === null ? message : `${message}, expected ${expected}`;
  return `${place}: ${severity}: ${said}  [${ruleId}]${hint === null ? '' : `\n  hint: ${hint}`}`;
}
