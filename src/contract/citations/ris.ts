/**
 * A paper as RIS. The writer of Citation.js breaks words at column 80, cuts keys at 20 characters and files preprints as
 * articles of journals, so the lines are written here.
 */
import type { CslItem, CslName } from './csl.ts';

/** What Zotero, Mendeley and EndNote file as a conference paper, an article and a preprint. */
const types: Record<CslItem['type'], string> = {
  'paper-conference': 'CONF',
  'article-journal': 'JOUR',
  article: 'UNPB',
  document: 'GEN',
};

/** One entry, with a line end after it. */
export function toRis(item: CslItem): string {
  const [year, month] = item.issued?.['date-parts'][0] ?? [];
  const container = item['container-title'];
  const rows: (readonly [string, string | undefined])[] = [
    ['TY', types[item.type]],
    ['ID', item.id],
    ['TI', item.title],
    ...(item.author ?? []).map((name) => ['AU', toRisName(name)] as const),
    ['PY', year?.toString()],
    ['DA', month === undefined ? year?.toString() : `${year}/${String(month).padStart(2, '0')}`],
    // Half of the readers look for proceedings in one, half in the other.
    ['T2', container],
    ['C3', item.type === 'paper-conference' ? container : undefined],
    ['VL', item.volume],
    ['IS', item.issue],
    ['PB', item.publisher],
    ['AN', item.archive_location && `arXiv:${item.archive_location}`],
    ['DO', item.DOI],
    ['UR', item.URL],
  ];
  const lines = rows.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replace(/\s+/g, ' ')}\n`] : []));
  return `${lines.join('')}ER  - \n`;
}

/** Family name first; a comma after it keeps the name of an organisation whole. */
function toRisName(name: CslName): string {
  if (name.literal) return name.literal.includes(' ') ? `${name.literal},` : name.literal;
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  return [family, name.given, name.suffix].filter(Boolean).join(', ');
}
