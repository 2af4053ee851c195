/** Papers in one command, from files, from what is pasted, and from services that answer on this machine. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UsageError } from '../../scripts/commands/io.ts';
import { run } from '../../scripts/commands/new.ts';
import { errorFeed, startService, toEnvelope, toFeed, type LocalService } from '../fetch/service.ts';
import { makeFolder, readFolder } from '../fixtures/folders.ts';
import { sleepSurvey } from '../fixtures/sleep-survey.ts';
import { scholium, type Outcome } from './command-line.ts';

let dir: string;
let given: string;

const sheep = {
  id: '2401.00001',
  title: 'Slow Sheep at $\\alpha$-Fences',
  summary: 'We show that sheep sleep after $O(\\log n)$ fences. A shepherd is not needed.',
  authors: ['Ann Shepherd', 'Bob Fold'],
};
const pasted =
  'Quiet Sheep in the Meadow\n\nAbstract\nWe count the sheep of a meadow\nwith $n^2$ fences. They sleep.\n';

beforeEach(() => {
  dir = makeFolder(sleepSurvey({ 'records/counting-sheep.json': `${JSON.stringify({ slug: 'counting-sheep', title: 'Counting sheep', abstract: 'Flocks that cross a fence are counted by a shepherd who stays awake until the last lamb has reached the far meadow.', sightings: [] })}\n` }));
  given = path.join(dir, '..', `${path.basename(dir)}-given`);
  mkdirSync(given);
}); // prettier-ignore
afterEach(() => {
  rmSync(dir, { recursive: true });
  rmSync(given, { recursive: true });
});

const give = (name: string, text: string): string => {
  const file = path.join(given, name);
  writeFileSync(file, text);
  return file;
};

type Given = { input?: string; added?: string; offline?: boolean };

/** The command without its process, which alone takes a second. */
async function addWith({ input = '', added = '2026-03-04', offline = true }: Given, ...args: string[]): Promise<Outcome> {
  const printed = { stdout: '', stderr: '' };
  const io = {
    print: (text: string) => void (printed.stdout += text),
    printError: (text: string) => void (printed.stderr += text),
    readInput: async () => input,
    isTyped: false,
    isTerminal: false,
    colour: false,
  };
  const status = await run({ content: dir, site: 'dist', offline, added }, args, io).then(
    (isClean) => (isClean ? 0 : 1),
    (error: unknown) => {
      if (!(error instanceof UsageError)) throw error;
      printed.stderr += error.message;
      return 2;
    },
  );
  return { status, ...printed };
} // prettier-ignore
const add = (...args: string[]): Promise<Outcome> => addWith({}, ...args);
const read = (name: string): string => readFileSync(path.join(dir, name), 'utf8');

