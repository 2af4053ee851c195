/**
 * Every format, cut off, damaged or made to harm: no parser throws or takes long, what is whole is read, and what is not is
 * a finding with a place in the file.
 */
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { measureProcessor } from '../fixtures/processor.ts';
import { readListing, toValues } from './read-listing.ts';

const document = readFileSync(new URL('../../docs/ingest-formats.md', import.meta.url), 'utf8');
const examples = fromMarkdown(document)
  .children.filter((node) => node.type === 'code')
  .flatMap(({ meta, value }) => (meta?.startsWith('file=') ? [[meta.slice(5), `${value}\n`] as const] : []));

const entry = (id: number): string => `<entry><id>http://arxiv.org/abs/2301.0000${id}</id><title>T${id}</title><summary>S.</summary></entry>`; // prettier-ignore
const feed = (entries: string): string => `<feed xmlns="http://www.w3.org/2005/Atom">\n${entries}\n</feed>\n`;
const work = (title: string): string => `{"type": "book", "title": "${title}", "abstract": "S."}`;
const note = (title: string): string =>
  `{"id": "abcDEF_${title}", "forum": "abcDEF_${title}", "content": {"title": "${title}", "abstract": "S."}}`;

type Case = [name: string, file: string, text: string, titles: string[], findings: RegExp[]];

