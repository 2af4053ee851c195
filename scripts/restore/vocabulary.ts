/**
 * Which names are commands, what kind of thing each sets and how many arguments it takes, as KaTeX itself has it: its
 * macro context answers the first, its parser the rest, so that this vocabulary cannot drift from what the site can set.
 */
import katex, { ParseError, renderToString } from 'katex';
import { katexOptions } from '../../src/contract/math.ts';

/** The part of KaTeX's macro context that is used: a macro given as a function receives it. */
type MacroContext = { isDefined(name: string): boolean };

/** What `\name` sets: KaTeX's node type, or the family (`rel`, `bin`, `open`, …) where that is `atom`. */
export type Command = { kind: string; arity: number };

/** KaTeX's parser, which its types leave out: TeX in, parse nodes out. @throws ParseError */
type ParseTex = (tex: string, options: object) => ParseNode[];

const parseTex = (katex as unknown as Record<'__parse', ParseTex>)['__parse'];

type ParseNode = { type: string; mode: string; family?: string };

const context = borrowContext();
const commands = new Map<string, Command | undefined>();

/** Is `\name` a command of KaTeX? `name` is letters only, without the backslash. */
export const isCommand = (name: string): boolean => context.isDefined(`\\${name}`);

/** What `\name` is in a formula; `undefined` where it is no command or cannot stand in one. */
export function getCommand(name: string): Command | undefined {
  if (!commands.has(name)) commands.set(name, isCommand(name) ? probe(name) : undefined);
  return commands.get(name);
}

/** How a command may be used, from the plainest on; the first that parses says what it is. */
const uses: readonly { suffix: string; arity: number }[] = [
  { suffix: '', arity: 0 },
  { suffix: '{x}', arity: 1 },
  { suffix: '{x}{x}', arity: 2 },
  // `\left` and `\big` want a delimiter, not an argument.
  { suffix: '(', arity: 0 },
  { suffix: '(x\\right)', arity: 0 },
];

/** Debugging commands print when they are parsed. */
const printing = new Set(['show', 'message', 'errmessage']);

function probe(name: string): Command | undefined {
  if (printing.has(name)) return undefined;
  if (name === 'right') return { kind: 'leftright', arity: 0 };
  for (const { suffix, arity } of uses) {
    try {
      const [node] = parseTex(`\\${name}${suffix}`, katexOptions);
      return { kind: node?.family ?? node?.type ?? 'nothing', arity };
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
    }
  }
  return undefined;
}

function borrowContext(): MacroContext {
  const borrowed: MacroContext[] = [];
  const lend = (lent: MacroContext): string => {
    borrowed.push(lent);
    return '';
  };
  renderToString('\\lend', { ...katexOptions, macros: { '\\lend': lend as never } });
  const [first] = borrowed;
  if (first === undefined) throw new Error('KaTeX lends no macro context');
  return first;
}
