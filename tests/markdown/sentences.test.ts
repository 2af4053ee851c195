import { expect, test } from 'vitest';
import { makeReport } from '../../src/contract/findings.ts';
import { foldAbstract, readPage } from '../../src/contract/page.ts';
import { splitSentences } from '../../src/contract/sentences.ts';
import { noCitations, renderBlocks } from '../../src/markdown/html.ts';
import { mapFolded, markSentences } from '../../src/markdown/sentences.ts';
import { makeTermLinks } from '../../src/markdown/terms.ts';

const read = (abstract: string, headline = '') => {
  const front = `title: T\nchapter: c\nsection: S${headline && `\nheadline: ${JSON.stringify(headline)}`}`;
  const page = readPage('papers/c/p.mdx', `---\n${front}\n---\n\n${abstract}\n`, makeReport());
  return page ?? expect.fail('the page cannot be read');
};

const rolesOf = (abstract: string, roles: string) =>
  splitSentences(foldAbstract(abstract)).map((range, i) => ({
    ...range,
    role: ({ b: 'background', m: 'method', r: 'result' } as const)[roles[i] as 'b' | 'm' | 'r'],
  }));

/** `{m}` for a label, `[` and `]` for the words of the result. */
const render = (abstract: string, roles: string, headline?: string): string => {
  const page = read(abstract, headline);
  markSentences(page, rolesOf(abstract, roles));
  return renderBlocks(page.abstract, noCitations)
    .replace(/<span class="role[^"]*">(.).*?<\/span><\/span>/g, (_, letter: string) => `{${letter.toLowerCase()}}`)
    .replace(/<\/?mark[^>]*>/g, (tag) => (tag.startsWith('</') ? ']' : '['));
}; // prettier-ignore

test.each([
  ['where a role begins', 'It is so. We do. We do more.', 'bmm', undefined, '<p>{b}It is so. {m}We do. We do more.</p>'],
  ['over line ends', 'It is\nso.\nWe do.', 'bm', undefined, '<p>{b}It is\nso.\n{m}We do.</p>'],
  ['after escapes', 'It costs \\$5 \\<or so>. We do.', 'bm', undefined, '<p>{b}It costs $5 &#x3C;or so>. {m}We do.</p>'],
  ['in a list', 'It is so:\n\n- One. Two.', 'bmr', undefined, '<p>{b}It is so:</p>\n<ul>\n<li>{m}One. {r}Two.</li>\n</ul>'],
  ['the result', 'It is so. We win by \\$5. The end.', 'brr', 'We win by \\$5.', '<p>{b}It is so. {r}[We win by $5.] The end.</p>'],
  ['a result with marks in it', 'We *win* it. Yes.', 'rr', 'We *win* it.', '<p>{r}[We <em>win</em> it.] Yes.</p>'],
  ['no role where the words have changed', 'It is so. We do.', 'b', undefined, '<p>It is so. We do.</p>'],
])('marks %s', (_, abstract, roles, headline, html) => {
  const kept = roles.length === 1 ? roles : roles.padEnd(9, roles.at(-1));
  expect(roles.length === 1 ? renderStale(abstract) : render(abstract, kept, headline)).toBe(html);
}); // prettier-ignore

function renderStale(abstract: string): string {
  const page = read(abstract);
  markSentences(page, rolesOf('Quite other words stood here. Before.', 'bm'));
  return renderBlocks(page.abstract, noCitations);
}

test('every character of the folded text has its place in the source', () => {
  const source = 'One  two\n three.\n\n  Four.';
  const folded = foldAbstract(source);
  const places = mapFolded(source, folded);
  for (const [i, character] of folded.split('').entries()) {
    if (/\S/.test(character)) expect(source[places[i] ?? -1]).toBe(character);
  }
});

test('the first mention of a term is linked, outside of links, formulas and code', () => {
  const links = makeTermLinks([
    { id: 'tide', term: 'Tide $t$', definition: '' },
    { id: 'neap', term: 'Neap', definition: '' },
  ]);
  const page = read('`tide`, [tide](https://a.example), $tide$: a *tide* and a tide, neap.');
  const linker = links.startPage();
  linker.skip('neap');
  linker.link({ children: page.abstract });
  expect(renderBlocks(page.abstract, noCitations).match(/<a [^>]*class="term">[^<]*/g)).toEqual([
    '<a href="/glossary/#term-tide" class="term">tide',
  ]);
});

test('the links of all pages depend on the spellings, not on the definitions', () => {
  const keyOf = (term: string, definition: string) => makeTermLinks([{ id: 'tide', term, definition }]).key;
  expect(keyOf('Tide', 'The sea rises.')).toBe(keyOf('Tide', 'The sea falls.'));
  expect(keyOf('Tide', '')).not.toBe(keyOf('Tides', ''));
});
