/**
 * Filters: one JSON object a line in, one out, in the same order. A line that is not JSON or lacks a field is a finding
 * on standard error with its number, and the rest goes on.
 */
import { compareFindings, hasErrors, makeReport, type Report } from '../../src/contract/findings.ts';
import { printStylish } from '../check/format/stylish.ts';
import type { Io } from './io.ts';

export type FilterInput = { id: string; title: string; abstract: string };

/** Runs `answer` over standard input. @returns whether every line could be answered */
export async function runFilter(io: Io, answer: (input: FilterInput) => object): Promise<boolean> {
  const text = await io.readInput();
  const report = makeReport();
  const answers: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const input = readLine(line, index + 1, report);
    if (input) answers.push(`${JSON.stringify(answer(input))}\n`);
  }
  io.print(answers.join(''));
  const files = new Map([[inputName, text]]);
  io.printError(printStylish(report.findings.sort(compareFindings), { files, colour: io.colour }));
  return !hasErrors(report.findings);
}

const inputName = '<stdin>';
const needed = ['id', 'title', 'abstract'] as const;

function readLine(line: string, number: number, report: Report): FilterInput | undefined {
  const refuse = (message: string): undefined => {
    report.add(
      'filter-line-valid',
      inputName,
      { line: number, column: 1 },
      {
        message,
        expected: 'a JSON object with the texts "id", "title" and "abstract"',
        hint: 'Correct the line; the others were answered.',
      },
    );
  };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return refuse(`Unexpected line: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('Unexpected JSON');
  const missing = needed.filter((key) => typeof (value as Record<string, unknown>)[key] !== 'string');
  if (missing.length > 0) return refuse(`Missing ${missing.map((key) => `"${key}"`).join(', ')}`);
  return value as FilterInput;
}
