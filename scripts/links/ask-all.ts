/** Asks for many addresses: hosts beside each other, the addresses of one host one after the other with a pause. */
import { z } from 'astro/zod';
import { ask, type World } from './ask.ts';
import { verdicts, type Outcome } from './verdict.ts';

/** What was heard, by address, with the day: `.cache/links.json`. */
export const heardSchema = z.record(
  z.string(),
  z.strictObject({
    verdict: z.enum(verdicts),
    answer: z.string(),
    target: z.string().optional(),
    day: z.iso.date(),
  }),
);
export type Heard = z.infer<typeof heardSchema>;

/** Hosts that say how long programs shall wait between two questions, in milliseconds. */
const pauses: Readonly<Record<string, number>> = {
  // "no more than one request every three seconds", https://info.arxiv.org/help/api/tou.html
  'arxiv.org': 3000,
};

export type Manners = {
  /** The pause between two questions to a host that names none, in milliseconds. */
  pause: number;
  /** Hosts that are asked beside each other. */
  hosts: number;
  /** Days for which a good answer holds; others are asked for again. */
  holds: number;
  today: string;
};

/** @returns the outcome of every address; answers of before that still hold are taken over */
export async function askAll(
  addresses: readonly string[],
  before: Heard,
  world: World,
  { pause, hosts, holds, today }: Manners,
): Promise<Heard> {
  const heard: Heard = {};
  const open = addresses.filter((address) => {
    const last = before[address];
    if (!last || !isGood(last) || daysBetween(last.day, today) >= holds) return true;
    heard[address] = last;
    return false;
  });
  const queues = [...Map.groupBy(open, (address) => new URL(address).host)];
  const workers = Array.from({ length: Math.min(hosts, queues.length) }, async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) {
      const [host, list] = queue;
      for (const [index, address] of list.entries()) {
        if (index > 0) await world.wait(Math.max(pause, pauses[host] ?? 0));
        heard[address] = { ...(await ask(address, world)), day: today };
      }
    }
  });
  await Promise.all(workers);
  return Object.fromEntries(addresses.map((address) => [address, heard[address]!]));
}

const isGood = ({ verdict }: Pick<Outcome, 'verdict'>): boolean => verdict === 'alive' || verdict === 'moved';

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