describe('a paper that is given', async () => {
  const bibtex = `@article{shepherd, title = {${sheep.title}}, author = {Shepherd, Ann}, journal = {Journal of Sheep},
  year = 2024, pages = {1--9}, abstract = {${sheep.summary}}}\n`;
  const ris = `TY  - JOUR\nTI  - ${sheep.title}\nAU  - Shepherd, Ann\nPY  - 2024\nAB  - ${sheep.summary}\nER  - \n`;
  const items = JSON.stringify([{ type: 'article-journal', title: sheep.title, author: [{ family: 'Shepherd', given: 'Ann' }], abstract: sheep.summary }]); // prettier-ignore
  const note = JSON.stringify({ notes: [{ id: 'abcDEF_12', forum: 'abcDEF_12', content: { title: { value: sheep.title }, authors: { value: ['Ann Shepherd'] }, abstract: { value: sheep.summary } } }] }); // prettier-ignore
  const line = `${JSON.stringify({ title: sheep.title, abstract: sheep.summary, authors: ['Ann Shepherd'] })}\n`;

  test.each([
    ['a.bib', bibtex],
    ['a.ris', ris],
    ['a.json', items],
    ['notes.json', note],
    ['a.jsonl', line],
    ['a.xml', toFeed({ ...sheep, authors: ['Ann Shepherd'] })],
  ])('as %s gets a record and a page, and is kept byte for byte', async (name, text) => {
    const { status, stdout, stderr } = await add(give(name, text));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(read(`listings/added/${name}`)).toBe(text);
    expect(read('listings/captures.yml')).toBe(`flock.txt: 2026-01-31\nadded/${name}: 2026-03-04\n`);
    const page = read('papers/sleep/slow-sheep-at-alpha-fences.mdx');
    expect(page).toContain('authors: [Ann Shepherd]');
    expect(page).toContain('We show that sheep sleep after $O(\\log n)$ fences.\nA shepherd is not needed.');
    const record = JSON.parse(read('records/slow-sheep-at-alpha-fences.json'));
    expect(record).toMatchObject({ added: '2026-03-04', sightings: [{ listing: `added/${name}` }] });
    expect(stdout).toContain(
      `  page       ${path.join(dir, 'papers/sleep/slow-sheep-at-alpha-fences.mdx')}\n`,
    );
    expect(stdout).toMatch(/^ {2}filed in {3}sleep, Sheep .*: \d+ % sure, for "sleep", "sheep"$/m);
    expect(stdout).toMatch(/^ {2}formulas {3}2 as they were given$/m);
    expect(stdout).toContain('Added 1 paper');
  });

  test('is ingested and generated again without a change', async () => {
    const again = (): number[] => ['ingest', 'generate'].map((name) => scholium([name, '--content', dir]).status ?? 9);
    expect(again()).toEqual([0, 0]);
    await add(give('a.bib', bibtex));
    const before = readFolder(dir);
    expect(again()).toEqual([0, 0]);
    expect(readFolder(dir)).toEqual(before);
  }); // prettier-ignore

  test('on standard input, as title and abstract: broken lines are joined', async () => {
    const { status, stdout } = await addWith({ input: pasted }, '-');
    expect(status).toBe(0);
    expect(read('listings/added/quiet-sheep-in-the-meadow.pasted.txt')).toBe(pasted);
    expect(read('papers/sleep/quiet-sheep-in-the-meadow.mdx')).toMatch(
      /^title: Quiet Sheep in the Meadow\n[^]*\n\nWe count the sheep of a meadow with \$n\^2\$ fences\.\nThey sleep\.\n$/m,
    );
    expect(stdout).toMatch(/^ {2}look at {4}the authors, which nobody gave; the year, which nobody gave$/m);
  }); // prettier-ignore

  test('on standard input, in a format for machines', async () => {
    expect((await addWith({ input: bibtex }, '-')).status).toBe(0);
    expect(read('listings/added/pasted.bib')).toBe(bibtex);
  });

  test('in two files is one paper; a name that is taken gets a number', async () => {
    await add(give('a.bib', bibtex));
    const bare = '@misc{q, title = {Quiet Sheep in the Meadow}, author = {Fold, Bob}}\n';
    expect((await add(give('a.bib', bare), give('q.pasted.txt', pasted))).status).toBe(0);
    expect(read('listings/added/a-2.bib')).toBe(bare);
    expect(read('papers/sleep/quiet-sheep-in-the-meadow.mdx')).toContain('authors: [Bob Fold]');
  });

  test('beside others that cannot be read: each is shown where it stands in the file given', async () => {
    const file = give('a.bib', `${bibtex}@article{open, title = {Never closed\n`);
    const { status, stderr } = await add(file);
    expect(status).toBe(0);
    expect(stderr).toContain(`${file}:3:1: warning: Unexpected entry`);
    expect(existsSync(path.join(dir, 'papers/sleep/slow-sheep-at-alpha-fences.mdx'))).toBe(true);
  });
});

