/** Every word of the interface, in one table, a file a place. Words of the survey come from its content. */
import { chapterStrings } from './strings/chapter.ts';
import { frameStrings } from './strings/frame.ts';
import { indexesStrings } from './strings/indexes.ts';
import { pagesStrings } from './strings/pages.ts';
import { paperStrings } from './strings/paper.ts';
import { readingStrings } from './strings/reading.ts';
import { searchStrings } from './strings/search.ts';

export const strings = {
  ...frameStrings,
  ...paperStrings,
  ...chapterStrings,
  ...indexesStrings,
  ...searchStrings,
  reading: readingStrings,
  ...pagesStrings,
} as const;
