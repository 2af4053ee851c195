/**
 * A paper as BibTeX. Citation.js chooses the entry type, names the fields and puts names in order; titles are written
 * here, for it would drop formulas and brace every capital.
 */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { parsePhrasing } from '../phrasing.ts';
import type { CslItem } from './csl.ts';
import { toTexTitle } from './tex-title.ts';
import { escapeTex } from './tex.ts';

// What it is given is LaTeX already, and a key may hold hyphens.
Object.assign(plugins.config.get('@bibtex').format, { asciiOnly: false, checkLabel: false });

export type BibtexSource = {
  item: CslItem;
  /** Markdown with `$math$`. */
  title: string;
  /** As plain text: a word of the title that is a name there keeps its capital. */
  abstract: string;
};

/** One entry, with a line end after it. */
export function toBibtex({ item, title, abstract }: BibtexSource): string {
  const { type, label, properties } = mapEntry(item);
  const container = item['container-title'] && escapeTex(item['container-title']);
  const archive = item.archive && toArchive(item.archive, item.archive_location ?? '');
  const { author, year, volume, number, doi, url } = properties;
  const fields: Record<string, string | undefined> = {
    title: toTexTitle(parsePhrasing(title), abstract),
    author,
    [type === 'article' ? 'journal' : 'booktitle']: container,
    volume,
    number,
    year,
    ...archive,
    doi,
    url,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value ? [`  ${name} = {${value}},\n`] : [],
  );
  return `@${type}{${label},\n${lines.join('')}}\n`;
}

type Entry = { type: string; label: string; properties: Record<string, string> };

function mapEntry({ author, type, ...item }: CslItem): Entry {
  const names = author?.map((name) =>
    Object.fromEntries(Object.entries(name).map(([part, text]) => [part, escapeTex(text)])),
  );
  const mapped = {
    id: item.id,
    'citation-key': item['citation-key'],
    // It knows no preprints: `article` would be an article of no journal.
    type: type === 'article' ? 'document' : type,
    ...(names ? { author: names } : {}),
    ...(item.issued ? { issued: item.issued } : {}),
    ...(item.volume ? { volume: item.volume } : {}),
    ...(item.issue ? { issue: item.issue } : {}),
    ...(item.DOI ? { DOI: item.DOI } : {}),
    ...(item.URL ? { URL: item.URL } : {}),
  };
  const [entry] = plugins.output.format('bibtex', [mapped], { format: 'object' }) as Entry[];
  if (!entry) throw new Error(`No BibTeX of ${item.id}`);
  return entry;
}

/** The fields of BibTeX styles that know arXiv; the older ids name their class. */
function toArchive(archive: string, id: string): Record<string, string> {
  const [, primaryClass] = /^([a-z-]+(?:\.[A-Z]{2})?)\/\d{7}$/.exec(id) ?? [];
  return { eprint: id, archivePrefix: archive, ...(primaryClass ? { primaryClass } : {}) };
}
