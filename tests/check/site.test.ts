/** The checker of the built site finds what is wrong, and nothing else. */
import { expect, test } from 'vitest';
import { checkSite } from '../../scripts/check/site.ts';
import { makeReport } from '../../src/contract/findings.ts';

const text = 'Text enough to be called a text.';
const page = (main: string, title = 'T'): string =>
  `<html><head><title>${title}</title></head><body><main>${main}</main></body></html>`;
const whole = (body = ''): string => page(`<h1>H</h1><p>${text}</p>${body}`);

function check(files: Record<string, string>, expected: string[] = [], base = '/'): string[] {
  const report = makeReport();
  checkSite(new Map(Object.entries(files)), { base, expected }, report);
  return report.findings.map(({ ruleId, file, message }) => `${ruleId} ${file}: ${message}`);
}

test.each([
  ['a page', '<a href="/a/">a</a>'],
  ['an anchor of a page', '<a href="/a/#x">a</a>'],
  ['an anchor of its own', '<a href="#y" id="y">a</a>'],
  ['a file', '<a href="/f.txt">a</a>'],
  ['a query', '<a href="/a/?q=1">a</a>'],
  ['another host', '<a href="https://example.org/">a</a>'],
  ['a page beside it', '<a href="a/">a</a>'],
])('a link to %s resolves', (_, link) => {
  expect(check({ 'index.html': whole(link), 'a/index.html': whole('<p id="x">x</p>'), 'f.txt': '' })).toEqual(
    [],
  );
});

test.each([
  [
    'no page',
    '<a href="/gone/">a</a>',
    'site-link-resolves index.html: Unexpected link to /gone/: there is no gone/index.html',
  ],
  [
    'no anchor',
    '<a href="/#gone">a</a>',
    'site-link-resolves index.html: Unexpected link to /#gone: index.html has no anchor "gone"',
  ],
  [
    'no script',
    '<script src="/x.js"></script>',
    'site-link-resolves index.html: Unexpected link to /x.js: there is no x.js',
  ],
])('a link to %s is found', (_, link, said) => {
  expect(check({ 'index.html': whole(link) })).toEqual([said]);
});

test('a link that leaves the base path is found', () => {
  expect(check({ 'index.html': whole('<a href="/">a</a>') }, [], '/sub/')).toEqual([
    'site-link-resolves index.html: Unexpected link to /: it is not below /sub/',
  ]);
});

test('a page that is missing is found', () => {
  expect(check({ 'index.html': whole() }, ['/', '/papers/a/'])).toEqual([
    'site-page-present papers/a/index.html: Missing page /papers/a/',
  ]);
});

test('a formula in error is found', () => {
  const formula = '<span class="katex-error" title="ParseError: x">\\x</span>';
  expect(check({ 'index.html': whole(formula) })).toEqual([
    'site-math-clean index.html: Unexpected formula that could not be set: ParseError: x',
  ]);
});

test.each([
  ['two first headings', page(`<h1>A</h1><h1>B</h1><p>${text}</p>`)],
  ['an empty first heading', page(`<h1> </h1><p>${text}</p>`)],
  ['no text', page('<h1>A</h1>')],
  ['no title', page(`<h1>A</h1><p>${text}</p>`, '')],
])('a page with %s is found', (_, html) => {
  expect(check({ 'index.html': html })).toHaveLength(1);
});