const cases: Case[] = [
  ['JSON that is cut in the second work', 'x.json', `[${work('A')},\n{"type": "book", "title": "B`, ['A'], [/^2:\d+ Unexpected JSON: end of the file/, /^2:1 Unexpected unfinished entry/]],
  ['JSON with a comma too many', 'x.json', `[${work('A')},\n]`, ['A'], [/^2:1 Unexpected JSON: "\]"/]],
  ['JSON with a line end in a text', 'x.json', `[{"type": "book", "title": "A\nB"}]`, [], [/^1:28 Unexpected JSON/, /unfinished entry/]],
  ['JSON with text behind it', 'x.json', `[${work('A')}]\nand more`, ['A'], [/^2:1 Unexpected text "and more" behind the JSON/]],
  ['JSON with a key twice', 'x.json', '[{"type": "book", "title": "A", "title": "B"}]', ['A'], [/^1:33 Unexpected second "title"/]],
  ['JSON with keys of prototypes', 'x.json', '[{"type": "book", "title": "A", "__proto__": {"x": 1}, "constructor": "y"}]', ['A'], []],
  ['JSON that is no list of works', 'x.json', '{"type": "x", "message": 7}', [], [/^1:26 Unexpected value "7"/]],
  ['works of other kinds of values', 'x.json', '[1, null, "x", [], {"type": "book"}]', [], [/1:2 .*"1"/, /1:5 .*"null"/, /1:12 .*"x"/, /1:16 .*"\[\]"/, /1:20 Unexpected work without a title/]],
  ['a DOI and a date that are none', 'x.json', '[{"type": "book", "title": "A",\n"DOI": "none",\n"year": "soon"}]', ['A'], [/^3:10 Unexpected year$/, /^2:9 Unexpected DOI$/]],
  ['an address that would run a program', 'x.json', '[{"type": "book", "title": "A", "URL": "javascript:alert(1)"}]', ['A'], [/^1:41 Unexpected address "javascript/]],
  ['a DOI that a record could not hold', 'x.bib', '@misc{a, title = {A}, doi = {10.1000/a b}}', ['A'], [/^1:30 Unexpected doi$/]],
  ['notes that answer others', 'notes.json', `{"notes": [${note('A')}, {"id": "r", "forum": "abcDEF_A", "replyto": "abcDEF_A", "content": {"title": "Review"}}]}`, ['A'], [/Unexpected note that answers abcDEF_A/]],
  ['notes that are cut', 'notes.json', `{"notes": [${note('A')}, {"id": "b", "forum": "b", "content": {"ti`, ['A'], [/Unexpected JSON: end of the file/, /Unexpected unfinished entry/]],
  ['a note without content', 'notes.json', `[${note('A')}, {"forum": "b", "content": 3}]`, ['A'], [/Unexpected note without a content/]],
  ['lines that are no JSON, no object, no paper', 'x.jsonl', `{"title": "A"}\nnot json\n[1]\n{"abstract": "S."}\n{"title": "B", "year": "soon"}\n{"title": "C`, ['A', 'B'], [/^2:1 Unexpected JSON: "not json"/, /^3:1 Unexpected value/, /^4:1 Unexpected value of "title"/, /^5:25 Unexpected value of "year"/, /^6:13 Unexpected JSON: end of the file/]],
  ['a feed that is cut in the second entry', 'x.atom', feed(`${entry(1)}\n${entry(2)}`).slice(0, 190), ['T1'], [/^3:1 Unexpected unfinished entry/]],
  ['a feed with tags that cross', 'x.atom', feed(`${entry(1)}\n<entry><title>X</summary></entry>\n${entry(3)}`), ['T1', 'T3'], [/^3:\d+ Unexpected XML: Opening and ending tag mismatch/]],
  ['a feed with an entity of its own', 'x.atom', `<!DOCTYPE feed [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n${feed('<entry><title>A&b;</title></entry>')}`, ['A&b;'], [/^3:\d+ Unexpected XML: entity not found:&b;/]],
  ['a feed that is cut before its first entry', 'x.atom', '<feed xmlns="http://www.w3.org/2005/Atom"><title>', [], [/^1:50 Unexpected end of the file/]],
  ['an entry without a title', 'x.atom', feed('<entry><summary>S.</summary></entry>'), [], [/^2:1 Unexpected entry without a title/]],
  ['RIS that is cut', 'x.ris', 'TY  - JOUR\nTI  - A\nER  - \nTY  - JOUR\nTI  - B\n', ['A', 'B'], [/^4:1 Unexpected work that is not closed/]],
  ['RIS with a work that is not closed', 'x.ris', 'TY  - JOUR\nTI  - A\nTY  - BOOK\nTI  - B\nER  - \n', ['A', 'B'], [/^1:1 Unexpected work that is not closed/]],
  ['RIS with lines outside of works', 'x.ris', 'Provider: x\nTY  - JOUR\nTI  - A\nER  - \nER  - \nAU  - X\n', ['A'], [/^1:1 Unexpected line "Provider: x"/, /^5:1 Unexpected end of a work/, /^6:1 Unexpected line "AU {1,2}- X"/]],
  ['RIS without a title', 'x.ris', 'TY  - JOUR\nAU  - X\nER  - \n', [], [/^1:1 Unexpected work without a title/]],
  ['a year that is none', 'x.ris', 'TY  - JOUR\nTI  - A\nPY  - soon\nER  - \n', ['A'], [/^3:7 Unexpected PY$/]],
  ['a journal of 6,000 letters', 'x.bib', `@article{a, title = {A}, journal = {${'j'.repeat(6000)}}}`, ['A'], [/^1:\d+ Unexpected container-title of 6000 characters/, /^1:\d+ Unexpected journal of 6000 characters/]],
  ['BibTeX that is cut', 'x.bib', '@misc{a, title = {A}}\n@misc{b, title = {B', ['A'], [/^2:1 Unexpected entry "@misc{b/, /^2:\d+ Unexpected BibTeX: Unterminated/]],
]; // prettier-ignore

test.each(cases)('%s', (_, file, text, titles, expected) => {
  const { entries, findings } = readListing(text, file);
  expect(entries.map(({ title }) => title.value)).toEqual(titles);
  expect(findings.map((finding) => expected.some((pattern) => pattern.test(finding)) || finding)).toEqual(expected.map(() => true));
  for (const pattern of expected) expect(findings.filter((finding) => pattern.test(finding))).not.toEqual([]);
}); // prettier-ignore

const deep = 100_000;
test.each([
  ['brackets without end', 'x.json', `[{"type": "x", "title": ${'['.repeat(deep)}`],
  ['braces without end', 'x.jsonl', `{"title": "A", "x": ${'{"a":'.repeat(deep)}`],
  ['a text without end', 'x.json', `[{"type": "x", "title": "${'\\\\"'.repeat(deep)}`],
  ['tags without end', 'x.atom', feed(`<entry><title>${'<a>'.repeat(deep)}</title></entry>`)],
  ['a hundred thousand fields', 'x.json', `[{"type": "x", "title": "A", ${Array.from({ length: deep }, (_, i) => `"k${i}": 1`).join(',')}}]`],
  ['a hundred thousand tags', 'x.ris', `TY  - JOUR\nTI  - A\n${'KW  - bees\n'.repeat(deep)}ER  - \n`],
  ['a line of a megabyte', 'x.ris', `TY  - JOUR\nTI  - A\nN1  - ${'a'.repeat(1_000_000)}\nER  - \n`],
  ['a title of a megabyte', 'x.jsonl', `{"title": "${'a'.repeat(1_000_000)}"}`],
  ['markup without end', 'x.json', `[{"type": "x", "title": "A", "abstract": "${'<jats:sup>'.repeat(deep)}"}]`],
  ['works that are not closed', 'x.ris', 'TY  - JOUR\nTI  - A\n'.repeat(deep / 10)],
  ['entries that are not closed', 'x.atom', feed('<entry>'.repeat(deep / 10))],
])('%s: an entry or a finding, in bounded time', (_, file, text) => {
  let found = 0;
  const read = (): void => {
    const { entries, findings } = readListing(text, file);
    found = entries.length + findings.length;
    for (const { extra = {} } of entries) expect(Object.keys(extra).length).toBeLessThan(110);
  };
  expect(measureProcessor(read)).toBeLessThan(10_000);
  expect(found).toBeGreaterThan(0);
}); // prettier-ignore

describe('mutations of every example', () => {
  const example = fc.constantFrom(...examples);
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  test('a file that is cut, or has lost or doubled a part, never throws, and places are in the file', () => {
    const property = fc.property(example, share, share, fc.nat({ max: 2 }), ([name, text], from, length, how) => {
      const at = Math.floor(from * text.length);
      const end = Math.min(text.length, at + Math.floor(length * 60));
      const mutated = [text.slice(0, at), text.slice(0, at) + text.slice(end), text.slice(0, end) + text.slice(at)][how]!;
      const lines = mutated.split('\n');
      const { entries, findings } = readListing(mutated, name, '2026-01-31');
      for (const finding of findings) {
        const [, line = '0', column = '0'] = /^(\d+):(\d+) /.exec(finding) ?? [];
        expect(Number(line)).toBeLessThanOrEqual(lines.length);
        expect(Number(column)).toBeLessThanOrEqual((lines[Number(line) - 1]?.length ?? 0) + 1);
      }
      for (const one of entries) expect(toValues(one)).toHaveProperty('title');
    });
    fc.assert(property, { seed: 1950, numRuns: 3000 });
  }); // prettier-ignore

  test.each(examples.filter(([name]) => !name.endsWith('.txt')))('%s cut anywhere is an entry or a finding', (name, text) => {
    // Before its format can be told, nothing can be read.
    for (let at = Math.ceil(text.length / 2); at < text.length - 4; at++) {
      const { entries, findings } = readListing(text.slice(0, at), name);
      expect(entries.length + findings.length, `cut at ${at}`).toBeGreaterThan(0);
    }
  }); // prettier-ignore
});
