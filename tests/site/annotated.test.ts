/** What the survey adds to its papers, on the built pages. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { toVisibleText } from '../../scripts/check/html.ts';
import { listFiles } from '../../src/load/files.ts';

const { fixture, real } = inject('sites');
const read = (name: string, { folder } = fixture): string =>
  readFileSync(path.join(folder, name, 'index.html'), 'utf8')
    .replace(/\s+/g, ' ')
    .replaceAll('> <', '><');

/** From the tag that has `mark` in it, as many characters as are worth a look. */
const part = (html: string, mark: string, length = 4000): string => {
  const at = html.indexOf(mark);
  return at === -1 ? expect.fail(`no ${mark}`) : html.slice(at, at + length);
};

test('a paper at a glance leads to what shares its method, benchmark and year', () => {
  const glance = part(read('papers/slow-delta'), 'class="glance"', 1500);
  // A method of one paper has its line in the list, and no page of its own.
  for (const address of ['/methods/#dg', '/benchmarks/harbour-9/', '/years/2022/']) {
    expect(glance).toContain(`href="${address}"`);
    expect(read(address.replace(/#.*/, ''))).toContain('href="/papers/slow-delta/"');
  }
});

test('roles stand where they begin, and the result is marked and not said twice', () => {
  const page = read('papers/forty-constituents');
  expect(page).toMatch(/Problem<span class="hidden">: <\/span><\/span>We ask how many/);
  expect(page.match(/class="role/g)).toHaveLength(2);
  expect(page).toMatch(/<mark class="result">On nine harbours/);
  expect(page).not.toContain('class="headline"');
});

test('what stands next to a paper stands there with its reason', () => {
  const page = read('papers/forty-constituents');
  expect(part(page, 'id="used-by"')).toContain('/papers/slow-delta/');
  expect(part(page, 'id="related"', 800)).toMatch(/harbour-nine.*the same benchmark:.*\/benchmarks\/harbour-9\//);
  expect(part(page, 'id="related-elsewhere"', 9000)).toMatch(/unknotting.*in Knots.*shared terms:.*sweeping/);
  expect(part(read('papers/slow-delta'), 'id="builds-on"')).toContain('/papers/forty-constituents/');
}); // prettier-ignore

test('the first mention of a term leads to the glossary, and no other', () => {
  const terms = (name: string) => read(name).match(/(?<=#term-)[\w-]+" class="term">[^<]*/g);
  expect(terms('papers/slow-delta')).toEqual(['regime" class="term">regimes']);
  expect(terms('chapters/tides')).toEqual([
    'constituent" class="term">constituents',
    'moc" class="term">MOC',
  ]);
});

test('a chapter ends with what it cites, works without an address included', () => {
  const page = read('chapters/tides');
  const references = page.slice(page.indexOf('class="references"'));
  expect(references.match(/(?<=<li id=")[^"]*/g)).toEqual([
    'ref-slow-delta',
    'ref-work-doodson-1921',
    'ref-work-kelvin-again',
    'ref-work-kelvin1882',
    'ref-forty-constituents',
  ]);
  expect(page).toContain('href="#ref-work-kelvin1882"');
  expect(references.match(/(?<=class="reference-year">\()1882[^)]*/g)).toEqual(['1882a', '1882b']);
  expect(references).toMatch(
    /\(1882a\)<\/span>\.\s<span class="reference-title">A second lecture on tides<\/span>/,
  );
  expect(page.match(/Thomson 1882./g)).toEqual(['Thomson 1882b', 'Thomson 1882a']);
});

test('the papers of a chapter are compared in reading order, and counted by year', () => {
  const page = read('chapters/tides');
  const rows = [...part(page, 'data-sortable', 9000).matchAll(/<th scope="row">\s*<a href="\/papers\/([^/]*)/g)];
  expect(rows.map(([, slug]) => slug)).toEqual(['harbour-nine', 'forty-constituents', 'slow-delta']);
  expect(part(page, 'class="years"')).toMatch(/role="img" aria-labelledby="years-title years-description"/);
  expect(toVisibleText(part(page, '<tfoot'), 'tfoot')).toBe('All 1 0 1 1 3');
  expect(part(page, '<details')).toMatch(/Harmonic analysis<\/th>(?:<td class="number">\d<\/td>){4}/);
}); // prettier-ignore

test('every name of the real survey is in its index, with as many papers as it says', () => {
  const wrong = ['methods', 'benchmarks', 'years'].flatMap((kind) =>
    [...read(kind, real).matchAll(/<a href="([^"]+)">[^<]*<\/a>\s?(?:<span class="index-note">[^<]*<\/span>\s?)?<span class="figure">(\d+)/g)]
      .map(([, address = '', count]) => ({ address, count: Number(count) }))
      .filter(({ address, count }) => count <= 100 && countPapers(address) < count),
  );
  expect(wrong).toEqual([]);
}); // prettier-ignore

function countPapers(address: string): number {
  return read(address, real).match(/class="paper"/g)?.length ?? 0;
}

test('no list of the real survey is without bound', () => {
  const long = listFiles(real.folder, 'index.html')
    .filter((name) => /^(?:methods|benchmarks|authors|years)\//.test(name))
    .filter((name) => {
      const html = readFileSync(path.join(real.folder, name), 'utf8');
      return (html.match(/class="paper"/g)?.length ?? 0) > 200 || (html.match(/<li/g)?.length ?? 0) > 500;
    });
  expect(long).toEqual([]);
});

test('the sitemap has the indexes', () => {
  const sitemap = readFileSync(path.join(real.folder, 'sitemap-0.xml'), 'utf8');
  for (const name of ['glossary', 'methods', 'benchmarks/d4rl', 'authors', 'years/2023']) {
    if (!existsSync(path.join(real.folder, name))) continue;
    expect(sitemap).toContain(`/${name}/</loc>`);
  }
});

test('how the survey was made is told with its counts, and they add up', () => {
  const table = part(read('about', real), 'id="decisions"', 9000);
  const rows = [...table.matchAll(/<th scope="row">([^<]*)<\/th>((?:<td class="number">[^<]*<\/td>)+)/g)];
  const sums = rows.map(([, , cells = '']) =>
    [...cells.matchAll(/>([\d,]+)</g)].reduce((sum, [, count = '']) => sum + Number(count.replace(',', '')), 0),
  );
  expect(rows.length).toBeGreaterThan(10);
  expect(new Set(sums).size).toBe(1);
  expect(toVisibleText(read('about'), 'main')).toContain('Read and confirmed');
}); // prettier-ignore

test('a page says which of its formulas were restored, from what, and who says so', () => {
  const list = /<details class="restored".*?<\/details>/.exec(read('papers/forty-constituents'))?.[0] ?? '';
  expect(list).toContain('<summary>3 formulas restored from damaged text</summary>');
  const rows = list.split('<li>').slice(1);
  const tell = (row = '') => ({
    raw: /<code>(.*?)<\/code>/.exec(row)?.[1],
    tex: /<annotation encoding="application\/x-tex">(.*?)<\/annotation>/.exec(row)?.[1],
    by: toVisibleText(row.slice(row.indexOf('<span class="restored-by"')), 'span'),
    source: /<a href="([^"]*)"/.exec(row)?.[1],
  });
  expect(rows.map(tell)).toEqual([
    { raw: 'epsilon', tex: '\\epsilon', by: 'read as a formula', source: undefined },
    {
      raw: 'mathcal{O}left(T log (1/epsilon)right)',
      tex: '\\tilde{\\mathcal{O}}\\left(\\sqrt{T \\log (1/\\epsilon)}\\right)',
      by: 'settled by hand: the square root is in the published abstract source',
      source: 'https://tables.example.org/abstract',
    },
    { raw: 'T', tex: 'T', by: 'read as a formula', source: undefined },
  ]);
  expect(list).not.toContain('<script');
  expect(read('papers/slow-delta')).not.toContain('class="restored"');
});

test('as many pages of the real survey say so as were restored, and none of them says it twice', () => {
  const pages = listFiles(path.join(real.folder, 'papers'), 'index.html').map((name) =>
    readFileSync(path.join(real.folder, 'papers', name), 'utf8'),
  );
  const counts = pages.map((html) => html.match(/class="restored"/g)?.length ?? 0);
  expect(counts.filter((count) => count === 1).length).toBeGreaterThan(50);
  expect(Math.max(...counts)).toBe(1);
});
