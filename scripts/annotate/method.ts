/**
 * The name of what a paper introduces: method, system, dataset. Authors announce it in few ways (announcements.ts); a name
 * that the title carries, or that the abstract goes on to use, is the likelier one. Papers that name nothing get nothing.
 */
import { merits, threshold, type Reason } from './announcements.ts';
import { findCandidates, type Candidate } from './candidates.ts';
import type { Knowledge } from './knowledge.ts';
import { isCoined, toSingular, type Name } from './names.ts';
import type { Sentence } from './sentence.ts';
import { foldName } from './spellings.ts';

/** The name as the survey shows it, and the place in the abstract that announces it; none where only the title does. */
export type Method = { name: string; place?: { start: number; end: number } };

/** Finds the name that a paper introduces. */
export function findMethod(
  title: string,
  sentences: readonly Sentence[],
  { isCommon, isUsed }: Pick<Knowledge, 'isCommon' | 'isUsed'>,
): Method | undefined {
  const head = /^([^:]{1,40}):\s/.exec(title)?.[1];
  const candidates = sentences
    .flatMap((sentence, at) => findCandidates(sentence, at, head))
    .map((candidate) => ({ candidate, score: weigh(candidate) }));
  const best = candidates.sort((a, b) => b.score - a.score)[0];
  if (best !== undefined && best.score >= threshold) {
    const { start, end } = best.candidate;
    return { name: toDisplay(best.candidate, head), place: { start, end } };
  }
  return head !== undefined && isCoined(head) && !/\s/.test(head) && isUsed(head)
    ? { name: head }
    : undefined;

  function weigh({ text, short, long, reasons, sentence }: Candidate): number {
    const forms = [text, short, long].flatMap((form) => (form === undefined ? [] : toSingular(form)));
    const label = short ?? text;
    const lastWord = text.split(/\s/).at(-1) ?? '';
    const isHead = head !== undefined && forms.some((form) => foldName(form) === foldName(head));
    const before = sentences.slice(0, sentence).some(({ text: words }) => hasWord(words, label));
    const after = sentences.slice(sentence + 1).some(({ text: words }) => hasWord(words, label));
    const found: Reason[] = [...reasons];
    if (isHead) found.push(merits.titleHead);
    else if (forms.some((form) => foldName(title).includes(foldName(form)))) found.push(merits.inTitle);
    if (isCoined(label)) found.push(merits.coined);
    else if (/^\p{Lu}\S*$/u.test(label)) found.push(merits.plain);
    if (long !== undefined) found.push(merits.defined);
    if (/^\p{Lu}\p{Ll}+$/u.test(text) && isCommon(text.toLowerCase())) found.push(merits.common);
    if (after) found.push(merits.again);
    if (before && !isHead) found.push(merits.earlier);
    if (!isHead && (forms.some(isCommon) || (long === undefined && isCoined(lastWord) && isCommon(lastWord))))
      found.push(merits.common);
    return found.reduce((sum, { weight }) => sum + weight, 0);
  }
}

/** Shows long and short form, but a title that begins with the short one is followed where the long one is unwieldy. */
function toDisplay({ text, long, short }: Name, head: string | undefined): string {
  if (long === undefined || short === undefined || text === short) return toPlain(text);
  const length = long.split(/\s+/).length;
  const headed = head !== undefined && foldName(head) === foldName(short) && length > 4;
  return toPlain(headed || length > 6 ? short : `${long} (${short})`);
}

/** Without the marks of Markdown and TeX: "G$^{2}$-Walk" is "G^2-Walk". */
const toPlain = (name: string): string =>
  name
    .replace(/\$(?:\\[a-z]+)?/g, '')
    .replace(/\^\{(\w+)\}/g, '^$1')
    .replace(/\\(?=[*_^{}[\]()#+.!|<>~-])/g, '');

function hasWord(text: string, word: string): boolean {
  const at = text.toLowerCase().indexOf(word.toLowerCase());
  return (
    at >= 0 &&
    !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') &&
    !/[\p{L}\p{N}]/u.test(text[at + word.length] ?? '')
  );
}
