/**
 * A finding is a located message: which file, where in it, what was unexpected, what was expected, and what to do.
 * Stages add findings to a report and go on; nobody throws for bad data.
 */
import type { Point, Position } from 'unist';
import { rules, type RuleId } from './rules.ts';

export type Severity = 'error' | 'warning';

/** A replacement of the characters `start` to `end` (UTF-16, end exclusive) of the finding's file that mends it safely. */
export type Fix = { start: number; end: number; text: string };

/** What `scholium check --format json` prints, one object a finding. Lines and columns count from 1. */
export type Finding = {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  ruleId: RuleId;
  severity: Severity;
  message: string;
  expected: string | null;
  hint: string | null;
  fix?: Fix;
};

/** A place in a file: a position, one point of it, or nothing (the file as a whole: line 1, column 1). */
export type Place = Position | Point | undefined;

export type Complaint = { message: string; expected?: string; hint?: string; fix?: Fix };

/** What a stage complains to. `file` is the path as the person who edits it knows it. */
export type Report = {
  findings: Finding[];
  add(ruleId: RuleId, file: string, place: Place, complaint: Complaint): void;
};

export function makeReport(): Report {
  const findings: Finding[] = [];
  return {
    findings,
    add: (ruleId, file, place, complaint) => {
      findings.push(toFinding(ruleId, file, place, complaint));
    },
  };
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}

/** What a finding says, wherever it stands in its file: what is written above it moves its line. */
export function toFindingName({ file, ruleId, message }: Finding): string {
  return [file, ruleId, message].join('\n');
}

/** Order of printing: by file, then place, then rule. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.ruleId, b.ruleId)
  );
}

/** Code-unit order: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function toFinding(ruleId: RuleId, file: string, place: Place, complaint: Complaint): Finding {
  const start = place === undefined ? { line: 1, column: 1 } : 'start' in place ? place.start : place;
  const end = place !== undefined && 'end' in place ? place.end : start;
  return {
    file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ruleId,
    severity: rules[ruleId].severity,
    message: complaint.message,
    expected: complaint.expected ?? null,
    hint: complaint.hint ?? null,
    ...(complaint.fix ? { fix: complaint.fix } : {}),
  };
}
