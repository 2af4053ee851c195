/** Papers by identifier from arXiv and Crossref: politely, and asked for once a day at most. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { request, ServiceError, type RequestOptions } from './request.ts';
import { services, type ServiceId } from './services.ts';

export { ServiceError };

export type FetchOptions = Pick<RequestOptions, 'userAgent' | 'timeout' | 'wait' | 'patience' | 'most'> & {
  /** The folder where answers are kept. */
  cache: string;
  /** Other places than those of the table where services answer. */
  bases?: Partial<Record<ServiceId, string>>;
  /** An address of mail that services are given, so that they can write to somebody. */
  mailto?: string;
};

const day = 86_400_000;

/**
 * The record of a paper as a service gives it, word for word.
 * @param isAnswer whether a text is worth keeping: what says that there is no such paper is not
 * @throws ServiceError where there is none to be had
 */
export async function fetchPaper(
  id: ServiceId,
  paper: string,
  { cache, bases = {}, mailto, ...options }: FetchOptions,
  isAnswer: (text: string) => boolean,
): Promise<string> {
  const { base, name, toPath, types, otherwise, delay } = services[id];
  const address = `${(bases[id] ?? base).replace(/\/+$/, '')}${toPath(paper, mailto)}`;
  const kept = path.join(cache, `${id}-${toDigest(address)}`);
  if ((await measureAge(kept)) < day) return readFile(kept, 'utf8');

  await mkdir(cache, { recursive: true });
  // One file a place says when it was asked last, whoever asked.
  const asked = path.join(cache, `asked-${toDigest(new URL(address).host)}`);
  const pause = delay - (await measureAge(asked));
  if (pause > 0) await (options.wait ?? wait)(pause);
  await writeFileAtomic(asked, '');
  const text = await request(address, { service: name, types, otherwise, ...options });
  if (!isAnswer(text)) throw new ServiceError(`${name} does not have ${paper}`, otherwise);
  await writeFileAtomic(kept, text);
  return text;
}

/** Milliseconds since a file was written; infinite where there is none. */
async function measureAge(file: string): Promise<number> {
  const written = await stat(file).catch(() => undefined);
  return written ? Math.max(0, Date.now() - written.mtimeMs) : Infinity;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds));
}

function toDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
