/** A chapter in an EPUB: its text and the papers by year, a document a section, and the papers side by side. */
import type { Element } from 'hast';
import type { BookChapter } from '../book/model.ts';
import { bookWords as words } from '../book/words.ts';
import { makeHeading } from './headings.ts';
import type { EpubDocument } from './page.ts';
import { setPaper } from './paper.ts';
import { chapterDocument, comparisonDocument, sectionDocument } from './places.ts';
import { setBlocks, setLine, type ProseSetting } from './prose.ts';
import { setDataTable } from './data-table.ts';
import { element } from './xml.ts';

export function setChapter(chapter: BookChapter, setting: ProseSetting): EpubDocument[] {
  return [
    setOpening(chapter, setting),
    ...chapter.sections.map((section, i) => {
      const id = `papers-${i + 1}`;
      const title = words.papersOf(section.name);
      return {
        name: sectionDocument(chapter, i),
        title: `${chapter.title}: ${section.name}`,
        type: 'bodymatter' as const,
        children: [
          element('section', { 'aria-labelledby': id }, [
            makeHeading(2, id, [title], title),
            ...section.papers.map((paper) => setPaper(paper, setting)),
          ]),
        ],
      };
    }),
    ...(chapter.comparison.length > 1 ? [setComparison(chapter, setting)] : []),
  ];
}

function setOpening(chapter: BookChapter, setting: ProseSetting): EpubDocument {
  const { number, title, scope, narrative, sections, years } = chapter;
  const count = sections.reduce((sum, section) => sum + section.papers.length, 0);
  const attributes = { 'epub:type': 'chapter', role: 'doc-chapter', 'aria-labelledby': 'chapter' };
  return {
    name: chapterDocument(chapter),
    title,
    type: 'bodymatter',
    children: [
      element('section', attributes, [
        element('p', { class: 'label' }, [words.chapter(number)]),
        makeHeading(1, 'chapter', [title], title),
        element('p', { class: 'scope' }, [scope]),
        element('p', { class: 'count' }, [words.papers(count)]),
        ...setBlocks(narrative, setting),
        ...(years.columns.length > 0 && count > 1 ? setYears(chapter) : []),
      ]),
    ],
  };
}

/** The counts themselves: a table says more than circles to who cannot see them, and no less to the others. */
function setYears({ years: { columns, rows, totals } }: BookChapter): Element[] {
  const { title, table, section, total } = words.years;
  const sum = totals.reduce((a, b) => a + b, 0);
  const lines = [...rows, { label: total, counts: totals, total: sum }];
  return [
    makeHeading(2, 'by-year', [title], title),
    setDataTable(
      { caption: table, className: 'years' },
      [section, ...columns, total],
      lines.map(({ label, counts, total: all }) => ({
        head: [label],
        cells: [...counts, all].map((count) => [count === 0 ? '' : String(count)]),
      })),
    ),
  ];
}

function setComparison(chapter: BookChapter, setting: ProseSetting): EpubDocument {
  const { title, lead, columns } = words.comparison;
  const { number, paper, method, contribution, benchmarks, year } = columns;
  return {
    name: comparisonDocument(chapter),
    title: `${chapter.title}: ${title}`,
    type: 'bodymatter',
    children: [
      element('section', { 'aria-labelledby': 'comparison' }, [
        makeHeading(2, 'comparison', [title], title),
        element('p', { class: 'count' }, [lead]),
        setDataTable(
          { caption: chapter.title, className: 'comparison' },
          [number, paper, method, contribution, benchmarks, year],
          chapter.comparison.map((row) => ({
            head: [element('a', { href: setting.places.get(`paper:${row.paper.slug}`) }, [row.paper.number])],
            cells: [
              setLine(row.paper.titleLine, setting),
              [row.method],
              [row.contribution],
              [row.benchmarks.join(', ')],
              [row.year === undefined ? '' : String(row.year)],
            ],
          })),
        ),
      ]),
    ],
  };
}
