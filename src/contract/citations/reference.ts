/** A paper as one line of a list of references, in plain text. */
import type { CslItem } from './csl.ts';
import { printName, type CslName } from './csl-name.ts';

/** So many authors are named; of more, the first of them. */
const mostAuthors = 10;

/** Authors (year). Title. Where it was published, volume(issue). arXiv:id. https://doi.org/… */
export function toReference(item: CslItem): string {
  const [year] = item.issued?.['date-parts'][0] ?? [];
  const authors = toAuthors(item.author ?? []);
  const head = [authors, year === undefined ? '' : `(${year})`].filter(Boolean).join(' ');
  const volume = item.volume && `${item.volume}${item.issue ? `(${item.issue})` : ''}`;
  const where = [item['container-title'], volume].filter(Boolean).join(' ');
  const archive = item.archive_location && `${item.archive}:${item.archive_location}`;
  const address = item.DOI ? `https://doi.org/${item.DOI}` : item.archive ? undefined : item.URL;
  const sentences = [head, item.title, where, archive].flatMap((part) => (part ? [endSentence(part)] : []));
  return [...sentences, ...(address ? [address] : [])].join(' ');
}

function toAuthors(names: readonly CslName[]): string {
  const [last, ...others] = names.slice(0, mostAuthors).map(printName).toReversed();
  if (last === undefined) return '';
  if (names.length > mostAuthors) return `${[...others.toReversed(), last].join(', ')} et al.`;
  return others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
}

function endSentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
