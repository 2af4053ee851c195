/** A book as a document of Typst: calls of the functions of the template, in order. */
import { capitalize, contributionNames, formatDate } from '../../src/contract/words.ts';
import { listColophon } from '../book/colophon.ts';
import type { Book, BookChapter, BookPaper, BookReference, BookTerm } from '../book/model.ts';
import { bookWords as words } from '../book/words.ts';
import { setBlocks, setLine, type ProseSetting } from './prose.ts';
import { callOf, join, printDocument, type Typst } from './typst.ts';

export const papers = ['a4', 'us-letter'] as const;
export type PaperSize = (typeof papers)[number];

/** @param template the name under which Typst finds the template */
export function writeDocument(
  book: Book,
  paper: PaperSize,
  template: string,
  setting: Omit<ProseSetting, 'names' | 'site'>,
): string {
  const full: ProseSetting = { ...setting, names: book.names, site: book.site };
  const parts = [
    ...(book.preface ? [callOf('part-of-book', [words.preface, join(setBlocks(book.preface, full))])] : []),
    ...book.chapters.map((chapter) => setChapter(chapter, full)),
    ...setGlossary(book.glossary, full),
    ...setBibliography(book.bibliography, full),
    ...book.indexes.map(setIndex),
    setColophon(book),
  ];
  return printDocument(template, [
    callOf('book', [join(parts)], {
      title: book.title,
      part: book.part ?? null,
      description: capitalize(book.description),
      language: book.language,
      paper,
      date: { list: book.captured.split('-').map(Number) },
      edition: `${words.colophon.version} ${book.version}, ${formatDate(book.released)}`,
      // The whole book names its papers in the comparisons; their titles would fill a dozen pages of contents.
      'contents-depth': book.part === undefined ? 2 : 3,
      contents: words.contents,
      'page-label': words.page,
    }),
  ]);
}

function setChapter(chapter: BookChapter, setting: ProseSetting): Typst {
  const { id, number, title, scope, narrative, sections, years, comparison } = chapter;
  const count = sections.reduce((sum, section) => sum + section.papers.length, 0);
  const body = [
    ...setBlocks(narrative, setting),
    ...(years.columns.length > 0 && count > 1 ? [setYears(chapter)] : []),
    ...sections.flatMap((section) => [
      callOf('section', [words.papersOf(section.name)]),
      ...section.papers.map((paper) => setPaper(paper, setting)),
    ]),
    ...(comparison.length > 1 ? [setComparison(chapter, setting)] : []),
  ];
  return callOf('chapter', [join(body)], {
    name: `chapter:${id}`,
    kicker: words.chapter(number),
    title,
    scope,
    count: words.papers(count),
  });
}

function setPaper(paper: BookPaper, setting: ProseSetting): Typst {
  const { slug, number, titleLine, data, imprint, links, headline, abstract, notes, rest } = paper;
  return callOf('paper', [], {
    name: `paper:${slug}`,
    number,
    title: setLine(titleLine, setting),
    authors: data.authors?.join(', ') ?? words.authorsUnknown,
    imprint: { list: imprint },
    links: {
      list: links.map(({ kind, address, id }) => ({
        list: [words.links[kind] + (id && kind !== 'openreview' ? `\u00a0${id}` : ''), address],
      })),
    },
    facts: { list: listFacts(paper, setting) },
    headline: headline ? setLine(headline, setting) : null,
    'headline-label': words.result,
    abstract: join(setBlocks(abstract, setting, 2)),
    'notes-label': words.notes,
    notes: {
      list: notes.map((note) => ({ list: [note.number, join(setBlocks(note.text, setting, 2))] })),
    },
    rest: rest.nodes.length > 0 ? join(setBlocks(rest, setting, 2)) : null,
  });
}

function listFacts({ data, method }: BookPaper, { names }: ProseSetting): Typst[] {
  const { contribution, benchmarks = [], buildsOn = [] } = data;
  const bases = buildsOn.map((slug): Typst => {
    const { label = slug, isInside = false } = names.get(`paper:${slug}`) ?? {};
    return { fields: { target: `paper:${slug}`, label, paged: isInside } };
  });
  const rows: [string, Typst | undefined][] = [
    [words.facts.method, method],
    [words.facts.contribution, contribution && contributionNames[contribution]],
    [words.facts.benchmarks, benchmarks.length > 0 ? benchmarks.join(', ') : undefined],
    [words.facts.buildsOn, bases.length > 0 ? callOf('cite-all', [{ list: bases }]) : undefined],
  ];
  return rows.flatMap(([label, value]) => (value === undefined ? [] : [{ list: [label, value] }]));
}

function setYears({ title, years: { columns, rows, totals } }: BookChapter): Typst {
  const describe = (label: string, counts: readonly number[]): string => {
    const some = counts.flatMap((count, i) =>
      count > 0 ? [words.years.count(columns[i] ?? '', count)] : [],
    );
    return words.years.describe(label, some.join(', '));
  };
  return callOf('years-figure', [], {
    heading: words.years.title,
    caption: words.years.caption,
    alt: [title, ...rows.map(({ label, counts }) => describe(label, counts))].join(' – '),
    columns: { list: columns },
    rows: {
      list: rows.map(({ label, counts, total }) => ({ list: [label, { list: counts }, total] })),
    },
    totals: { list: totals },
  });
}

function setComparison({ id, comparison }: BookChapter, setting: ProseSetting): Typst {
  const { title, lead, columns } = words.comparison;
  return callOf('comparison', [], {
    name: `comparison:${id}`,
    heading: title,
    lead,
    columns: { list: Object.values(columns) },
    rows: {
      list: comparison.map(({ paper, section, method = '', contribution = '', benchmarks, year }) => ({
        fields: {
          target: `paper:${paper.slug}`,
          section,
          number: paper.number,
          paper: setLine(paper.titleLine, setting),
          method,
          contribution,
          benchmarks: benchmarks.join(', '),
          year: year === undefined ? '' : String(year),
        },
      })),
    },
  });
}

function setGlossary(terms: readonly BookTerm[], setting: ProseSetting): Typst[] {
  if (terms.length === 0) return [];
  const list = terms.map(({ id, name, definition }) => ({
    list: [`term:${id}`, setLine(name, setting), setLine(definition, setting)],
  }));
  return [callOf('glossary', [words.glossary, { list }])];
}

function setBibliography(references: readonly BookReference[], setting: ProseSetting): Typst[] {
  if (references.length === 0) return [];
  const list = references.map(({ name, authors, year = '', title, venue = '', address }) => ({
    fields: {
      name,
      authors: authors.join(', '),
      year,
      title: setLine(title, setting),
      venue,
      address: address ?? null,
    },
  }));
  return [callOf('bibliography-list', [words.bibliography, { list }])];
}

function setIndex({ kind, entries }: Book['indexes'][number]): Typst {
  const list = entries.map(({ label, note = '', papers: slugs }) => ({
    list: [label, note, { list: slugs.map((slug) => `paper:${slug}`) }],
  }));
  return callOf('page-index', [words.indexes[kind], { list }]);
}

function setColophon(book: Book): Typst {
  return callOf('colophon', [words.colophon.title, { list: listColophon(book).map((row) => ({ list: row })) }]);
} // prettier-ignore
