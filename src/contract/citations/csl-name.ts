/** A name in the parts that CSL gives it. */
import { parseName } from '../person-name.ts';

export type CslName = {
  given?: string;
  'non-dropping-particle'?: string;
  family?: string;
  suffix?: string;
  literal?: string;
};

/** As people write it: given name first. */
export function printName({ given, 'non-dropping-particle': particle, family, suffix, literal }: CslName): string {
  return literal ?? [given, particle, family, suffix].filter(Boolean).join(' ');
} // prettier-ignore

/** @param name as printed */
export function toCslName(name: string): CslName {
  const parts = parseName(name);
  if ('organisation' in parts) return { literal: parts.organisation };
  const { given, particle, family, suffix } = parts;
  return {
    given,
    ...(particle ? { 'non-dropping-particle': particle } : {}),
    family,
    ...(suffix ? { suffix } : {}),
  };
}
