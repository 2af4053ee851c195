/**
 * Mentions of glossary terms in running text. The longest spelling wins; words match whole; abbreviations match in their
 * very case and everything else in any; a space of a spelling may be a hyphen in the text, and a plural is a mention too.
 */

/** A spelling of a term that counts as a mention, as plain text. */
export type Spelling = { id: string; spelling: string };

export type Mention = { id: string; start: number; end: number };

export type MentionFinder = {
  /** The mentions in `text` from left to right; none overlaps another. */
  find(text: string): Mention[];
};

/** Its pattern is made when a text first has the first word of the spelling. */
type Candidate = Spelling & { pattern?: RegExp };

const word = /[\p{L}\p{N}]+/gu;
const wordStart = /[\p{L}\p{N}]/uy;

/** A word of capitals, digits aside, perhaps with the plural's s. */
const isAbbreviation = (form: string): boolean => /^(?:\p{N}*\p{Lu}\p{N}*){2,}s?$/u.test(form);

export function makeMentionFinder(spellings: readonly Spelling[]): MentionFinder {
  const byFirstWord = new Map<string, Candidate[]>();
  for (const { id, spelling } of spellings) {
    const first = spelling.match(word)?.[0]?.toLowerCase();
    if (first === undefined || !/^[\p{L}\p{N}]/u.test(spelling)) continue;
    const candidates = byFirstWord.get(first) ?? [];
    candidates.push({ id, spelling });
    byFirstWord.set(first, candidates);
  }
  for (const candidates of byFirstWord.values()) {
    candidates.sort((a, b) => b.spelling.length - a.spelling.length);
  }
  const matchAt = (text: string, at: number, first: string): Mention | undefined => {
    for (const form of [first, first.replace(/s$/, '')]) {
      for (const candidate of byFirstWord.get(form) ?? []) {
        const pattern = (candidate.pattern ??= toPattern(candidate.spelling));
        pattern.lastIndex = at;
        const end = at + (pattern.exec(text)?.[0].length ?? 0);
        if (end > at && endsAt(text, end, candidate)) return { id: candidate.id, start: at, end };
      }
    }
    return undefined;
  };
  return {
    find: (text) => {
      const mentions: Mention[] = [];
      let end = 0;
      for (const { 0: form, index } of text.matchAll(word)) {
        if (index < end) continue;
        const mention = matchAt(text, index, form.toLowerCase());
        if (!mention || isCompound(text, index)) continue;
        mentions.push(mention);
        end = mention.end;
      }
      return mentions;
    },
  };
}

/** Whether a word stands behind a hyphen: "non-stationary" is no "stationary". */
function isCompound(text: string, index: number): boolean {
  return /[\p{L}\p{N}][-–‑]$/u.test(text.slice(Math.max(0, index - 2), index));
}

/** A phrase is not found in a longer word or compound: "reward" is another thing than "reward-free". */
function endsAt(text: string, end: number, { spelling }: Spelling): boolean {
  if (startsWord(text, end)) return false;
  const last = spelling.match(word)?.at(-1) ?? '';
  return isAbbreviation(last) || !(/[-–‑]/.test(text.charAt(end)) && startsWord(text, end + 1));
}

/** What only looks at letters is compiled once; a pattern of each spelling that did would take a second for a glossary. */
function startsWord(text: string, at: number): boolean {
  wordStart.lastIndex = at;
  return wordStart.test(text);
}

function toPattern(spelling: string): RegExp {
  const parts = spelling.split(/([^\p{L}\p{N}]+)/u).map((part, i) => {
    if (i % 2 === 0) return isAbbreviation(part) ? escape(part) : toAnyCase(part);
    if (/^\s+$/.test(part)) return '(?:\\s+|[-–‑])';
    return /^[-–‑]$/.test(part) ? '[-–‑]' : escape(part);
  });
  return new RegExp(`${parts.join('')}${spelling.endsWith('s') ? '' : 's?'}`, 'uy');
}

function toAnyCase(form: string): string {
  return Array.from(form, (letter) => {
    const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()];
    return lower === upper || upper.length !== lower.length ? escape(letter) : `[${lower}${upper}]`;
  }).join('');
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