describe('nothing is written, and the answer says why', async () => {
  const known = [
    ['by its title', '@misc{a, title = {Counting Sheep}, abstract = {Flocks that cross a fence are counted by a shepherd.}}'],
    ['by the id that its page has', '@misc{a, title = {Another title}, eprint = {2001.00001}, abstract = {Other words.}}'],
  ]; // prettier-ignore
  test.each(known)('for a paper that the survey has, %s: its page is named', async (_, text) => {
    const before = readFolder(dir);
    const { status, stdout, stderr } = await add(give('a.bib', text));
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(`is in the survey: ${path.join(dir, 'papers/sleep/counting-sheep.mdx')}\n`);
    expect(stderr).toContain('Nothing was written.');
    expect(readFolder(dir)).toEqual(before);
  });

  test('for a paper that was withdrawn: the reason is named', async () => {
    scholium(['withdraw', 'counting-sheep', '--why', 'its authors asked', '--content', dir]);
    const { status, stderr } = await add(give('a.bib', known[0]?.[1] ?? ''));
    expect(status).toBe(1);
    expect(stderr).toContain('"Counting Sheep" was withdrawn as counting-sheep: its authors asked');
  });

  test('where some papers of a file are known and others are not', async () => {
    const { status, stderr } = await add(give('a.bib', `${known[0]?.[1]}\n@misc{b, title = {New}, abstract = {It is new.}}\n`));
    expect(status).toBe(1);
    expect(stderr).toContain('The other 1 of the papers given would be new');
  }); // prettier-ignore

  test.each([
    ['no file and no id', ['nothing.bib'], 2, /there is no such file, and it is no arXiv id/],
    ['an id without a network', ['2306.06265'], 2, /only arXiv knows it/],
    ['a DOI without a network', ['https://doi.org/10.1000/x'], 2, /only Crossref knows it/],
    ['OpenReview', ['https://openreview.net/forum?id=abcDEF_12'], 2, /api2\.openreview\.net\/notes\?id=abcDEF_12/],
    ['a folder', ['tests'], 2, /Unexpected folder tests/],
    ['standard input twice', ['-', '-'], 2, /standard input once/],
  ])('for %s', async (_, args, expected, message) => {
    const { status, stderr } = await add(...args);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(expected);
  }); // prettier-ignore

  test.each([
    ['a.bib', '% nothing\n', 1, /error: no paper in .*a\.bib/],
    ['a.bib', '@misc{a, title = {Bare}}\n', 1, /Unexpected paper without an abstract: "Bare"[^]*error: no abstract in .*a\.bib\n {2}hint: Give title and abstract/],
    ['a.xyz', '<sheep/>', 1, /Unexpected format of a listing/],
    ['a.pasted.txt', 'Only a title\n', 1, /a\.pasted\.txt:1:1: warning: Unexpected end of the text: it has one paragraph/],
    ['a.json', '[{"type": "book", "title": "Cut off', 1, /a\.json:1:36: warning: Unexpected JSON: end of the file/],
  ])('for %s with %j', async (name, text, expected, message) => {
    const before = readFolder(dir);
    const { status, stderr } = await add(give(name, text));
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(expected);
    expect(readFolder(dir)).toEqual(before);
  }); // prettier-ignore

  test('where the page would have errors', async () => {
    const before = readFolder(dir);
    const { status, stdout, stderr } = await add(give('a.bib', '@misc{a, title = {Hidden\u202e sheep}, abstract = {They hide.}}'));
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/papers\/sleep\/hidden-sheep\.mdx:2:14: error: Unexpected .*\[text-visible\]/);
    expect(stderr).toMatch(/Nothing was written\.\n$/);
    expect(readFolder(dir)).toEqual(before);
  }); // prettier-ignore

  test('for a day that is none', async () => {
    expect(await addWith({ added: '2026-02-30' }, '-')).toMatchObject({ status: 2 });
    expect(await addWith({ added: 'May' }, '-')).toMatchObject({ status: 2, stderr: expect.stringMatching(/Unexpected day "May"/) as unknown });
  }); // prettier-ignore

  test('from the command line, with its exit codes', () => {
    const added = (...args: string[]): Outcome => scholium(['new', '--content', dir, ...args]);
    expect(added()).toMatchObject({ status: 2, stderr: expect.stringMatching(/missing required argument/) as unknown });
    expect(added('--offline', '2306.06265')).toMatchObject({ status: 2 });
    expect(added(give('a.bib', '% nothing\n'))).toMatchObject({ status: 1, stdout: '' });
  }); // prettier-ignore

  test('for a file that is no UTF-8: the place is named', async () => {
    const file = give('a.bib', '');
    writeFileSync(file, Buffer.from('@misc{a,\n title = {\xdcber}}', 'latin1'));
    const { status, stderr } = await add(file);
    expect(stderr).toContain(`${file}:2:11: unexpected bytes that are not UTF-8`);
    expect(status).toBe(2);
  });
});

