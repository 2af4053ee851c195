/** One question to a service and its answer as text: bounded in time and size, patient where it is asked to be. */

/** A service did not answer, or not with a paper. The message says which and why, the hint what to do. */
export class ServiceError extends Error {
  override name = 'ServiceError';
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

export type RequestOptions = {
  /** Whom to name in messages. */
  service: string;
  /** The media types that are answers. */
  types: RegExp;
  userAgent: string;
  /** What to do where the service does not have what was asked for. */
  otherwise: string;
  /** Milliseconds from the question to the end of the answer. */
  timeout?: number;
  /** The longest wait, in milliseconds, that a service may ask for. */
  patience?: number;
  /** The largest answer, in bytes. */
  most?: number;
  wait?: (milliseconds: number) => Promise<void>;
};

const defaults = {
  timeout: 20_000,
  patience: 60_000,
  most: 5_000_000,
  wait: (milliseconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, milliseconds)),
};

/** So often a service is asked that answers "too many requests" or has trouble of its own. */
const mostAttempts = 3;

/** Where a service does not say how long to wait: longer each time. */
const firstWait = 5000;

/** arXiv sends from http to https, Crossref to its newest version: more than a few are a circle. */
const mostRedirects = 4;

const again =
  'Try again later, or save the record in a browser and give the file: scholium new --offline FILE.';

/** @throws ServiceError in every case but an answer that is text of one of the types */
export async function request(address: string, options: RequestOptions): Promise<string> {
  const all = { ...defaults, ...options };
  const { service } = all;
  for (let attempt = 1; ; attempt++) {
    const response = await ask(address, all);
    const { status } = response;
    if (response.ok) return readAnswer(response, all);
    await response.body?.cancel();
    if (status === 404 || status === 410)
      throw new ServiceError(`${service} does not have ${address}`, all.otherwise);
    const isBusy = status === 429 || status >= 500;
    if (!isBusy) throw new ServiceError(`${service} refused the question (status ${status})`, again);
    const pause = readRetryAfter(response) ?? firstWait * attempt;
    if (pause > all.patience)
      throw new ServiceError(
        `${service} asks to wait ${Math.ceil(pause / 1000)} s (status ${status})`,
        again,
      );
    if (attempt === mostAttempts)
      throw new ServiceError(`${service} could not answer, asked ${attempt} times (status ${status})`, again);
    await all.wait(pause);
  }
}

type Settled = RequestOptions & typeof defaults;
type Asked = Response & { signal: AbortSignal };

/** Follows redirects itself: each is bounded, and none leads to another host or away from https. */
async function ask(address: string, { service, userAgent, timeout }: Settled): Promise<Asked> {
  const signal = AbortSignal.timeout(timeout);
  let url = new URL(address);
  for (let count = 0; count <= mostRedirects; count++) {
    const response = await fetch(url, { headers: { 'user-agent': userAgent }, redirect: 'manual', signal }).catch((error: unknown) => {
      throw toServiceError(error, service, timeout);
    });
    const target = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || target === null) return Object.assign(response, { signal });
    await response.body?.cancel();
    const next = URL.canParse(target, url) ? new URL(target, url) : undefined;
    if (!next || next.hostname !== url.hostname || (next.protocol !== 'https:' && next.protocol !== url.protocol))
      throw new ServiceError(`${service} leads elsewhere: ${target}`, again);
    url = next;
  }
  throw new ServiceError(`${service} leads in a circle (${mostRedirects + 1} redirects from ${address})`, again);
} // prettier-ignore

async function readAnswer(response: Asked, { service, types, most, timeout }: Settled): Promise<string> {
  const type = response.headers.get('content-type') ?? 'nothing';
  if (!types.test(type)) {
    await response.body?.cancel();
    throw new ServiceError(`${service} answered with ${type}, which is no record of a paper`, again);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      // Leaving the loop closes the connection.
      if (size > most) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw toServiceError(error, service, timeout);
  }
  if (size > most)
    throw new ServiceError(`${service} answered with more than ${most} bytes: that is no record of a paper`, again);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new ServiceError(`${service} answered with bytes that are not UTF-8`, again);
  }
} // prettier-ignore

/** Seconds, or a date. */
function readRetryAfter({ headers }: Response): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

function toServiceError(error: unknown, service: string, timeout: number): ServiceError {
  if (error instanceof Error && error.name === 'TimeoutError')
    return new ServiceError(`${service} did not answer within ${timeout / 1000} s`, again);
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code =
    cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : String(cause);
  const isCut = error instanceof TypeError && error.message === 'terminated';
  return new ServiceError(`${service} ${isCut ? 'broke off its answer' : 'cannot be reached'} (${code})`, again);
} // prettier-ignore
