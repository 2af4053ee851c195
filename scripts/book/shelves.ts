/** The papers of a survey in chapters and sections, in reading order, with the numbers that they have in every book. */
import type { Chapter } from '../../src/contract/content.ts';
import type { Page } from '../../src/contract/page.ts';
import { listPaperLinks, toImprint } from '../../src/contract/paper-links.ts';
import { markPassages, takeNotes } from '../../src/contract/passages.ts';
import { parsePhrasing } from '../../src/contract/phrasing.ts';
import { toReadable } from '../../src/contract/readable-math.ts';
import { toReadingOrder } from '../../src/contract/reading-order.ts';
import type { Survey } from '../../src/contract/schema.ts';
import type { Content } from '../content.ts';
import type { BookChapter, BookPaper, Line } from './model.ts';

/** The content with a survey that could be read. */
export type SoundContent = Content & { survey: Survey };

export type Shelves = { chapter: Chapter; number: number; sections: BookChapter['sections'] }[];

/** Numbers are those of the whole survey, so that a paper has one number in every book. */
export function toShelves(content: SoundContent): Shelves {
  const rank = new Map(content.survey.chapters.map((id, i) => [id, i + 1]));
  return content.chapters.map((chapter) => {
    const number = rank.get(chapter.id) ?? rank.size + 1;
    const own = content.pages.filter(({ data }) => data.chapter === chapter.id);
    let count = 0;
    const sections = chapter.sections.map(({ name }) => {
      const filed = own.filter(({ data }) => data.section === name).map((page) => toFiled(page, content));
      const papers = toReadingOrder(filed).map((paper) => ({ ...paper, number: `${number}.${++count}` }));
      return { name, papers };
    });
    return { chapter, number, sections };
  });
}

function toFiled(page: Page, { records }: Content): BookPaper {
  const { slug, data, path: file, yaml, abstract, body } = page;
  const { notes, rest } = takeNotes(body);
  const lineOf = (field: 'title' | 'headline', markdown: string): Line => ({
    file,
    // Only a finding asks for places.
    get place() {
      return yaml.placeOf([field]);
    },
    nodes: parsePhrasing(markdown),
  });
  const titleLine = lineOf('title', data.title);
  const published = records.get(slug)?.published;
  return {
    slug,
    file,
    data,
    number: '',
    title: { text: toReadable(titleLine.nodes) },
    titleLine,
    ...(published === undefined ? {} : { published }),
    ...(data.method === undefined ? {} : { method: toReadable(parsePhrasing(data.method)) }),
    links: listPaperLinks(data),
    imprint: toImprint(data),
    ...(data.headline === undefined ? {} : { headline: lineOf('headline', data.headline) }),
    abstract: { file, place: undefined, nodes: markPassages(abstract, notes) },
    notes: notes.map(({ number, children }) => ({
      number,
      text: { file, place: undefined, nodes: children },
    })),
    rest: { file, place: undefined, nodes: rest },
  };
}
