/** Answers as RFC 9110 describes them, from a host on this machine: no address outside it is asked for. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../../scripts/links/ask.ts';
import { judgeFailure } from '../../scripts/links/verdict.ts';
import { startHost, status, type Host, type Temper } from './answering-host.ts';

const noHead: Temper = (request, response) =>
  status(request.method === 'HEAD' ? 405 : 200)(request, response);
const lyingHead: Temper = (request, response) =>
  status(request.method === 'HEAD' ? 404 : 200)(request, response);
let tries = 0;
const patientAfter429: Temper = (request, response) =>
  status(tries++ < 1 ? 429 : 200, { 'retry-after': '7' })(request, response);

let host: Host;
beforeAll(async () => {
  host = await startHost({
    '/alive': status(200),
    '/empty': status(204),
    '/moved': status(301, { location: '/alive' }),
    '/moved-twice': status(308, { location: '/moved' }),
    '/moved-away': status(301, { location: '/gone' }),
    '/for-now': status(302, { location: '/alive' }),
    '/round': status(301, { location: '/round' }),
    '/nowhere': status(301, { location: 'file:///etc/hosts' }),
    '/gone': status(410),
    '/forbidden': status(403),
    '/busy': status(503),
    '/broken': status(500),
    '/too-many': status(429, { 'retry-after': '5' }),
    '/later': status(429, { 'retry-after': '86400' }),
    '/once-too-many': patientAfter429,
    '/no-head': noHead,
    '/lying-head': lyingHead,
    '/silent': () => {},
    '/reset': (request) => void request.socket.resetAndDestroy(),
    '/half': (_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    },
  });
});
afterAll(() => host.close());

const waits: number[] = [];
const world = (patience: number) => ({
  fetch,
  patience,
  wait: async (ms: number) => void waits.push(ms),
});

test.each([
  ['/alive', { verdict: 'alive', answer: '200' }],
  ['/empty', { verdict: 'alive', answer: '204' }],
  ['/for-now', { verdict: 'alive', answer: '200' }],
  ['/no-head', { verdict: 'alive', answer: '200' }],
  ['/lying-head', { verdict: 'alive', answer: '200' }],
  ['/half', { verdict: 'alive', answer: '200' }],
  ['/missing', { verdict: 'dead', answer: '404 not found' }],
  ['/gone', { verdict: 'dead', answer: '410 gone' }],
  ['/moved-away', { verdict: 'dead', answer: '410 gone' }],
  ['/forbidden', { verdict: 'blocked', answer: '403 refuses programs' }],
  ['/busy', { verdict: 'blocked', answer: '503 refuses programs, or is being mended' }],
  ['/too-many', { verdict: 'blocked', answer: '429 too many questions' }],
  ['/later', { verdict: 'blocked', answer: '429 too many questions' }],
  ['/broken', { verdict: 'unreachable', answer: '500' }],
  ['/reset', { verdict: 'unreachable', answer: 'connection reset' }],
  ['/round', { verdict: 'unreachable', answer: 'more than 5 redirections' }],
  ['/nowhere', { verdict: 'unreachable', answer: '301 to what is no address' }],
])('%s is judged', async (path, outcome) => {
  expect(await ask(host.origin + path, world(60_000))).toEqual(outcome);
});

test.each(['/moved', '/moved-twice'])('%s says where it is now', async (path) => {
  expect(await ask(host.origin + path, world(60_000))).toEqual({
    verdict: 'moved',
    answer: '200',
    target: `${host.origin}/alive`,
  });
});

test('a host that never answers is given up', async () => {
  expect(await ask(`${host.origin}/silent`, world(50))).toEqual({
    verdict: 'unreachable',
    answer: 'time-out',
  });
});

test('nobody listens', async () => {
  const closed = await startHost({});
  await closed.close();
  expect(await ask(`${closed.origin}/`, world(60_000))).toEqual({
    verdict: 'unreachable',
    answer: 'connection refused',
  });
});

test('a name that no host has is dead', () => {
  const cause = Object.assign(new Error('getaddrinfo ENOTFOUND no.invalid'), { code: 'ENOTFOUND' });
  expect(judgeFailure(new TypeError('fetch failed', { cause }))).toEqual({
    verdict: 'dead',
    answer: 'no such host',
  });
  expect(judgeFailure(new Error('something else'))).toMatchObject({ verdict: 'unreachable' });
});

test('a host that asks for time is given it, once', async () => {
  waits.length = 0;
  expect(await ask(`${host.origin}/once-too-many`, world(60_000))).toMatchObject({ verdict: 'alive' });
  expect(waits).toEqual([7000]);
});

test('the page itself is asked for only where HEAD says little', async () => {
  host.asked.length = 0;
  await ask(`${host.origin}/alive`, world(60_000));
  await ask(`${host.origin}/gone`, world(60_000));
  expect(host.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'HEAD /alive',
    'HEAD /gone',
    'GET /gone',
  ]);
});
