import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import writeFileAtomic from 'write-file-atomic';
import { manifestName, parseBookManifest, printBookManifest } from '../../src/contract/book-manifest.ts';
import type { MadeBook } from '../../src/contract/book-manifest.ts';
import type { ContentFiles } from '../../src/contract/content.ts';
import { hasErrors, makeReport, type Report } from '../../src/contract/findings.ts';
import { formatCount } from '../../src/contract/words.ts';
import type { Book } from '../book/model.ts';
import type { Spoken } from '../book/speech.ts';
import { readContentFiles } from '../disk.ts';
import type { PaperSize } from '../pdf/document.ts';
import type { Typesetter } from '../pdf/index.ts';
import { chooseBooks, listChosenChapters, listChosenIds, type Wanted } from './books.ts';
import { renderFindings } from './findings.ts';
import { printCount, type Io } from './io.ts';
import type { Run } from './table.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const spokenFile = path.join(root, '.cache', 'spoken.json');

/** What one run has at hand. `inputs` is the digest of all that was read. */
type Job = {
  files: ContentFiles;
  out: string;
  paper: PaperSize;
  inputs: string;
  machinery: string;
  stamp?: string;
};
type Made = Map<string, MadeBook>;

export const run: Run = async ({ content: dir, site, paper = 'a4', out, stamp, ...flags }, _args, io) => {
  const report = makeReport();
  const files = await readContentFiles(dir, report, ['', 'chapters', 'listings', 'papers', 'records']);
  const machinery = digestCode();
  const commit = stamp === true ? readCommit(dir) : '';
  const job: Job = {
    files,
    out: typeof out === 'string' ? out : `${site}-pdf`,
    paper: paper as PaperSize,
    inputs: digest([machinery, String(paper), commit, ...[...files].flat()]),
    machinery,
    ...(commit === '' ? {} : { stamp: commit }),
  };
  const wanted = flags as Wanted;
  const manifest = path.join(job.out, manifestName);
  const made: Made = new Map(parseBookManifest(readIfThere(manifest)).books.map((book) => [book.id, book]));
  const ids = listChosenIds(wanted, files);
  if (ids?.every((id) => made.get(id)?.inputs === job.inputs && isThere(job, made.get(id)))) {
    io.print(`${printCount(ids.length, 'PDF')} in ${job.out}: nothing has changed.\n`);
    return true;
  }
  if (await makeBooks(wanted, job, made, report, io)) {
    const published = listChosenIds({}, files) ?? [];
    const books = [...made.values()].filter(({ id }) => published.includes(id));
    await writeFile(manifest, printBookManifest({ books }));
  }
  io.printError(renderFindings([{ dir, files, findings: report.findings }], 'stylish', io));
  return !hasErrors(report.findings);
}; // prettier-ignore

/**
 * Changes what is made. The programs that make books are loaded only where there is one to make.
 * @returns whether there was anything to make books of
 */
async function makeBooks(wanted: Wanted, job: Job, made: Made, report: Report, io: Io): Promise<boolean> {
  const [{ engageSpeakers }, { engageTypesetter, writeBook }] = await Promise.all([
    import('../book/speech.ts'),
    import('../pdf/index.ts'),
  ]);
  // They load their programs while the survey is read.
  const [speakers, ready] = [engageSpeakers(), [engageTypesetter()]];
  try {
    const books = await gatherBooks(wanted, job, report);
    if (!books) return false;
    const { listFormulas } = await import('../book/formulas.ts');
    const known = JSON.parse(readIfThere(spokenFile) ?? '{}') as Spoken;
    const { speak, spoken } = await speakers.speak(books.flatMap(listFormulas), known);
    await writeFile(spokenFile, JSON.stringify(spoken));
    const { machinery, paper } = job;
    const written = books.map((book) => writeBook(book, paper, { speak, machinery }, report));
    if (hasErrors(report.findings)) return false;
    for (const book of written) {
      const result = await makeFile(book, job, { before: made.get(book.id), ready }, report, io);
      if (result) made.set(book.id, result);
    }
    return true;
  } finally {
    for (const helper of [speakers, ...ready]) helper.dismiss();
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

/** @returns `undefined` where the gate stopped it: what was there stays */
async function makeFile(
  book: Parameters<(typeof import('../pdf/index.ts'))['makePdf']>[0],
  job: Job,
  { before, ready }: { before: MadeBook | undefined; ready: Typesetter[] },
  report: Report,
  io: Io,
): Promise<MadeBook | undefined> {
  const { id, title, setting } = book;
  const file = `${id}.pdf`;
  if (before?.setting === setting && isThere(job, before)) {
    io.print(`${file}: nothing has changed\n`);
    return { ...before, inputs: job.inputs };
  }
  const { makePdf } = await import('../pdf/index.ts');
  const pdf = await makePdf(book, job.files, report, ready.pop());
  if (!pdf) return undefined;
  const { bytes, pages } = pdf;
  await writeFile(path.join(job.out, file), Buffer.from(bytes));
  io.print(`${file}: ${printCount(pages, 'page')}, ${formatCount(Math.ceil(bytes.length / 1000))} kB\n`);
  const { inputs } = job;
  return {
    id,
    file,
    title,
    bytes: bytes.length,
    pages,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    inputs,
    setting,
  };
}

function digest(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\n');
  return hash.digest('hex');
}

/** The digest of the template and of all that makes books. */
function digestCode(): string {
  const names = globSync(['scripts/{book,pdf}/*', 'scripts/content.ts', 'src/contract/*.ts', 'package-lock.json'], {
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
