/** The syntax of the page dialect: Markdown, GFM, mathematics, and MDX without evaluation. */
import type { Options } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { mathFromMarkdown } from 'mdast-util-math';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { math } from 'micromark-extension-math';
import { mdx } from 'micromark-extension-mdx';

type Extension = NonNullable<Options['extensions']>[number];
type TreeExtension = NonNullable<Options['mdastExtensions']>[number];
type Part = readonly [extension: Extension, ofTree: TreeExtension];

/**
 * The parts of GFM, each behind a mark without which a text has nothing of it. The parser tries an address at each letter
 * and a table at each line, which is more than half the time of reading; most texts have neither.
 */
const gfmParts: readonly (readonly [mark: RegExp, part: Part])[] = [
  // A backslash is gone when addresses are looked for, and any mark may stand by its name.
  [/@|www\\?\.|:\\?\/\\?\/|&#?\w+;/i, [gfmAutolinkLiteral(), gfmAutolinkLiteralFromMarkdown()]],
  [/\[\^/, [gfmFootnote(), gfmFootnoteFromMarkdown()]],
  // Beside a tilde, an asterisk opens and closes otherwise.
  [/~/, [gfmStrikethrough({ singleTilde: false }), gfmStrikethroughFromMarkdown()]],
  // The second line of a table, perhaps in a list or a quotation.
  [/^(?=[^\r\n]*-)[-+*>:|\d.)\t ]+$/m, [gfmTable(), gfmTableFromMarkdown()]],
  [/\[[ \txX\r\n]\]/, [gfmTaskListItem(), gfmTaskListItemFromMarkdown()]],
];

const ofMath: Part = [math(), mathFromMarkdown()];

/**
 * MDX syntax without evaluation: expressions and attributes are found by their braces and never parsed as a program,
 * so a page may hold anything and is still only read.
 */
const ofMdx: Part = [mdx(), mdxFromMarkdown()];

/** What a text of the page dialect must be parsed with. */
export const syntaxOf = chooseSyntax([ofMath, ofMdx]);

/** What a text of plain Markdown must be parsed with. */
export const plainSyntaxOf = chooseSyntax([ofMath]);

/** Everything that the dialect has. */
export const wholeSyntax = toOptions([...gfmParts.map(([, part]) => part), ofMath, ofMdx]);

function chooseSyntax(others: readonly Part[]): (source: string) => Options {
  const known = new Map<string, Options>();
  return (source) => {
    const marked = gfmParts.map(([mark]) => mark.test(source));
    const name = marked.join();
    let options = known.get(name);
    if (!options) {
      const parts = gfmParts.filter((_, i) => marked[i]).map(([, part]) => part);
      known.set(name, (options = toOptions([...parts, ...others])));
    }
    return options;
  };
}

function toOptions(parts: readonly Part[]): Options {
  return {
    extensions: parts.map(([extension]) => extension),
    mdastExtensions: parts.map(([, ofTree]) => ofTree),
  };
}
