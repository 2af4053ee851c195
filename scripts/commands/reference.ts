/** The command reference, made from the table of commands: `docs/commands.md`. */
import type { Root, RootContent, TableRow } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { commandTable, type CommandRow } from './table.ts';

type Text = Extract<RootContent, { type: 'text' | 'inlineCode' }>;

const text = (value: string): Text => ({ type: 'text', value });
const code = (value: string): Text => ({ type: 'inlineCode', value });
const paragraph = (...children: Text[]): RootContent => ({ type: 'paragraph', children });

/** Markdown, to be read on the site and in the repository. */
export function writeReference(): string {
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [text('Commands')] },
      paragraph(
        text('One executable has all commands: '),
        code('npx --no-install scholium COMMAND'),
        text('. This page is made from the table that the executable itself is made from ('),
        code('npm run commands'),
        text(').'),
      ),
      paragraph(
        text('Every command takes '),
        code('--content <dir>'),
        text(', the survey (default: the variable '),
        code('SCHOLIUM_CONTENT'),
        text(', else '),
        code('content'),
        text('), and '),
        code('--help'),
        text('. '),
        code('SCHOLIUM_OUT'),
        text(' names the folder of the built site ('),
        code('dist'),
        text('), '),
        code('SCHOLIUM_BASE'),
        text(
          ' the path below which it is served. A command ends with 0 where all is well, with 1 where the data has errors, with 2 where it was called in a way that it does not know. Those that write to the survey wait for nobody: where another one is writing, they say so and end.',
        ),
      ),
      ...commandTable.flatMap(writeCommand),
    ],
  };
  return toMarkdown(tree, { bullet: '-', extensions: [gfmToMarkdown()] });
}

function writeCommand({ name, summary, arguments: given = [], options = [] }: CommandRow): RootContent[] {
  const usage = [
    'scholium',
    name,
    ...given.map((one) => one.name),
    ...(options.length > 0 ? ['[options]'] : []),
  ];
  const rows = [
    ...given.map((one): Pair => [one.name, one.summary]),
    ...options.map(({ flags, summary: meaning, choices }): Pair => [
      flags,
      choices ? `${meaning}: ${choices.join(', ')}` : meaning,
    ]),
  ];
  return [
    { type: 'heading', depth: 2, children: [text(name)] },
    paragraph(text(summary)),
    { type: 'code', lang: 'sh', value: usage.join(' ') },
    ...(rows.length === 0 ? [] : [toTable(rows)]),
  ];
}

type Pair = readonly [string, string];

function toTable(rows: readonly Pair[]): RootContent {
  const toRow = ([first, second]: Pair, isHead = false): TableRow => ({
    type: 'tableRow',
    children: [isHead ? text(first) : code(first), text(second)].map((child) => ({
      type: 'tableCell',
      children: [child],
    })),
  });
  return {
    type: 'table',
    children: [toRow(['given', 'means'], true), ...rows.map((row) => toRow(row))],
  };
}
