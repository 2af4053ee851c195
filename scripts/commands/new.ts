import path from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { checkContent } from '../check/index.ts';
import { hasErrors, makeReport, type Finding } from '../../src/contract/findings.ts';
import type { ContentFiles } from '../../src/contract/content.ts';
import { readSurvey } from '../../src/contract/content.ts';
import { readContentFiles, writeChanges } from '../disk.ts';
import { ServiceError, type FetchOptions } from '../fetch/index.ts';
import { addPapers, apply, type AddedPapers } from '../pipeline/add-papers.ts';
import { renderFindings } from './findings.ts';
import { makeProgress, printCount, UsageError, type Io } from './io.ts';
import { readInputs, type Input } from './new-inputs.ts';
import { describePaper, describeRefusal } from './new-report.ts';
import type { Run } from './table.ts';

export const run: Run = async ({ content: dir, offline, added }, args, io) => {
  const captured = typeof added === 'string' ? parseDay(added) : new Date().toISOString().slice(0, 10);
  const report = makeReport();
  const head = await readContentFiles(dir, makeReport(), ['']);
  let inputs: Input[];
  try {
    inputs = await readInputs(args, offline === true ? undefined : toNetwork(head), io);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    io.printError(`error: ${error.message}\n  hint: ${error.hint}\nNothing was written.\n`);
    return false;
  }
  // Read after the services have answered: people may have saved a page meanwhile.
  const files = await readContentFiles(dir, report);
  const result = addPapers(files, inputs, captured, report, makeProgress(io, 'Generating pages'));
  const { changes, listings, created } = result;
  const after = apply(files, changes);
  const pages = new Set(created.map((slug) => [...after.keys()].find((name) => name.endsWith(`/${slug}.mdx`)) ?? ''));
  const given = new Map(listings.map((name, index) => [name, inputs[index]!]));
  const own = report.findings.filter(({ file }) => given.has(file) || pages.has(file) || created.length === 0);
  printFindings(dir, files, given, own, io);
  if (created.length === 0) {
    io.printError(`${describeRefusal(dir, result, inputs)}Nothing was written.\n`);
    return false;
  }
  const checked = makeReport();
  const content = checkContent(after, checked, (name) => pages.has(name));
  const found = checked.findings.filter(({ file }) => pages.has(file));
  if (hasErrors(found)) {
    io.printError(renderFindings([{ dir, files: after, findings: found }], 'stylish', io));
    io.printError('error: so the page would be: mend what you gave.\nNothing was written.\n');
    return false;
  }
  await writeChanges(dir, files, changes);
  for (const slug of created) io.print(describePaper(dir, content, after, slug));
  for (const [name, { from }] of given) io.print(`Kept ${path.join(dir, name)} (from ${from}).\n`);
  io.print(printSummary(result));
  io.printError(renderFindings([{ dir, files: after, findings: found }], 'stylish', io));
  return !hasErrors(own);
}; // prettier-ignore

function parseDay(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text)
    throw new UsageError(`Unexpected day "${text}" of --added, expected one such as 2026-01-31`);
  return text;
}

/** Who asks: the program, the survey and, where somebody says so, an address of mail. */
function toNetwork(files: ContentFiles): FetchOptions {
  const { SCHOLIUM_ARXIV, SCHOLIUM_CROSSREF, SCHOLIUM_MAILTO } = process.env;
  const repository = readSurvey('survey.yml', files.get('survey.yml') ?? '', makeReport())?.repository;
  const contact = [repository && `+${repository}`, SCHOLIUM_MAILTO && `mailto:${SCHOLIUM_MAILTO}`];
  return {
    cache: path.resolve('.cache/fetched'),
    userAgent: `scholium/${packageJson.version} (${contact.filter(Boolean).join('; ')})`,
    bases: {
      ...(SCHOLIUM_ARXIV ? { arxiv: SCHOLIUM_ARXIV } : {}),
      ...(SCHOLIUM_CROSSREF ? { crossref: SCHOLIUM_CROSSREF } : {}),
    },
    ...(SCHOLIUM_MAILTO ? { mailto: SCHOLIUM_MAILTO } : {}),
  };
}

/** What is wrong in a file that was given is shown there, where it can be mended. */
function printFindings(dir: string, files: ContentFiles, given: ReadonlyMap<string, Input>, findings: readonly Finding[], io: Io): void {
  const [theirs, ours] = [findings.filter(({ file }) => given.has(file)), findings.filter(({ file }) => !given.has(file))];
  const shown = theirs.map((finding) => ({ ...finding, file: given.get(finding.file)?.from ?? finding.file }));
  const texts = new Map([...given.values()].map(({ from, text }) => [from, text]));
  io.printError(renderFindings([{ dir: '', files: texts, findings: shown }, { dir, files, findings: ours }], 'stylish', io));
} // prettier-ignore

function printSummary({ created, others }: AddedPapers): string {
  const more = others > 0 ? `; ${printCount(others, 'other page')} changed, too` : '';
  return `Added ${printCount(created.length, 'paper')}${more}. Read ${created.length === 1 ? 'it' : 'them'}, then commit everything below the content folder.\n`;
} // prettier-ignore
