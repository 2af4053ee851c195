/** Which books a command is asked for. */
import { closest } from '../../src/contract/closest.ts';
import type { ContentFiles } from '../../src/contract/content.ts';
import { makeReport } from '../../src/contract/findings.ts';
import { readGlossary, readSurvey } from '../../src/contract/content.ts';
import { parseReadingList } from '../../src/contract/reading-list.ts';
import { chooseChapter, choosePapers, chooseSection, wholeBook, type Choice } from '../book/choose.ts';
import { findTerms } from '../book/references.ts';
import type { SoundContent } from '../book/shelves.ts';
import { bookWords } from '../book/words.ts';
import { UsageError } from './io.ts';

/** With none of these, all chapters and the book. */
export type Wanted = {
  chapter?: string[];
  book?: boolean;
  papers?: string;
  fromList?: string;
  section?: string;
};

/** The ids of what is asked for, where that can be told without reading the pages. */
export function listChosenIds(wanted: Wanted, files: ContentFiles): string[] | undefined {
  if (wanted.papers ?? wanted.fromList ?? wanted.section) return undefined;
  if (wanted.chapter || wanted.book) return [...(wanted.chapter ?? []), ...(wanted.book ? ['book'] : [])];
  const survey = readSurvey('survey.yml', files.get('survey.yml') ?? '', makeReport());
  return survey && [...survey.chapters, 'book'];
}

/** Texts that will be in what is asked for, as far as that can be told without reading the pages. */
export function listChosenTexts(wanted: Wanted, files: ContentFiles): string[] {
  const ids = listChosenIds(wanted, files) ?? [];
  const isIn = (file: string): boolean =>
    ids.includes(wholeBook.id) || ids.includes(/^(?:papers|chapters)\/([^/.]+)/.exec(file)?.[1] ?? '');
  const texts = [...files].flatMap(([file, text]) => (file.endsWith('.mdx') && isIn(file) ? [text] : []));
  const glossary = readGlossary('glossary.yml', files.get('glossary.yml') ?? '', makeReport(), false);
  const mentioned = new Set(findTerms(glossary, texts.join('\n')));
  const terms = glossary.filter(({ value }) => mentioned.has(value.id));
  return [...texts, ...terms.flatMap(({ value }) => [value.term, value.definition])];
}

/** The chapters whose papers are asked for, where nothing else is. */
export function listChosenChapters({ chapter, ...others }: Wanted): readonly string[] | undefined {
  const { book, papers, fromList, section } = others;
  return book || (papers ?? fromList ?? section) ? undefined : chapter;
}

/** @throws UsageError where a name is none of the survey */
export function chooseBooks(
  wanted: Wanted,
  { chapters, pages }: SoundContent,
  read: (file: string) => string | undefined,
): Choice[] {
  const { book, papers, fromList, section } = wanted;
  const isAll = !wanted.chapter && !book && !(papers ?? fromList ?? section);
  const slugs = pages.map(({ slug }) => slug);
  const choices: Choice[] = (isAll ? chapters.map(({ id }) => id) : (wanted.chapter ?? [])).map((id) => {
    const chapter = chapters.find((one) => one.id === id);
    if (!chapter) throw unexpected('chapter', id, chapters.map((one) => one.id));
    return chooseChapter(chapter);
  });
  if (book || isAll) choices.push(wholeBook);
  if (papers !== undefined) {
    const names = papers.split(',').map((slug) => slug.trim()).filter(Boolean);
    choices.push(choosePapers(known(names, slugs), 'papers', bookWords.chosen));
  }
  if (fromList !== undefined) {
    const source = read(fromList);
    if (source === undefined) throw new UsageError(`Missing file ${fromList}, expected a reading list`);
    const names = parseReadingList(source);
    if (!names) throw new UsageError(`Unexpected contents of ${fromList}, expected {"papers": ["slug", …]}`);
    choices.push(choosePapers(known(names, slugs), 'reading-list', bookWords.readingList));
  }
  if (section !== undefined) {
    const choice = chooseSection(section, chapters);
    const names = chapters.flatMap(({ sections }) => sections.map(({ name }) => name));
    if (!choice) throw unexpected('section', section, names);
    choices.push(choice);
  }
  return choices;
} // prettier-ignore

function known(names: readonly string[], slugs: readonly string[]): readonly string[] {
  const all = new Set(slugs);
  for (const name of names) if (!all.has(name)) throw unexpected('paper', name, slugs);
  return names;
}

function unexpected(noun: string, name: string, names: readonly string[]): UsageError {
  const near = closest(name, names);
  const expected = near ? `did you mean "${near}"?` : `expected one of the ${names.length} of the survey`;
  return new UsageError(`Unexpected ${noun} "${name}"; ${expected}`);
}
