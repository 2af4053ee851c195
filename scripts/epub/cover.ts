/** The cover: a drawing with the title of the book, and the page that shows it. */
import type { Element } from 'hast';
import { capitalize } from '../../src/contract/words.ts';
import type { Book } from '../book/model.ts';
import { bookWords as words } from '../book/words.ts';
import type { EpubDocument } from './page.ts';
import { element } from './xml.ts';

export const coverName = 'cover.svg';
export const coverDocument = 'cover.xhtml';

/** In units of the drawing; letters are about half as wide as they are high. */
const size = { width: 1200, height: 1800, margin: 120, title: 104, part: 62, edition: 40 };
const ink = { paper: '#1b3a57', title: '#ffffff', quiet: '#cfdceb' };

export function drawCover({ title, part, version, released }: Book): Element {
  const titleLines = breakLines(capitalize(title), size.title);
  const below = 420 + titleLines.length * size.title * 1.2 + 60;
  const partLines = part === undefined ? [] : breakLines(part, size.part);
  const { width, height, margin } = size;
  const edition = `${words.colophon.version} ${version}, ${released.slice(0, 4)}`;
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-labelledby': 'cover-title' }, [
    element('title', { id: 'cover-title' }, [toCoverText(title, part)]),
    element('rect', { width, height, fill: ink.paper }),
    element('g', { 'font-family': 'Georgia, serif', fill: ink.title }, [
      ...setLines(titleLines, 420, size.title, { 'font-weight': 'bold' }),
      element('rect', { x: margin, y: below - 40, width: 240, height: 6, fill: ink.quiet }),
      ...setLines(partLines, below + 80, size.part, { 'font-style': 'italic' }),
      ...setLines([edition], height - margin, size.edition, { fill: ink.quiet }),
    ]),
  ]);
} // prettier-ignore

export function setCover({ title, part }: Book): EpubDocument {
  return {
    name: coverDocument,
    title: words.cover,
    type: 'cover',
    children: [
      element('section', { 'epub:type': 'cover', class: 'cover', 'aria-label': words.cover }, [
        element('img', { src: coverName, alt: toCoverText(title, part), role: 'doc-cover' }),
      ]),
    ],
  };
}

function toCoverText(title: string, part: string | undefined): string {
  return part === undefined ? title : `${title}: ${part}`;
}

/** A drawing breaks no lines by itself. */
function breakLines(text: string, letter: number): string[] {
  const most = Math.floor((size.width - 2 * size.margin) / (letter * 0.54));
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && longer.length <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function setLines(lines: readonly string[], top: number, letter: number, attributes: Record<string, string>): Element[] {
  return lines.map((line, i) =>
    element('text', { x: size.margin, y: Math.round(top + i * letter * 1.2), 'font-size': letter, ...attributes }, [line]),
  );
} // prettier-ignore
