/** The gate that every EPUB passes: what was read from the file is held against what the book has. Each row is one property. */
import type { Report } from '../../src/contract/findings.ts';
import type { Expectation } from '../book/expectation.ts';
import { checkHeadings, checkPapers, noCharacter, passGate, type Complain, type Hints, type Property } from '../book/gate.ts'; // prettier-ignore
import type { EpubReading } from './read-epub.ts';

const properties: readonly Property<EpubReading>[] = [
  checkForm,
  ({ documents }, expected, complain) =>
    checkPapers(documents.map(({ text }) => text).join('\n'), expected, complain),
  ({ navigation }, expected, complain) => checkHeadings(navigation, expected, complain),
  checkNavigation,
  checkLinks,
  checkCharacters,
  checkAccessible,
  checkAlternatives,
];

/** @param file the EPUB, as findings name it */
export function checkEpub(reading: EpubReading, expected: Expectation, file: string, report: Report): void {
  passGate(properties, hints, reading, expected, { file, report });
}

const hints: Hints = {
  'book-well-formed': 'Look at scripts/epub/xml.ts, and at the ids that scripts/epub/ gives.',
  'book-paper-present': 'Look at the paper in the EPUB, and at scripts/epub/paper.ts and prose.ts.',
  'book-outline-whole': 'Look at scripts/epub/navigation.ts and headings.ts.',
  'book-link-resolves': 'Look at scripts/epub/places.ts.',
  'book-glyph-present': 'Take the character out of the text: XML cannot hold it.',
  'book-accessible': 'Look at scripts/epub/package.ts and formula.ts.',
};

function checkForm({ isTyped, problems, documents }: EpubReading, _: Expectation, complain: Complain): void {
  if (!isTyped)
    complain('book-well-formed', 'Unexpected start of the zip', 'a stored file "mimetype" that says application/epub+zip');
  for (const { file, message } of problems)
    complain('book-well-formed', `Unexpected contents of ${file}: ${message}`, 'well-formed XML');
  for (const { name, ids } of documents) {
    const twice = ids.find((id, i) => ids.indexOf(id) !== i);
    if (twice !== undefined) complain('book-well-formed', `Unexpected second id "${twice}" in ${name}`, 'ids that name one place');
  }
} // prettier-ignore

/** Entry by entry, the navigation leads to the headings. */
function checkNavigation({ navigation, documents }: EpubReading, _: Expectation, complain: Complain): void {
  const headings = documents.flatMap(({ name, headings: some }) => some.map(({ id }) => `${name}#${id}`));
  const entries = navigation.map(({ href }) => href);
  for (const heading of headings.filter((one) => !entries.includes(one)))
    complain(
      'book-outline-whole',
      `Missing heading ${heading} in the navigation`,
      'an entry for each heading',
    );
  for (const entry of entries.filter((one) => !headings.includes(one)))
    complain(
      'book-outline-whole',
      `Unexpected entry ${entry} of the navigation`,
      'entries that lead to headings',
    );
  if (headings.join() !== entries.join() && headings.toSorted().join() === entries.toSorted().join())
    complain('book-outline-whole', 'Unexpected order of the navigation', 'the order of the headings');
}

function checkLinks({ documents }: EpubReading, _: Expectation, complain: Complain): void {
  for (const { name, links } of documents) {
    for (const { href, resolves } of links) {
      if (!resolves)
        complain('book-link-resolves', `Unexpected link "${href}" in ${name}, which leads nowhere`, 'links to a place or an address');
      else if (/^[a-z][a-z0-9+.-]*:/i.test(href) && !/^(?:https?:\/\/|mailto:)/.test(href))
        complain('book-link-resolves', `Unexpected address in ${name}: ${href}`, 'an address of the web or of mail');
    }
  }
} // prettier-ignore

function checkCharacters({ documents }: EpubReading, _: Expectation, complain: Complain): void {
  for (const { name, text } of documents) {
    const found = noCharacter.exec(text);
    if (found)
      complain('book-glyph-present', `Missing character in ${name}, after "${text.slice(Math.max(0, found.index - 20), found.index)}"`, 'characters that a reader can show');
  }
} // prettier-ignore

/** What a catalogue and a screen reader ask for. */
const required = [
  'dcterms:modified',
  'schema:accessMode',
  'schema:accessibilityFeature',
  'schema:accessibilityHazard',
  'schema:accessibilitySummary',
];

function checkAccessible(reading: EpubReading, expected: Expectation, complain: Complain): void {
  const { title, language, identifier, metadata, documents } = reading;
  const rows: [boolean, string, string][] = [
    [language === expected.language, `Unexpected language ${language}`, expected.language],
    [title === expected.title, `Unexpected title "${title}"`, expected.title],
    [/^urn:uuid:[0-9a-f-]{36}$/.test(identifier ?? ''), `Unexpected identifier ${identifier}`, 'a UUID'],
    ...required.map((property): [boolean, string, string] => [
      (metadata.get(property) ?? []).some((value) => value.trim() !== ''),
      `Missing ${property} in the metadata`,
      'what the book has for those who do not see it',
    ]),
    ...documents.flatMap(({ name, language: own, title: head }): [boolean, string, string][] => [
      [own === expected.language, `Unexpected language ${own} of ${name}`, expected.language],
      [Boolean(head?.trim()), `Missing title of ${name}`, 'a title of each document'],
    ]),
  ];
  for (const [holds, message, wanted] of rows) if (!holds) complain('book-accessible', message, wanted);
}

function checkAlternatives({ documents }: EpubReading, _: Expectation, complain: Complain): void {
  for (const { name, alternatives } of documents) {
    for (const { role, text } of alternatives) {
      if (!text?.trim())
        complain('book-accessible', `Missing alternative text of a ${role} in ${name}`, 'words for each formula and picture');
    }
  }
} // prettier-ignore
