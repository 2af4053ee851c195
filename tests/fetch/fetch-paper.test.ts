import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fetchPaper } from '../../scripts/fetch/index.ts';
import { startService, toFeed, type LocalService } from './service.ts';

let cache: string;
let service: LocalService;
let isKnown: boolean;

beforeEach(async () => {
  isKnown = true;
  cache = mkdtempSync(path.join(tmpdir(), 'fetched-'));
  service = await startService(({ url = '' }, response) => {
    const id = new URL(url, 'http://x').searchParams.get('id_list') ?? '';
    const feed = toFeed(isKnown ? { id, title: 'T', summary: 'S.', authors: [] } : undefined);
    response.writeHead(200, { 'content-type': 'application/atom+xml; charset=UTF-8' }).end(feed);
  });
});
afterEach(async () => {
  await service.close();
  rmSync(cache, { recursive: true });
});

const waits: number[] = [];
const fetchArxiv = (id: string): Promise<string> =>
  fetchPaper(
    'arxiv',
    id,
    { cache, userAgent: 'scholium', bases: { arxiv: `${service.base}/` }, wait: async (pause) => void waits.push(pause) },
    (text) => text.includes('<entry>'),
  ); // prettier-ignore

test('a paper is asked for once, and the next one after the pause that the service wants', async () => {
  const first = await fetchArxiv('2401.00001');
  expect(await fetchArxiv('2401.00001')).toBe(first);
  expect(service.asked.map(({ url }) => url)).toEqual(['/api/query?id_list=2401.00001&max_results=1']);
  expect(waits).toEqual([]);
  await fetchArxiv('hep-th/9901001');
  expect(service.asked.at(-1)?.url).toBe('/api/query?id_list=hep-th%2F9901001&max_results=1');
  expect(waits).toHaveLength(1);
  expect(waits[0]).toBeGreaterThan(0);
  expect(waits[0]).toBeLessThanOrEqual(3000);
});

test('that there is no such paper is not kept', async () => {
  isKnown = false;
  await expect(fetchArxiv('2401.00001')).rejects.toThrow('arXiv does not have 2401.00001');
  isKnown = true;
  expect(await fetchArxiv('2401.00001')).toContain('<entry>');
});

test('Crossref is told whom to write to, and gets the DOI as one part of its path', async () => {
  await service.close();
  service = await startService((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json;charset=utf-8' }).end('{}');
  });
  const options = { cache, userAgent: 'x', bases: { crossref: service.base }, mailto: 'a@b.example' };
  expect(await fetchPaper('crossref', '10.1000/a/b#c', options, () => true)).toBe('{}');
  expect(service.asked.map(({ url }) => url)).toEqual(['/works/10.1000%2Fa%2Fb%23c?mailto=a%40b.example']);
});
