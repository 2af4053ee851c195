/** One paper of each kind, in every format. */
import { expect, test } from 'vitest';
import { toBibtex } from '../../../src/contract/citations/bibtex.ts';
import { toCslItem, type CitedPaper } from '../../../src/contract/citations/csl.ts';
import { toReference } from '../../../src/contract/citations/reference.ts';
import { toRis } from '../../../src/contract/citations/ris.ts';
import { makeVenueFinder } from '../../../src/contract/venue.ts';

const find = makeVenueFinder([
  { name: 'HIVE', kind: 'conference', title: 'Symposium on Hives' },
  { name: 'JWax', kind: 'journal', title: 'Journal of Wax & Honey' },
]);
const cite = (slug: string, data: CitedPaper['data'], published?: string) =>
  toCslItem({ slug, data, title: 'Bees dance', published }, find);
const bibtex = (item: ReturnType<typeof cite>): string =>
  toBibtex({ item, title: 'Bees dance', abstract: '' });

const conference = cite(
  'a-b',
  { authors: ['Hado van Hasselt', 'Jörg Müller'], year: 2022, venue: 'HIVE 2023', arxiv: '2206.00001' },
  '2022-06',
);
const journal = cite('c-d', {
  authors: ['Nicolas Le Roux', 'The Hive Collective'],
  year: 2021,
  venue: 'JWax 3(2), 2024',
  doi: '10.1000/wax_1',
});
const preprint = cite('e-f', { authors: ['Plato'], year: 2024, arxiv: '2403.00002' }, '2024-03');
const bare = cite('g-h', {}); // prettier-ignore

test('a conference paper has the year of the venue, and that of arXiv stays out', () => {
  expect(bibtex(conference)).toBe(`@inproceedings{a-b,
  title = {Bees dance},
  author = {van Hasselt, Hado and M{\\"u}ller, J{\\"o}rg},
  booktitle = {Symposium on Hives (HIVE)},
  year = {2023},
  eprint = {2206.00001},
  archivePrefix = {arXiv},
  url = {https://arxiv.org/abs/2206.00001},
}
`);
  expect(toRis(conference)).toBe(`TY  - CONF
ID  - a-b
TI  - Bees dance
AU  - van Hasselt, Hado
AU  - Müller, Jörg
PY  - 2023
DA  - 2023
T2  - Symposium on Hives (HIVE)
C3  - Symposium on Hives (HIVE)
AN  - arXiv:2206.00001
UR  - https://arxiv.org/abs/2206.00001
ER  - 
`);
  expect(conference).toMatchObject({ type: 'paper-conference', issued: { 'date-parts': [[2023]] } });
  expect(conference.author?.[0]).toEqual({
    given: 'Hado',
    'non-dropping-particle': 'van',
    family: 'Hasselt',
  });
  expect(conference.DOI).toBeUndefined();
  expect(toReference(conference)).toBe(
    'Hado van Hasselt and Jörg Müller (2023). Bees dance. Symposium on Hives (HIVE). arXiv:2206.00001.',
  );
});

test('an article has its journal, volume, number and DOI', () => {
  expect(bibtex(journal)).toBe(`@article{c-d,
  title = {Bees dance},
  author = {Le Roux, Nicolas and {The Hive Collective}},
  journal = {Journal of Wax \\& Honey},
  volume = {3},
  number = {2},
  year = {2024},
  doi = {10.1000/wax_1},
  url = {https://doi.org/10.1000/wax_1},
}
`);
  expect(toRis(journal)).toMatch(
    /^TY {2}- JOUR\n[\s\S]*AU {2}- The Hive Collective,\n[\s\S]*VL {2}- 3\nIS {2}- 2\n/,
  );
  expect(toReference(journal)).toBe(
    'Nicolas Le Roux and The Hive Collective (2024). Bees dance. Journal of Wax & Honey 3(2). https://doi.org/10.1000/wax_1',
  );
});

test('a preprint is no article of a journal, and has the DOI that arXiv gives it', () => {
  expect(bibtex(preprint)).toBe(`@misc{e-f,
  title = {Bees dance},
  author = {{Plato}},
  year = {2024},
  month = {3},
  eprint = {2403.00002},
  archivePrefix = {arXiv},
  doi = {10.48550/arXiv.2403.00002},
  url = {https://arxiv.org/abs/2403.00002},
}
`);
  expect(toRis(preprint)).toMatch(/^TY {2}- UNPB\n[\s\S]*DA {2}- 2024\/03\nPB {2}- arXiv\n/);
  expect(preprint).toMatchObject({
    type: 'article',
    genre: 'preprint',
    issued: { 'date-parts': [[2024, 3]] },
  });
});

test('the older ids of arXiv name their class', () => {
  expect(bibtex(cite('i', { arxiv: 'cs.LG/0112017' }))).toContain('primaryClass = {cs.LG}');
});

test('what is not known is left out', () => {
  expect(bibtex(bare)).toBe('@misc{g-h,\n  title = {Bees dance},\n}\n');
  expect(toRis(bare)).toBe('TY  - GEN\nID  - g-h\nTI  - Bees dance\nER  - \n');
  expect(bare).toEqual({ id: 'g-h', 'citation-key': 'g-h', type: 'document', title: 'Bees dance' });
  expect(toReference(bare)).toBe('Bees dance.');
});

test('of many authors the first are named', () => {
  const authors = Array.from({ length: 11 }, (_, i) => `Bee ${String.fromCharCode(65 + i)}x`);
  expect(toReference(cite('x', { authors }))).toBe(`${authors.slice(0, 10).join(', ')} et al. Bees dance.`);
});
