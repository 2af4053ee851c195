/**
 * What the pages that listings are copied from do to LaTeX: the channel that restoration inverts.
 * Inferred from pairs of damaged and undamaged abstracts; docs/restoration.md gives the evidence.
 *
 * R0 white space folds · R1 `\cmd{X}` loses the command and its braces, `X` ending at the *first* `}` · R2 a formula
 * loses its dollars and every backslash · R3 all else stays.
 */
export function damage(latex: string): string {
  return dropBackslashes(dropCommands(foldSpace(latex)));
}

/** R0, which is also how two raw texts are compared. */
export const foldSpace = (text: string): string => text.replace(/\s+/g, ' ').trim();

const dropCommands = (text: string): string => text.replace(/\\[a-zA-Z]+\s*\{([^}]*)\}/g, '$1');

const dropBackslashes = (text: string): string =>
  text.replace(/\$([^$]*)\$/g, (_, formula: string) => formula.replaceAll('\\', ''));
