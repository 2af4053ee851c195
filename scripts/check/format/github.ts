/** For GitHub Actions: workflow commands that become annotations on the pull request. */
import type { Format } from './index.ts';

export const printGithub: Format = (findings) =>
  findings
    .map(({ file, line, column, endLine, endColumn, ruleId, severity, message, expected, hint }) => {
      const end = endLine === line ? `,endColumn=${endColumn}` : '';
      const place = `file=${escapeProperty(file)},line=${line},endLine=${endLine},col=${column}${end}`;
      const text = [`${message}${expected ? `, expected ${expected}` : ''}`, hint].filter(Boolean).join('\n');
      return `::${severity} ${place},title=${escapeProperty(ruleId)}::${escapeText(text)}\n`;
    })
    .join('');

function escapeText(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeText(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
