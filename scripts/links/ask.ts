/** Asks for one address: HEAD, then GET where the answer to HEAD says little, with redirections followed by hand. */
import { judgeFailure, judgeStatus, type Outcome } from './verdict.ts';

/** What asking needs of the world. */
export type World = {
  fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** @param ms how long, in milliseconds */
  wait: (ms: number) => Promise<void>;
  /** How long an answer may take, in milliseconds. */
  patience: number;
};

const mostRedirections = 5;
/** The longest that a host may ask us to wait, in seconds. */
const longestRetry = 60;
const permanent = new Set([301, 308]);
const elsewhere = new Set([301, 302, 303, 307, 308]);

/** A polite program says who it is and where to complain. */
const headers = { 'user-agent': 'scholium-links/1 (checks the links of a survey)', accept: '*/*' };

export async function ask(address: string, world: World): Promise<Outcome> {
  let place = address;
  let forGood = true;
  for (let hop = 0; hop <= mostRedirections; hop++) {
    const { outcome, location, status = 0 } = await askOnce(place, world);
    if (location === undefined)
      return outcome.verdict === 'alive' && place !== address && forGood
        ? { verdict: 'moved', answer: outcome.answer, target: place }
        : outcome;
    const next = URL.canParse(location, place) ? new URL(location, place) : undefined;
    if (next === undefined || !/^https?:$/.test(next.protocol))
      return { verdict: 'unreachable', answer: `${status} to what is no address` };
    forGood &&= permanent.has(status);
    place = next.href;
  }
  return { verdict: 'unreachable', answer: `more than ${mostRedirections} redirections` };
}

type Answer = { outcome: Outcome; status?: number; location?: string; retryAfter?: number };

/** Hosts that do not know HEAD answer anything to it, so only a good answer to it counts. */
async function askOnce(address: string, world: World): Promise<Answer> {
  const head = await request('HEAD', address, world);
  if (head.outcome.verdict === 'alive' || head.location !== undefined) return head;
  if (head.status === 429) await world.wait((head.retryAfter ?? 1) * 1000);
  const answer = await request('GET', address, world);
  if (answer.status !== 429 || answer.retryAfter === undefined) return answer;
  await world.wait(answer.retryAfter * 1000);
  return request('GET', address, world);
}

async function request(method: 'HEAD' | 'GET', address: string, world: World): Promise<Answer> {
  try {
    const signal = AbortSignal.timeout(world.patience);
    const response = await world.fetch(address, { method, headers, redirect: 'manual', signal });
    // The page itself is not wanted.
    await response.body?.cancel();
    const { status } = response;
    const location = response.headers.get('location');
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    return {
      status,
      outcome: judgeStatus(status),
      ...(elsewhere.has(status) && location !== null ? { location } : {}),
      ...(seconds >= 0 && seconds <= longestRetry ? { retryAfter: seconds } : {}),
    };
  } catch (error) {
    return { outcome: judgeFailure(error) };
  }
}
