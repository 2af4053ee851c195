/** What `scholium new` is given: files, standard input, identifiers that services answer; each as text, as it came. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { makeReport, type Finding } from '../../src/contract/findings.ts';
import { fetchPaper, type FetchOptions } from '../fetch/index.ts';
import { services, type ServiceId } from '../fetch/services.ts';
import type { GivenListing } from '../pipeline/add-papers.ts';
import { toSlug } from '../merge/slugs.ts';
import { detectFormat, formats } from '../parse/detect.ts';
import { parseIdentifier } from '../parse/identifiers.ts';
import { pastedExtension } from '../parse/pasted.ts';
import { parseListing } from '../parse/parse-listing.ts';
import { UsageError, type Io } from './io.ts';

/** An input, and where it came from in the words of the person who gave it. */
export type Input = GivenListing & { from: string; service?: ServiceId };

/** Larger files belong below the listings, where `scholium ingest` reads them. */
const largestInput = 20_000_000;

/**
 * @param network how to ask services; without it only files and standard input are read
 * @throws UsageError for what is neither, ServiceError where a service does not answer
 */
export async function readInputs(args: readonly string[], network: FetchOptions | undefined, io: Io): Promise<Input[]> {
  if (args.filter((arg) => arg === '-').length > 1) throw new UsageError('Unexpected second -, expected standard input once');
  // All are understood before the first service is asked.
  const known = await Promise.all(args.map(async (arg) => ({ arg, asked: parsePaperId(arg), isFile: await isFile(arg) })));
  for (const { arg, asked, isFile: is } of known) assertUsable(arg, asked, is, network !== undefined);
  const inputs: Input[] = [];
  for (const { arg, asked } of known) {
    if (arg === '-') inputs.push(await readPasted(io));
    else if (asked && network) inputs.push(await askService(asked, network));
    else inputs.push(await readGiven(arg));
  }
  return inputs;
} // prettier-ignore

type Asked = { service: ServiceId; id: string };

/** An id of arXiv or a DOI, bare or within its address; the DOI that arXiv gives is an id of arXiv. */
export function parsePaperId(text: string): Asked | undefined {
  const arxiv = parseIdentifier('arxiv', text);
  if (arxiv !== undefined) return { service: 'arxiv', id: arxiv };
  const doi = parseIdentifier('doi', text);
  return doi === undefined ? undefined : { service: 'crossref', id: doi };
}

function assertUsable(arg: string, asked: Asked | undefined, isThere: boolean, isOnline: boolean): void {
  if (arg === '-' || (asked && isOnline) || isThere) return;
  if (asked) {
    const { name } = services[asked.service];
    throw new UsageError(`Unexpected ${arg} without a network: only ${name} knows it. Give a file that describes the paper, or leave --offline out`);
  }
  const openreview = parseIdentifier('openreview', arg);
  if (openreview !== undefined)
    throw new UsageError(`Unexpected address of OpenReview, which answers no programs: save https://api2.openreview.net/notes?id=${openreview} in a browser and give that file`);
  throw new UsageError(
    `Unexpected "${arg}": there is no such file, and it is no arXiv id (2306.06265), no DOI (10.1145/3544548), no address of either. - reads a title and an abstract from standard input`,
  );
} // prettier-ignore

async function isFile(name: string): Promise<boolean> {
  const found = await stat(name).catch(() => undefined);
  if (found?.isDirectory()) throw new UsageError(`Unexpected folder ${name}, expected a file`);
  return found !== undefined;
}

async function readGiven(name: string): Promise<Input> {
  const bytes = await readFile(name).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`Unexpected file ${name}, which cannot be read (${error.code})`);
  });
  if (bytes.length > largestInput)
    throw new UsageError(
      `Unexpected size of ${name}: ${bytes.length} bytes, expected at most ${largestInput}`,
    );
  return { name: toFileName(name, bytes.toString('utf8')), text: decode(name, bytes), from: name };
}

/** What is kept is what was given, byte for byte, so it has to be text. */
function decode(name: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const text = bytes.toString('utf8');
    const before = text.slice(0, text.indexOf('\uFFFD')).split('\n');
    throw new UsageError(
      `${name}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}: unexpected bytes that are not UTF-8. Save the file as UTF-8`,
    );
  }
}

/**
 * The file's own name in plain characters, with an end that tells its format where its own does not: a text that is no page
 * of papers is a title and an abstract.
 */
function toFileName(name: string, text: string): string {
  const base = path.basename(name).normalize('NFKD').replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '') || 'paper'; // prettier-ignore
  const end = path.extname(base).toLowerCase();
  const isPage = formats.some(({ isLike }) => isLike(text.slice(0, 5000)));
  if (end === '.txt' && !isPage && !base.endsWith(pastedExtension))
    return base.replace(/\.txt$/i, pastedExtension);
  const [extension = ''] = detectFormat({ path: base, text })?.extensions ?? [];
  const isTelling = formats.some(({ extensions }) => extensions.includes(end)) || end === '.json';
  return isTelling ? base : `${base}${extension}`;
}

/** Standard input holds a format made for machines, or a title and an abstract. */
async function readPasted(io: Io): Promise<Input> {
  if (io.isTyped) io.printError('Paste a title, an empty line and an abstract; then press Ctrl-D.\n');
  const text = await io.readInput();
  const made = formats.find(({ name, isLike }) => name !== 'page of papers' && isLike(text.slice(0, 5000)));
  const end = made ? (made.extensions[0] ?? '.json') : pastedExtension;
  const [, title = ''] = made ? [] : (/^\s*(\S.*)$/m.exec(text) ?? []);
  return { name: `${title === '' ? 'pasted' : toSlug(title)}${end}`, text, from: '<stdin>' };
}

async function askService({ service, id }: Asked, network: FetchOptions): Promise<Input> {
  const { name, extension } = services[service];
  const file = `${id.replace(/[^A-Za-z0-9._-]+/g, '-')}${extension}`;
  const text = await fetchPaper(service, id, network, (answer) => hasPaper(file, answer));
  return { name: file, text, from: name, service };
}

/** arXiv answers a question for an unknown paper with a feed of nothing, or of an error. */
function hasPaper(path: string, text: string): boolean {
  const report = makeReport();
  const entries = parseListing({ path, name: path, text }, null, report);
  return entries.length > 0 || report.findings.some(isDamage);
}

/** Whether it tells of a damaged answer rather than of none. */
function isDamage({ message }: Finding): boolean {
  return !message.includes('error of arXiv');
}
