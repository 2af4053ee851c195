/** Of two pages that become one, what people wrote on either stands on it; where both did, a conflict names both. */
import { expect, test } from 'vitest';
import { emitKnownPage, emitNewPage, toSentences, type Draft } from '../../scripts/emit/index.ts';
import { uniteRecords } from '../../scripts/emit/unite.ts';
import { makeReport } from '../../src/contract/findings.ts';
import { readPage, type Page } from '../../src/contract/page.ts';
import type { PaperRecord } from '../../src/contract/record.ts';
import type { FrontMatter } from '../../src/contract/schema.ts';

const fields: FrontMatter = {
  title: 'Counting sheep',
  year: 2020,
  venue: 'SLEEP 2020',
  chapter: 'sleep',
  section: 'Sheep',
  also: ['dreams'],
};

type Edited = { page: Page; record: PaperRecord };
type Options = { fields?: Partial<FrontMatter>; abstract?: string; record?: Partial<PaperRecord> };

const draftOf = ({
  fields: own = {},
  abstract = 'We count sheep. We use $n$ fences. It works.',
}: Options): Draft => ({
  fields: { ...fields, ...own },
  abstract: toSentences(abstract),
});

function read(path: string, source: string): Page {
  const page = readPage(path, source, makeReport());
  return page ?? expect.fail(source);
}

/** A page as it was generated, then edited. */
function make(
  slug: string,
  edit: (source: string) => string = (source) => source,
  options: Options = {},
): Edited {
  const { path, source, written } = emitNewPage(slug, draftOf(options));
  const record = { slug, title: '', abstract: '', sightings: [], written, ...options.record };
  return { page: read(path, edit(source)), record };
}

function unite(keep: Edited, drop: Edited) {
  const { changes, path = '', conflicts } = uniteRecords(keep.record, drop.record, [keep.page, drop.page]);
  const page = read(path, changes.get(path) ?? '');
  const record = JSON.parse(changes.get(`records/${keep.record.slug}.json`) ?? '') as PaperRecord;
  return { page, record, conflicts, changes };
}

/** Generates the page that stays again. */
function again({ page, record }: Edited, options: Options = {}): ReturnType<typeof emitKnownPage> {
  return emitKnownPage(page, record, draftOf(options));
}

const replace = (from: string, to: string) => (source: string) => {
  expect(source).toContain(from);
  return source.replace(from, to);
};

test('without edits the page that stays is as it was, but for its aliases', () => {
  const keep = make('keep');
  const { page, record, conflicts } = unite(keep, make('drop', undefined, { fields: { venue: 'BED 2020' } }));
  expect(page.source).toBe(keep.page.source.replace('also: [dreams]\n', 'also: [dreams]\naliases: [drop]\n'));
  expect([record.edited, record.confirmed, record.conflicts, conflicts]).toEqual([
    undefined,
    undefined,
    undefined,
    [],
  ]);
});

test('a field that people changed on the page that goes wins over the generated one, and stays', () => {
  const keep = make('keep', undefined, { fields: { venue: 'BED 2020' } });
  const united = unite(keep, make('drop', replace('venue: SLEEP 2020', 'venue: NAP 2020')));
  expect(united.page.data.venue).toBe('NAP 2020');
  expect(united.record.edited).toEqual(['venue']);
  expect(united.conflicts).toEqual([]);
  const next = again(united, { fields: { venue: 'BED 2020' } });
  expect(next).toMatchObject({ source: united.page.source, edited: ['venue'], conflicts: [] });
});

test('a field that people removed on the page that goes is removed', () => {
  const united = unite(make('keep'), make('drop', replace('venue: SLEEP 2020\n', '')));
  expect(united.page.data).not.toHaveProperty('venue');
  expect(again(united).source).toBe(united.page.source);
});

test('a field that people changed to what the other page has by chance stays theirs', () => {
  const keep = make('keep', undefined, { fields: { year: 2021 } });
  const united = unite(keep, make('drop', replace('year: 2020', 'year: 2021')));
  const next = again(united, { fields: { year: 2022 } });
  expect(read(united.page.path, next.source).data.year).toBe(2021);
  expect(next.conflicts).toEqual([{ field: 'year', page: 2021, generated: 2022 }]);
});

test('a field that people changed on both is kept, and a conflict names both until somebody settles it', () => {
  const keep = make('keep', replace('venue: SLEEP 2020', 'venue: BED 2020'));
  const united = unite(keep, make('drop', replace('venue: SLEEP 2020', 'venue: NAP 2020')));
  const conflict = { field: 'venue', page: 'BED 2020', generated: 'NAP 2020', from: 'drop' };
  expect(united.page.data.venue).toBe('BED 2020');
  expect(united.conflicts).toEqual([conflict]);
  expect(united.record.conflicts).toEqual([conflict]);
  expect(again(united).conflicts).toEqual([conflict]);
  const settled = read(united.page.path, united.page.source.replace('BED 2020', 'NAP 2020'));
  expect(again({ ...united, page: settled }).conflicts).toEqual([]);
});

test('chapter and section go together, and the page with them', () => {
  const moved = (source: string): string =>
    source.replace('chapter: sleep\nsection: Sheep\nalso: [dreams]', 'chapter: dreams\nsection: Nightmares');
  const { page, changes } = unite(make('keep'), make('drop', moved));
  expect(page.data).toMatchObject({ chapter: 'dreams', section: 'Nightmares' });
  expect(page.data).not.toHaveProperty('also');
  expect(page.path).toBe('papers/dreams/keep.mdx');
  expect(changes.get('papers/sleep/keep.mdx')).toBeNull();
});

