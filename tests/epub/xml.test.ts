/** Whatever a text holds is the same text for a parser of XML. */
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { element, printXml } from '../../scripts/epub/xml.ts';

const parse = (source: string) => new DOMParser().parseFromString(source, 'application/xml').documentElement;

test('text and attributes come back as they were', () => {
  const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(']]>', '<!--', '&amp;', '"', "'", '<a b="c">', '\u0085', '\u2028', '\r\n', '\t'));
  const isPossible = (text: string): boolean => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(text); // oxlint-disable-line no-control-regex
  fc.assert(
    fc.property(fc.array(texts.filter(isPossible)), texts.filter(isPossible), (parts, value) => {
      const read = parse(printXml(element('p', { title: value }, parts)));
      expect(read?.textContent).toBe(parts.join(''));
      expect(read?.getAttribute('title')).toBe(value);
    }),
    { seed: 8, numRuns: 500 },
  );
}); // prettier-ignore

test('what XML cannot hold is shown as lost, and the rest stays', () => {
  expect(printXml(element('p', {}, ['a\u0000b\ud800c\uffffd\te']))).toContain(
    '<p>a\ufffdb\ufffdc\ufffdd\te</p>',
  );
  expect(printXml(element('p', { title: 'a\n\t"b' }))).toContain('<p title="a&#10;&#9;&#34;b"></p>');
});

test('a name that is none is an error of ours', () => {
  expect(() => printXml(element('p onclick', {}))).toThrow('No name of XML: p onclick');
});
