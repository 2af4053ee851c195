/** The parts of a name as it is printed: "Hado van Hasselt" is Hado, van, Hasselt. */

import { remember } from './remember.ts';

export type PersonName = {
  given: string;
  /** Particles in lower case, which sorting leaves out: van, de la. */
  particle?: string;
  family: string;
  suffix?: string;
};

/** An organisation has a name and no parts. */
export type AuthorName = PersonName | { organisation: string };

/** Words that belong to the family name after them. */
const particles = /^(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|ten|ter|zu|zur|bin|ibn|al|el)$/i;

const suffixes = /^(?:Jr|Sr)\.?$|^(?:II|III|IV)$/;

/** Words that name a body of people, in the languages that listings use. */
const bodies =
  /(?:^|[\s-])(?:team|group|collective|collaboration|consortium|committee|community|project|initiative|alliance|labs?|laborator(?:y|ies)|institute?|universit\p{L}*|school|college|cent(?:er|re)|department|society|association|foundation|organi[sz]ation|agency|ministry|council|inc|ltd|llc|corp|corporation|company|gmbh)\.?(?=$|[\s,])/iu;

/** @param name as printed; a single word and the name of a body of people are taken whole */
export function parseName(name: string): AuthorName {
  const words = name.trim().split(/,?\s+/);
  if (words.length === 1 || bodies.test(name)) return { organisation: name.trim() };
  const suffix = words.length > 2 && suffixes.test(words.at(-1) ?? '') ? words.pop() : undefined;
  let start = words.length - 1;
  while (start > 1 && particles.test(words[start - 1] ?? '')) start--;
  let family = start;
  while (family < words.length - 1 && /^\p{Ll}/u.test(words[family] ?? '')) family++;
  const particle = words.slice(start, family).join(' ');
  return {
    given: words.slice(0, start).join(' '),
    ...(particle === '' ? {} : { particle }),
    family: words.slice(family).join(' '),
    ...(suffix === undefined ? {} : { suffix }),
  };
}

/** What a person is called in running text: the last word of a name, with the particles before it. */
export const toFamilyName = remember((name) => {
  const parts = parseName(name);
  if ('organisation' in parts) return parts.organisation;
  return [parts.particle, parts.family].filter(Boolean).join(' ');
});
