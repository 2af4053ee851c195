/**
 * The filters never use what the survey holds on the very paper asked about. This says which one that is: the paper with its
 * id, its title or its abstract, whatever marks damage or restoration left in them.
 */
import { remember } from './remember.ts';

export type Asked = { id?: string | undefined; title: string; abstract: string };
export type Held = { id: string; title: string; abstract: string };

export function makeSamePaper(asked: Asked): (held: Held) => boolean {
  const title = foldText(asked.title);
  const abstract = foldText(asked.abstract);
  return (held) =>
    asked.id === held.id ||
    (title !== '' && title === foldHeld(held.title)) ||
    (abstract !== '' && abstract === foldHeld(held.abstract));
}

/** A text without case, space, punctuation and commands. */
export const foldText = (text: string): string => text.toLowerCase().replace(/\\[a-z]+|[^\p{L}\p{N}]/gu, '');

/** Texts that the survey holds are compared again and again. */
const foldHeld = remember(foldText);