describe('a paper that a service knows', async () => {
  let service: LocalService;
  afterEach(async () => {
    vi.unstubAllEnvs();
    await service.close();
  });

  /** Runs the command with both services on this machine. */
  const ask = async (id: string, type: string, body: string, status = 200): Promise<Outcome> => {
    service = await startService((_, response) => void response.writeHead(status, { 'content-type': type }).end(body));
    vi.stubEnv('SCHOLIUM_ARXIV', service.base);
    vi.stubEnv('SCHOLIUM_CROSSREF', service.base);
    vi.stubEnv('SCHOLIUM_MAILTO', 'ann@sheep.example');
    return addWith({ offline: false }, id);
  }; // prettier-ignore

  test.each(['2401.00001', 'arXiv:2401.00001v2', 'https://arxiv.org/pdf/2401.00001', 'https://doi.org/10.48550/arXiv.2401.00001'])('from arXiv: %s', async (id) => {
    const { status, stdout, stderr } = await ask(id, 'application/atom+xml; charset=UTF-8', toFeed(sheep));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`Kept ${path.join(dir, 'listings/added/2401.00001.atom')} (from arXiv).\n`);
    expect(read('listings/added/2401.00001.atom')).toBe(toFeed(sheep));
    expect(service.asked.map(({ url, headers }) => [url, headers['user-agent']])).toEqual([
      ['/api/query?id_list=2401.00001&max_results=1', expect.stringMatching(/^scholium\/\d+\.\d+\.\d+ \(\+https:\/\/example\.org\/owner\/survey; mailto:ann@sheep\.example\)$/)],
    ]);
    const page = read('papers/sleep/slow-sheep-at-alpha-fences.mdx');
    expect(page).toMatch(/^title: Slow Sheep at \$\\alpha\$-Fences\nauthors: \[Ann Shepherd, Bob Fold\]\nyear: 2024\narxiv: "2401.00001"\n/m);
    expect(page).toContain('$O(\\log n)$');
  }); // prettier-ignore

  const work = {
    DOI: '10.1000/sheep.1',
    type: 'proceedings-article',
    title: ['Restless Sheep'],
    'container-title': ['Proceedings of the Fold'],
    author: [{ given: 'Ann', family: 'Shepherd', sequence: 'first' }],
    issued: { 'date-parts': [[2023, 5]] },
    page: '1-9',
    abstract: '<jats:title>Abstract</jats:title><jats:p>We count restless sheep.</jats:p>',
  };

  test('from Crossref, with its abstract', async () => {
    const body = toEnvelope(work);
    const { status, stderr } = await ask('10.1000/sheep.1', 'application/json', body);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(service.asked[0]?.url).toBe('/works/10.1000%2Fsheep.1?mailto=ann%40sheep.example');
    expect(read('listings/added/10.1000-sheep.1.json')).toBe(body);
    expect(read('papers/sleep/restless-sheep.mdx')).toMatch(/We count restless sheep\.\n$/);
    expect(JSON.parse(read('records/restless-sheep.json')).listed.extra).toMatchObject({
      type: 'paper-conference',
      issued: '2023-05',
      page: '1-9',
    });
  });

  test('from Crossref without an abstract: it asks for one, and takes it', async () => {
    const { abstract: _, ...bare } = work;
    const refused = await ask('10.1000/sheep.1', 'application/json', toEnvelope(bare));
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain(
      'error: Crossref has no abstract of 10.1000-sheep.1\n  hint: Give title and abstract',
    );
    const input = 'Restless sheep\n\nWe count restless sheep.\n';
    const { status, stderr } = await addWith({ offline: false, input }, '10.1000/sheep.1', '-');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(read('papers/sleep/restless-sheep.mdx')).toContain('doi: 10.1000/sheep.1');
    expect(service.asked).toHaveLength(1);
  });

  test.each([
    ['arXiv does not know', '2401.99999', 'application/atom+xml', toFeed(), 200, /error: arXiv does not have 2401\.99999\n {2}hint: Look the id up/],
    ['arXiv says is none', '1234.12345', 'application/atom+xml', errorFeed, 200, /error: arXiv does not have 1234\.12345/],
    ['Crossref does not know', '10.5281/zenodo.1', 'text/plain', 'Resource not found.', 404, /error: Crossref does not have http[^]*hint: DOIs of DataCite/],
    ['is answered with a page to log in', '2401.00001', 'text/html', '<p>Log in', 200, /error: arXiv answered with text\/html/],
  ])('nothing is written for an id that %s', async (_, id, type, body, status, message) => {
    const before = readFolder(dir);
    const outcome = await ask(id, type, body, status);
    expect(outcome.stderr).toMatch(message);
    expect(outcome.stderr).toMatch(/Nothing was written\.\n$/);
    expect(outcome).toMatchObject({ status: 1, stdout: '' });
    expect(readFolder(dir)).toEqual(before);
  }); // prettier-ignore

  test('an answer that was cut in the middle is a finding at the place of the cut', async () => {
    const feed = toFeed(sheep);
    const cut = feed.slice(0, feed.indexOf('</summary>'));
    const { status, stderr } = await ask('2401.00001', 'application/atom+xml', cut);
    expect(status).toBe(1);
    expect(stderr).toMatch(/arXiv:8:3: warning: Unexpected unfinished entry/);
    expect(stderr).toMatch(/Nothing was written\.\n$/);
  });
});