test('what people confirmed on either page stays confirmed, where it stands', () => {
  const drop = make('drop', undefined, {
    fields: { method: 'NAP', venue: 'BED 2020' },
    record: { confirmed: ['method', 'venue'] },
  });
  const keep = make('keep', undefined, { record: { confirmed: ['venue', 'year'] } });
  const united = unite(keep, drop);
  expect(united.page.data).toMatchObject({ method: 'NAP', venue: 'SLEEP 2020' });
  expect(united.record.confirmed).toEqual(['method', 'venue', 'year']);
  expect(united.conflicts).toEqual([
    { field: 'venue', page: 'SLEEP 2020', generated: 'BED 2020', from: 'drop' },
  ]);
});

test('a sentence and a formula that people changed on the page that goes win over generated ones, and stay', () => {
  const keep = make('keep', replace('We count sheep.', 'We count all sheep.'), {
    abstract: 'We count sheep. We use $N$ fences. It works.',
  });
  const united = unite(keep, make('drop', replace('$n$', '$n_0$')));
  expect(united.page.source).toContain('We count all sheep.\nWe use $n_0$ fences.\nIt works.\n');
  expect(united.record.edited).toEqual(['abstract']);
  expect(united.conflicts).toEqual([]);
  const next = again(united, { abstract: 'We count sheep. We use $N$ fences. It works well.' });
  expect(next.source).toContain('We count all sheep.\nWe use $n_0$ fences.\nIt works well.\n');
  expect(next.conflicts).toEqual([]);
});

test('sentences that people added and removed on the page that goes are added and removed', () => {
  const drop = make('drop', (source) =>
    replace('It works.', 'We were there.')(replace('We count sheep.\n', '')(source)),
  );
  const { page } = unite(make('keep'), drop);
  expect(page.source).toMatch(/---\n\nWe use \$n\$ fences\.\nWe were there\.\n$/);
});

test('a sentence that people changed on both is kept, and a conflict names both', () => {
  const keep = make('keep', replace('It works.', 'It works well.'));
  const united = unite(keep, make('drop', replace('It works.', 'It may work.')));
  const conflict = { field: 'abstract', page: 'It works well.', generated: 'It may work.', from: 'drop' };
  expect(united.page.source).toContain('It works well.\n');
  expect(united.page.source).not.toContain('It may work.');
  expect(united.conflicts).toEqual([conflict]);
  expect(again(united).conflicts).toEqual([conflict]);
});

test('a sentence that people removed from one page and changed on the other is a conflict', () => {
  const keep = make('keep', replace('It works.\n', ''));
  const united = unite(keep, make('drop', replace('It works.', 'It may work.')));
  expect(united.page.source).not.toContain('It may work.');
  expect(united.conflicts).toEqual([
    { field: 'abstract', page: '', generated: 'It may work.', from: 'drop' },
  ]);
});

test('an edit in a text that is another one altogether does not replace the text that stays: it is a conflict', () => {
  const keep = make('keep', undefined, { abstract: 'Lambs are many. So do we.' });
  const united = unite(keep, make('drop', replace('It works.', 'It may work. Often.')));
  expect(united.page.source).toContain('Lambs are many.\nSo do we.\n');
  expect(united.conflicts).toEqual([
    {
      field: 'abstract',
      page: 'Lambs are many. So do we.',
      generated: 'We count sheep. We use $n$ fences. It may work. Often.',
      from: 'drop',
    },
  ]);
});

test('sentences that only the listings give otherwise are those of the page that stays', () => {
  const keep = make('keep');
  const { page, conflicts } = unite(keep, make('drop', undefined, { abstract: 'We count lambs. It works.' }));
  expect(page.source.slice(page.abstractRange.start)).toBe(
    keep.page.source.slice(keep.page.abstractRange.start),
  );
  expect(conflicts).toEqual([]);
});

test('the addresses of both lead to the page', () => {
  const aliases = (name: string): Options => ({ fields: { aliases: [name] } });
  const { page } = unite(
    make('keep', undefined, aliases('kept')),
    make('drop', undefined, aliases('dropped')),
  );
  expect(page.data.aliases).toEqual(['kept', 'drop', 'dropped']);
});

test('where only the one that goes has a page, it is the page of both', () => {
  const drop = make(
    'drop',
    (source) => source.replace('year: 2020', 'year: 2019') + '\n## Notes\n\nIndeed.\n',
  );
  const bare: PaperRecord = { slug: 'keep', title: '', abstract: '', sightings: [] };
  const { changes } = uniteRecords(bare, drop.record, [drop.page]);
  const source = changes.get('papers/sleep/keep.mdx') ?? '';
  expect(source).toContain('Indeed.');
  expect(changes.get('papers/sleep/drop.mdx')).toBeNull();
  const record = JSON.parse(changes.get('records/keep.json') ?? '') as PaperRecord;
  expect(record.written).toEqual({ ...drop.record.written, path: 'papers/sleep/keep.mdx' });
  expect(again({ page: read('papers/sleep/keep.mdx', source), record }).edited).toContain('year');
});
