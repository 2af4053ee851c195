/** Text trees as HTML: notes, citations, formulas and what clings to them. */
import { expect, test } from 'vitest';
import { parseMarkdown, parsePhrasing } from '../../src/contract/phrasing.ts';
import { noCitations, renderBlocks, renderTitle } from '../../src/markdown/html.ts';
import { markPassages, takeNotes } from '../../src/contract/passages.ts';

/** HTML with each formula cut down to its TeX. */
function cutFormulas(html: string): string {
  return html.replace(
    /<span class="katex">.*?<annotation[^>]*>(.*?)<\/annotation>.*?<span class="katex-html".*?(?:<\/span>)+/gs,
    (_, tex: string) => `[${tex}]`,
  );
}

/** What a reader sees, formulas as MathML says them. */
function toText(html: string): string {
  return html.replace(/<annotation.*?<\/annotation>|<span class="katex-html".*?(?=”)|<[^>]*>/gs, '');
}

const citations = {
  paper: (slug: string) => ({
    label: `Label of ${slug}`,
    href: `/papers/${slug}/`,
    title: slug,
    ref: `ref-${slug}`,
  }),
  work: (key: string) => ({ label: `Work ${key}`, title: key, ref: `ref-work-${key}` }),
  term: (id: string) => `Term ${id}`,
};

test.each([
  [
    'one paper',
    '<Cite paper="a" />',
    '<a href="/papers/a/" title="a" class="cite" data-ref="ref-a">Label of a</a>',
  ],
  [
    'several papers',
    '<Cite papers="a b" />',
    '(<a href="/papers/a/" title="a" class="cite" data-ref="ref-a">Label of a</a>; <a href="/papers/b/" title="b" class="cite" data-ref="ref-b">Label of b</a>)',
  ],
  [
    'words of one’s own',
    '<Cite paper="a">this</Cite>',
    '<a href="/papers/a/" title="a" class="cite" data-ref="ref-a">this</a>',
  ],
  [
    'a work without address',
    '<Cite work="k" />',
    '<a href="#ref-work-k" title="k" class="cite" data-ref="ref-work-k">Work k</a>',
  ],
])('cites %s', (_, source, html) => {
  expect(renderBlocks(parseMarkdown(`See ${source}.`).children, citations)).toBe(`<p>See ${html}.</p>`);
});

test('text that looks like markup stays text', () => {
  expect(renderTitle(parsePhrasing('\\<script> & \\{x}'))).toBe('&#x3C;script> &#x26; {x}');
});

test.each([
  ['"good" and "useful"', '“good” and “useful”'],
  ["the agent's (\"own\") 'plan'", 'the agent’s (“own”) ‘plan’'],
  ['*"a"* "`"b"`" "**c**"', '<em>“a”</em> “<code>"b"</code>” “<strong>c</strong>”'],
])('quotes that were typed straight are shown curled, but for code: %s', (source, html) => {
  expect(renderTitle(parsePhrasing(source))).toBe(html);
});

test('a quote after a formula closes, at the start of a paragraph it opens', () => {
  const html = renderBlocks(parseMarkdown('the "$x$"\n\n"next"').children, noCitations);
  expect(toText(html)).toBe('the “x”\n“next”');
});

test('a link in a title is its text, for the title is a link itself', () => {
  expect(renderTitle(parsePhrasing('A [b](https://c.org) *d*'))).toBe('A b <em>d</em>');
});

test('a short formula stays on the line of the sign that clings to it', () => {
  const html = renderTitle(parsePhrasing('an $\\epsilon$-optimal ($x$) one'));
  expect(html).toContain('<span class="bind"><span class="katex">');
  expect(html).toMatch(/-optimal<\/span> <span class="bind">\(/);
});

test('a formula is in the HTML as MathML and as drawing, never as an error', () => {
  const html = renderBlocks(parseMarkdown('$x^2$').children, noCitations);
  expect(html.match(/<annotation/g)).toHaveLength(1);
  expect(html).not.toContain('katex-error');
});

test('passages are marked over several nodes, with the number after the last', () => {
  const [abstract] = [parseMarkdown('We *show that* forty\nare enough.').children];
  const { notes, rest } = takeNotes(
    parseMarkdown('## Notes\n\n<Note on="that forty are">\nWhy?\n</Note>').children,
  );
  expect(rest).toEqual([]);
  expect(cutFormulas(renderBlocks(markPassages(abstract, notes), noCitations))).toBe(
    '<p>We <em>show <span class="passage passage-1" id="passage-1">that</span></em>' +
      '<span class="passage passage-1"> forty\nare</span>' +
      '<a class="note-number" href="#note-1" aria-label="Note 1">1</a> enough.</p>',
  );
});

test('what people wrote below the notes stays, with its heading', () => {
  const source = '## Notes\n\n<Note on="a">x</Note>\n\n## More\n\nText.';
  const { notes, rest } = takeNotes(parseMarkdown(source).children);
  expect(notes.map(({ number, on }) => [number, on])).toEqual([[1, 'a']]);
  expect(renderBlocks(rest, noCitations)).toBe(
    '<h2 id="more"><a href="#more" class="permalink">More</a></h2>\n<p>Text.</p>',
  );
});
