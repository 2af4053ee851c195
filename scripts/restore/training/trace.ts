/** The damage with provenance: where each character of the damaged text came from, and which commands were lost. */

/** A command that R1 took away: its content runs over `[start, end)` of the original, up to its own closing brace. */
export type LostCommand = { name: string; start: number; end: number };

/** `[start, end)` of the damaged text was the formula `tex`, which starts at `origin` in the original. */
export type TracedFormula = { start: number; end: number; tex: string; origin: number };

export type Trace = { raw: string; sources: number[]; formulas: TracedFormula[]; lost: LostCommand[] };

type Traced = { text: string; sources: number[] };

/** Damages `original` (white space folded) as `damage` does, keeping for each character left its place in `original`. */
export function traceDamage(original: string): Trace {
  const lost: LostCommand[] = [];
  const whole = { text: original, sources: Array.from(original, (_, at) => at) };
  if (whole.sources.length !== original.length) whole.sources = [...original.split('').keys()];
  const bare = dropCommands(whole, original, lost);
  return { ...dropBackslashes(bare, original), lost };
}

function dropCommands({ text, sources }: Traced, original: string, lost: LostCommand[]): Traced {
  const kept = new Builder();
  let from = 0;
  for (const match of text.matchAll(/\\([a-zA-Z]+)\s*\{([^}]*)\}/g)) {
    const end = match.index + match[0].length;
    const start = end - 1 - (match[2] ?? '').length;
    kept.copy(text, sources, from, match.index);
    kept.copy(text, sources, start, end - 1);
    lost.push({ name: match[1] ?? '', start, end: findClosingBrace(original, start) });
    from = end;
  }
  kept.copy(text, sources, from, text.length);
  return kept;
}

function dropBackslashes({ text, sources }: Traced, original: string): Omit<Trace, 'lost'> {
  const kept = new Builder();
  const formulas: TracedFormula[] = [];
  let from = 0;
  for (const match of text.matchAll(/\$([^$]*)\$/g)) {
    const end = match.index + match[0].length;
    kept.copy(text, sources, from, match.index);
    const start = kept.text.length;
    for (let at = match.index + 1; at < end - 1; at++)
      if (text[at] !== '\\') kept.copy(text, sources, at, at + 1);
    const origin = (sources[match.index] ?? 0) + 1;
    formulas.push({ start, end: kept.text.length, tex: original.slice(origin, sources[end - 1]), origin });
    from = end;
  }
  kept.copy(text, sources, from, text.length);
  return { raw: kept.text, sources: kept.sources, formulas };
}

class Builder {
  text = '';
  sources: number[] = [];
  copy(text: string, sources: readonly number[], from: number, to: number): void {
    this.text += text.slice(from, to);
    for (let at = from; at < to; at++) this.sources.push(sources[at] ?? 0);
  }
}

/** Where the group that starts at `from` ends: the index of its closing brace, or of the text's end. */
function findClosingBrace(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') depth++;
    else if (text[at] === '}' && depth-- === 0) return at;
  }
  return text.length;
}
