import { expect, test } from 'vitest';
import { askAll, type Heard } from '../../scripts/links/ask-all.ts';

const today = '2026-03-20';
const manners = { pause: 500, hosts: 2, holds: 14, today };

/** A world of answers that writes down what was asked, and what was waited for. */
function makeWorld(statuses: Record<string, number> = {}) {
  const log: string[] = [];
  return {
    log,
    patience: 1000,
    fetch: async (address: string) => {
      log.push(address);
      return new Response(null, { status: statuses[address] ?? 200 });
    },
    wait: async (ms: number) => void log.push(`wait ${ms}`),
  };
}

test('one host is asked one question at a time, with a pause between', async () => {
  const world = makeWorld();
  await askAll(['https://a.museum/1', 'https://a.museum/2'], {}, world, manners);
  expect(world.log).toEqual(['https://a.museum/1', 'wait 500', 'https://a.museum/2']);
});

test('a host that names a pause is given it', async () => {
  const world = makeWorld();
  await askAll(['https://arxiv.org/abs/2001.00001', 'https://arxiv.org/abs/2001.00002'], {}, world, manners);
  expect(world.log).toContain('wait 3000');
});

test('hosts are asked beside each other', async () => {
  const world = makeWorld();
  await askAll(['https://a.museum/', 'https://b.museum/', 'https://c.museum/'], {}, world, manners);
  expect(world.log).toEqual(['https://a.museum/', 'https://b.museum/', 'https://c.museum/']);
});

test('a good answer holds for some days, any other is asked for again, and what nobody names is forgotten', async () => {
  const before: Heard = {
    'https://a.museum/good': { verdict: 'alive', answer: '200', day: '2026-03-10' },
    'https://a.museum/old': { verdict: 'alive', answer: '200', day: '2026-03-06' },
    'https://a.museum/dead': { verdict: 'dead', answer: '404 not found', day: '2026-03-19' },
    'https://a.museum/forgotten': { verdict: 'alive', answer: '200', day: '2026-03-19' },
  };
  const world = makeWorld({ 'https://a.museum/old': 410 });
  const addresses = ['https://a.museum/good', 'https://a.museum/old', 'https://a.museum/dead'];
  expect(await askAll(addresses, before, world, manners)).toEqual({
    'https://a.museum/good': { verdict: 'alive', answer: '200', day: '2026-03-10' },
    'https://a.museum/old': { verdict: 'dead', answer: '410 gone', day: today },
    'https://a.museum/dead': { verdict: 'alive', answer: '200', day: today },
  });
});
