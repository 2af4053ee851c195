/** A service may do anything; whoever asked learns what it did, and what to do. */
import { afterEach, describe, expect, test } from 'vitest';
import type { RequestListener } from 'node:http';
import { request, ServiceError, type RequestOptions } from '../../scripts/fetch/request.ts';
import { startService, type LocalService } from './service.ts';

let service: LocalService | undefined;
afterEach(() => service?.close());

/** Asks a service that answers so. @returns the answer or the message, and how long it was waited for */
async function ask(answer: RequestListener, options: Partial<RequestOptions> = {}) {
  const own = await startService(answer);
  service = own;
  const waits: number[] = [];
  const wait = async (milliseconds: number): Promise<void> => void waits.push(milliseconds);
  const settings = { service: 'Hive', types: /^text\/plain/, userAgent: 'scholium/0 (+https://x.example)', otherwise: 'Look it up.', wait, ...options };
  const outcome = await request(`${own.base}/paper`, settings).then(
    (text) => ({ text }),
    (error: unknown) => {
      if (!(error instanceof ServiceError)) throw error;
      return { message: error.message.replaceAll(own.base, 'BASE'), hint: error.hint };
    },
  );
  return { ...outcome, waits, asked: own.asked };
} // prettier-ignore

const plain = { 'content-type': 'text/plain; charset=utf-8' };

test('an answer is text as it came, and the service knows who asks', async () => {
  const { text, asked, waits } = (await ask((_, response) => {
    response.writeHead(200, plain).end('\uFEFFhoney ü\r\n');
  })) as { text: string; asked: LocalService['asked']; waits: number[] };
  expect(text).toBe('\uFEFFhoney ü\r\n');
  expect(asked.map(({ url, headers }) => [url, headers['user-agent']])).toEqual([
    ['/paper', 'scholium/0 (+https://x.example)'],
  ]);
  expect(waits).toEqual([]);
});

/** Answers one after the other; the last one again and again. */
function inTurn(...answers: RequestListener[]): RequestListener {
  let count = 0;
  return (asked, response) => answers[Math.min(count++, answers.length - 1)]?.(asked, response);
}

const good: RequestListener = (_, response) => void response.writeHead(200, plain).end('honey');
const status =
  (code: number, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    void response.writeHead(code, headers).end('no');

describe('a service that is busy is asked again', () => {
  test.each([
    ['after the seconds it names', inTurn(status(429, { 'retry-after': '7' }), good), [7000]],
    ['after its trouble, later each time', inTurn(status(500), status(502), good), [5000, 10_000]],
    ['at once, where the date it names is past', inTurn(status(503, { 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }), good), [0]],
  ])('%s', async (_, answer, expected) => {
    const { waits, ...rest } = await ask(answer);
    expect(rest).toMatchObject({ text: 'honey' });
    expect(waits).toEqual(expected);
  }); // prettier-ignore
});

describe('faults', () => {
  const slow: RequestListener = () => {};
  const drip: RequestListener = (_, response) => void response.writeHead(200, plain).write('honey');
  const cut: RequestListener = (_, response) => {
    response.writeHead(200, { ...plain, 'content-length': '100' }).write('honey', () => response.destroy());
  };
  const huge: RequestListener = (_, response) => void response.writeHead(200, plain).end('h'.repeat(2000));
  const html: RequestListener = (_, response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Log in');
  const binary: RequestListener = (_, response) =>
    void response.writeHead(200, plain).end(Buffer.from([0xff, 0xfe, 0x00]));
  const to = (place: string): RequestListener => status(302, { location: place });

  test.each<[string, RequestListener, RegExp, Partial<RequestOptions>]>([
    ['no answer', slow, /^Hive did not answer within 0\.2 s$/, { timeout: 200 }],
    ['an answer that never ends', drip, /^Hive did not answer within 0\.2 s$/, { timeout: 200 }],
    ['a connection that is cut', cut, /^Hive broke off its answer/, {}],
    ['too much', huge, /^Hive answered with more than 1000 bytes/, { most: 1000 }],
    ['another type', html, /^Hive answered with text\/html, which is no record of a paper$/, {}],
    ['no type', status(200), /^Hive answered with nothing/, {}],
    ['bytes that are no text', binary, /^Hive answered with bytes that are not UTF-8$/, {}],
    ['no such paper', status(404), /^Hive does not have BASE\/paper$/, {}],
    ['a refusal', status(403), /^Hive refused the question \(status 403\)$/, {}],
    ['trouble without end', status(500), /^Hive could not answer, asked 3 times \(status 500\)$/, {}],
    ['too many requests without end', status(429), /^Hive could not answer, asked 3 times \(status 429\)$/, {}],
    ['a long wait', status(429, { 'retry-after': '3600' }), /^Hive asks to wait 3600 s/, {}],
    ['a circle', to('/paper'), /^Hive leads in a circle \(5 redirects from BASE\/paper\)$/, {}],
    ['another host', to('http://localhost:1/x'), /^Hive leads elsewhere: http:\/\/localhost:1\/x$/, {}],
    ['another protocol', to('file:///etc/hosts'), /^Hive leads elsewhere: file:/, {}],
  ])('%s', async (_, answer, message, options) => {
    const outcome = await ask(answer, options);
    expect(outcome).toMatchObject({ message: expect.stringMatching(message) as unknown });
    expect(outcome).toMatchObject({ hint: expect.stringMatching(/^(?:Try again later|Look it up)/) as unknown });
  }); // prettier-ignore

  test('a redirect on the same host is followed', async () => {
    const outcome = await ask((asked, response) =>
      asked.url === '/paper' ? to('/v2/paper')(asked, response) : good(asked, response),
    );
    expect(outcome).toMatchObject({ text: 'honey' });
  });

  test('a service that is not there', async () => {
    const gone = await startService(good);
    await gone.close();
    const settings = { service: 'Hive', types: /x/, userAgent: 'x', otherwise: '' };
    await expect(request(gone.base, settings)).rejects.toThrow(/^Hive cannot be reached \(ECONNREFUSED\)$/);
  });
});
