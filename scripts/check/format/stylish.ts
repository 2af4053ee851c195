/** For people in a terminal: place, message, the line with a caret under it, and what to do. */
import { styleText } from 'node:util';
import type { Finding } from '../../../src/contract/findings.ts';
import type { Format, FormatContext } from './index.ts';

/** As much of a line as is shown around the place. */
const frameWidth = 96;

export const printStylish: Format = (findings, context) => {
  if (findings.length === 0) return '';
  return `${findings.map((finding) => printFinding(finding, context)).join('\n')}\n${printSummary(findings)}\n`;
};

function printFinding(finding: Finding, { files, colour }: FormatContext): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const { line, column, ruleId, severity, message, expected, hint } = finding;
  const place = `${finding.file}:${line}:${column}`;
  const label = paint(severity === 'error' ? 'red' : 'yellow', severity);
  const head = `${paint('bold', place)}: ${label}: ${message}${expected ? `, expected ${expected}` : ''}  ${paint('dim', `[${ruleId}]`)}`;
  const frame = printFrame(finding, files.get(finding.file));
  return [head, ...frame, `  hint: ${hint ?? 'Correct it.'} See docs/rules.md#${ruleId}`].join('\n');
}

/** The line of the finding, cut to a window, and a caret under what is meant. */
function printFrame({ line, column, endLine, endColumn }: Finding, source: string | undefined): string[] {
  const text = source?.split('\n', line)[line - 1]?.replace(/\r$/, '');
  if (text === undefined || text.trim() === '') return [];
  const from = Math.max(0, Math.min(column - 1 - frameWidth / 2, text.length - frameWidth));
  const window = text.slice(from, from + frameWidth).replace(/\t/g, ' ');
  const length = endLine === line ? Math.max(1, endColumn - column) : text.length - column + 1;
  const start = column - 1 - from;
  const caret = `${' '.repeat(Math.max(0, start))}${'^'.repeat(Math.max(1, Math.min(length, window.length - start)))}`;
  const gutter = String(line);
  const blank = ' '.repeat(gutter.length);
  return [`  ${gutter} | ${from > 0 ? '…' : ''}${window}`, `  ${blank} | ${from > 0 ? ' ' : ''}${caret}`];
}

function printSummary(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return `${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
