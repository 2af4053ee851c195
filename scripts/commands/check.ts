import { existsSync } from 'node:fs';
import path from 'node:path';
import { hasErrors, makeReport } from '../../src/contract/findings.ts';
import { applyFixes } from '../check/fix.ts';
import type { FormatName } from '../check/format/index.ts';
import { checkContent, type IsWanted } from '../check/index.ts';
import { checkPublishing } from '../check/publishing.ts';
import { checkSite } from '../check/site.ts';
import type { Content } from '../content.ts';
import { readContentFiles, readSiteFiles, writeChanges } from '../disk.ts';
import { withLock } from '../lock.ts';
import { renderFindings, type Found } from './findings.ts';
import { UsageError, type Io } from './io.ts';
import type { Run } from './table.ts';
import { watchFolder } from './watch.ts';

/** A fix can uncover what it hid; after so many rounds what is left is for people. */
const mostRounds = 5;

type Options = {
  dir: string;
  dist: string | undefined;
  wanted: readonly string[];
  format: FormatName;
  fix: boolean;
  publish: boolean;
};

export const run: Run = async ({ content: dir, site, ...flags }, args, io) => {
  const options: Options = {
    dir,
    dist: flags.dist === true ? site : undefined,
    wanted: args.map((arg) => toContentPath(dir, arg)),
    format: (flags.format ?? 'stylish') as FormatName,
    fix: flags.fix === true,
    publish: flags.publish === true,
  };
  if (flags.watch !== true) return checkOnce(options, io);
  let rounds = 0;
  for await (const _ of watchFolder(dir)) {
    const clean = await checkOnce(options, io);
    if (clean && rounds > 0) io.printError('No errors.\n');
    if (rounds++ === 0) io.printError(`Watching ${dir}; Ctrl+C ends it.\n`);
  }
  return true;
};

async function checkOnce(options: Options, io: Io): Promise<boolean> {
  const { dir, dist, fix, format } = options;
  let { found, content } = await findInContent(options);
  const rounds = fix ? mostRounds : 0;
  for (let round = 0; round < rounds; round++) {
    const written = await withLock(dir, () =>
      writeChanges(dir, found.files, applyFixes(found.files, found.findings)),
    );
    if (written.length === 0) break;
    ({ found, content } = await findInContent(options));
  }
  const all = dist === undefined ? [found] : [found, await findInSite(dist, content)];
  io.print(renderFindings(all, format, io));
  return !all.some(({ findings }) => hasErrors(findings));
}

async function findInContent({ dir, wanted, publish }: Options): Promise<{ found: Found; content: Content }> {
  const report = makeReport();
  const files = await readContentFiles(dir, report, undefined, isNeeded(wanted));
  const isWanted: IsWanted = (path) => wanted.length === 0 || wanted.some((name) => isBelow(path, name));
  const content = checkContent(files, report, isWanted);
  if (publish) checkPublishing(files, report);
  return { found: { dir, files, findings: report.findings.filter(({ file }) => isWanted(file)) }, content };
}

async function findInSite(dist: string, { chapters, pages }: Content): Promise<Found> {
  const report = makeReport();
  if (!existsSync(dist))
    throw new UsageError(`Missing folder ${dist}, expected a built site (npm run build makes it)`);
  const files = await readSiteFiles(dist);
  const base = `/${process.env.SCHOLIUM_BASE ?? ''}/`.replace(/\/{2,}/g, '/');
  const papers = pages.flatMap(({ slug, data }) => [slug, ...(data.aliases ?? [])]);
  const expected = [
    ...papers.map((slug) => `/papers/${slug}/`),
    ...chapters.map(({ id }) => `/chapters/${id}/`),
  ];
  checkSite(files, { base, expected }, report);
  return { dir: dist, files, findings: report.findings };
}

/** A check of single pages need not read listings, facts and the records of other pages. */
function isNeeded(wanted: readonly string[]): (path: string) => boolean {
  const pages = wanted.flatMap((name) => /^papers\/[^/]+\/([^/]+)\.mdx$/.exec(name)?.[1] ?? []);
  if (pages.length === 0 || pages.length < wanted.length) return () => true;
  const records = new Set(pages.map((slug) => `records/${slug}.json`));
  return (path) => !/^(?:listings|facts|records)\//.test(path) || records.has(path);
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

function toContentPath(dir: string, arg: string): string {
  const below = path.relative(path.resolve(dir), path.resolve(arg));
  if (below.startsWith('..')) throw new UsageError(`Unexpected path ${arg}, expected one below ${dir}`);
  return below.split(path.sep).join('/');
}
