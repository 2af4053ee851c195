/** The syntax of the page dialect: Markdown, GFM, mathematics, and MDX without evaluation. */
import type { Options } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';
import { mdx } from 'micromark-extension-mdx';

/**
 * MDX syntax without evaluation: expressions and attributes are found by their braces and never parsed as a program,
 * so a page may hold anything and is still only read.
 */
const withoutGfm: Options = {
  extensions: [math(), mdx()],
  mdastExtensions: [mathFromMarkdown(), mdxFromMarkdown()],
};

const whole: Options = {
  extensions: [gfm({ singleTilde: false }), ...(withoutGfm.extensions ?? [])],
  mdastExtensions: [gfmFromMarkdown(), ...(withoutGfm.mdastExtensions ?? [])],
};

/**
 * What nothing of GFM can be without. Its parser tries an address at each letter and a table at each line, which is half
 * the time of reading a page; most texts have nothing for it.
 */
const gfmMarks = [
  /~/, // struck out; beside it, an asterisk opens and closes otherwise
  /\[(?:\^|[ \txX\r\n]\])/, // a footnote; a task
  /^(?=[^\r\n]*-)[-+*>:|\d.)\t ]+$/m, // the second line of a table, perhaps in a list or a quotation
  /@|www\\?\.|:\\?\/\\?\//i, // an address; a backslash is gone when addresses are looked for
  /&#?\w+;/, // any of these marks by its name
];

/** What `source` must be parsed with. */
export function syntaxOf(source: string): Options {
  return gfmMarks.some((mark) => mark.test(source)) ? whole : withoutGfm;
}

/** Everything that the dialect has. */
export const wholeSyntax = whole;
