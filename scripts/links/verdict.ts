/** What an answer says of an address. The tables are the knowledge; a reason stands beside each row. */

export const verdicts = ['alive', 'moved', 'dead', 'blocked', 'unreachable'] as const;
/**
 * `moved`: alive elsewhere, for good. `dead`: the host says that nothing is there, or there is no host. `blocked`: the host
 * refuses programs, or us for now; a reader may well see the page. `unreachable`: no answer that says anything.
 */
export type Verdict = (typeof verdicts)[number];

export type Outcome = {
  verdict: Verdict;
  /** What the host answered: `404`, `no such host`. */
  answer: string;
  /** Where it moved to. */
  target?: string;
};

/** Hosts that end every talk with a program say it with one of these. */
const refusals: Readonly<Record<number, string>> = {
  400: 'some hosts answer so to programs without cookies',
  401: 'wants a password',
  402: 'wants to be paid',
  403: 'refuses programs',
  405: 'knows the page, but not the question',
  406: 'refuses programs',
  418: 'refuses programs',
  429: 'too many questions',
  451: 'refuses this country',
  503: 'refuses programs, or is being mended',
  999: 'refuses programs (LinkedIn)',
};

const deaths: Readonly<Record<number, string>> = { 404: 'not found', 410: 'gone' };

/** Names of Node and of its fetch. */
const failures: Readonly<Record<string, Outcome>> = {
  ENOTFOUND: { verdict: 'dead', answer: 'no such host' },
  EAI_AGAIN: { verdict: 'unreachable', answer: 'no answer of the name server' },
  ECONNREFUSED: { verdict: 'unreachable', answer: 'connection refused' },
  ECONNRESET: { verdict: 'unreachable', answer: 'connection reset' },
  UND_ERR_SOCKET: { verdict: 'unreachable', answer: 'connection reset' },
  UND_ERR_CONNECT_TIMEOUT: { verdict: 'unreachable', answer: 'time-out' },
  UND_ERR_HEADERS_TIMEOUT: { verdict: 'unreachable', answer: 'time-out' },
  TimeoutError: { verdict: 'unreachable', answer: 'time-out' },
};

/** Of an answer that is no redirection. */
export function judgeStatus(status: number): Outcome {
  const answer = String(status);
  if (status >= 200 && status < 300) return { verdict: 'alive', answer };
  if (status in deaths) return { verdict: 'dead', answer: `${answer} ${deaths[status]}` };
  if (status in refusals) return { verdict: 'blocked', answer: `${answer} ${refusals[status]}` };
  return { verdict: 'unreachable', answer };
}

/** Of what fetch threw. */
export function judgeFailure(error: unknown): Outcome {
  const chain = error instanceof Error ? [error, error.cause] : [];
  for (const one of chain) {
    if (!(one instanceof Error)) continue;
    const known = failures[one.name] ?? failures['code' in one ? String(one.code) : ''];
    if (known) return known;
  }
  const last = chain.findLast((one) => one instanceof Error) as Error | undefined;
  return { verdict: 'unreachable', answer: last?.message ?? String(error) };
}
