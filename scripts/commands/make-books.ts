/**
 * What all formats of books have in common on the command line: what is wanted, what was made before, what has changed. A
 * format says how a book becomes a file.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import writeFileAtomic from 'write-file-atomic';
import { manifestName } from '../../src/contract/book-formats.ts';
import { parseBookManifest, printBookManifest } from '../../src/contract/book-manifest.ts';
import type { MadeBook } from '../../src/contract/book-manifest.ts';
import type { ContentFiles } from '../../src/contract/content.ts';
import { hasErrors, makeReport, type Report } from '../../src/contract/findings.ts';
import { formatCount } from '../../src/contract/words.ts';
import type { Book } from '../book/model.ts';
import type { Spoken } from '../book/speech.ts';
import { readContentFiles } from '../disk.ts';
import type { Draft, Format } from './book-format.ts';
import { chooseBooks, listChosenChapters, listChosenIds, listChosenTexts, type Wanted } from './books.ts';
import { renderFindings } from './findings.ts';
import { printCount, type Io } from './io.ts';
import type { Run } from './table.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const spokenFile = path.join(root, '.cache', 'spoken.json');

/** What one run has at hand. `inputs` is the digest of all that was read. */
type Job = {
  format: Format;
  files: ContentFiles;
  out: string;
  inputs: string;
  machinery: string;
  stamp?: string;
};
type Made = Map<string, MadeBook>;

export function makeBookCommand(format: Format): Run {
  return async ({ content: dir, site, out, stamp, ...flags }, _args, io) => {
    const report = makeReport();
    const files = await readContentFiles(dir, report, ['', 'chapters', 'listings', 'papers', 'records']);
    const machinery = digestCode(format);
    const commit = stamp === true ? readCommit(dir) : '';
    const job: Job = {
      format,
      files,
      out: typeof out === 'string' ? out : `${site}-${format.name}`,
      inputs: digest([machinery, String(flags.paper), commit, ...[...files].flat()]),
      machinery,
      ...(commit === '' ? {} : { stamp: commit }),
    };
    const manifest = path.join(job.out, manifestName);
    const made: Made = new Map(parseBookManifest(readIfThere(manifest)).books.map((book) => [book.id, book]));
    const ids = listChosenIds(flags, files);
    if (ids?.every((id) => made.get(id)?.inputs === job.inputs && isThere(job, made.get(id)))) {
      io.print(`${printCount(ids.length, format.noun)} in ${job.out}: nothing has changed.\n`);
      return true;
    }
    if (await makeBooks(flags, job, made, report, io)) {
      const published = listChosenIds({}, files) ?? [];
      const books = [...made.values()].filter(({ id }) => published.includes(id));
      await writeFile(manifest, printBookManifest({ books }));
    }
    io.printError(renderFindings([{ dir, files, findings: report.findings }], 'stylish', io));
    return !hasErrors(report.findings);
  };
}

/**
 * Changes what is made. The programs that make books are loaded only where there is one to make.
 * @returns whether there was anything to make books of
 */
async function makeBooks(
  flags: Wanted & Record<string, unknown>,
  job: Job,
  made: Made,
  report: Report,
  io: Io,
): Promise<boolean> {
  const [{ engageSpeakers }, { guessFormulas, listFormulas }] = await Promise.all([
    import('../book/speech.ts'),
    import('../book/formulas.ts'),
  ]);
  const known = JSON.parse(readIfThere(spokenFile) ?? '{}') as Spoken;
  const speakers = engageSpeakers(guessFormulas(listChosenTexts(flags, job.files)), known);
  const press = await job.format.engage(flags);
  try {
    const books = await gatherBooks(flags, job, report);
    if (!books) return false;
    const { speak, spoken } = await speakers.speak(books.flatMap(listFormulas));
    await writeFile(spokenFile, JSON.stringify(spoken));
    const drafts = books.map((book) => ({
      ...press.write(book, { speak, machinery: job.machinery }, report),
      content: book.digest,
    }));
    if (hasErrors(report.findings)) return false;
    for (const draft of drafts) {
      const result = await makeFile(draft, job, made.get(draft.id), report, io);
      if (result) made.set(draft.id, result);
    }
    return true;
  } finally {
    for (const one of [speakers, press]) one.dismiss();
  }
}

/** @returns `undefined` after findings */
async function gatherBooks(
  wanted: Wanted,
  { files, stamp }: Job,
  report: Report,
): Promise<Book[] | undefined> {
  const [{ makeBook }, { readSurveyForBooks }, { toShelves }] = await Promise.all([
    import('../book/make-book.ts'),
    import('../book/read-survey.ts'),
    import('../book/shelves.ts'),
  ]);
  const content = readSurveyForBooks(files, report, listChosenChapters(wanted));
  if (!content) return undefined;
  const shelves = toShelves(content);
  return chooseBooks(wanted, content, readIfThere).map((choice) =>
    makeBook(content, files, shelves, choice, stamp),
  );
}

async function makeFile(
  { id, title, setting, content, make }: Draft & Pick<MadeBook, 'content'>,
  job: Job,
  before: MadeBook | undefined,
  report: Report,
  io: Io,
): Promise<MadeBook | undefined> {
  const file = `${id}.${job.format.name}`;
  if (before?.setting === setting && isThere(job, before)) {
    io.print(`${file}: nothing has changed\n`);
    return { ...before, inputs: job.inputs };
  }
  const made = await make(job.files, report);
  if (!made) return undefined;
  const { bytes, pages } = made;
  await writeFile(path.join(job.out, file), Buffer.from(bytes));
  const length = pages === undefined ? '' : `${printCount(pages, 'page')}, `;
  io.print(`${file}: ${length}${formatCount(Math.ceil(bytes.length / 1000))} kB\n`);
  return {
    id,
    file,
    title,
    bytes: bytes.length,
    ...(pages === undefined ? {} : { pages }),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    content,
    inputs: job.inputs,
    setting,
  };
}

function digest(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\n');
  return hash.digest('hex');
}

/** The digest of all that makes books of a format. */
function digestCode({ name: format }: Format): string {
  const names = globSync([`scripts/{book,${format}}/*`, 'scripts/content.ts', 'src/contract/*.ts', 'package-lock.json'], {
    cwd: root,
  });
  return digest(names.sort().flatMap((name) => [name, readFileSync(path.join(root, name))]));
} // prettier-ignore

function readCommit(dir: string): string {
  const args = ['describe', '--always', '--dirty', '--abbrev=12'];
  return execFileSync('git', args, { cwd: dir, encoding: 'utf8' }).trim();
}

function isThere({ out }: Job, book: MadeBook | undefined): boolean {
  const found = book && statSync(path.join(out, book.file), { throwIfNoEntry: false });
  return found?.size === book?.bytes && book !== undefined;
}

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

async function writeFile(file: string, contents: string | Buffer): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFileAtomic(file, contents);
}
