/** Some papers of the files that the build makes of all papers, for readers who take a result set away. */
import type { CatalogueEntry } from '../contract/search/index-format.ts';

/** Files of the whole survey below `/data/`, and how one entry of theirs is told from the next. */
export const takeaways = {
  bibtex: {
    file: 'survey.bib',
    type: 'application/x-bibtex',
    select: selectBlocks(/^@\w+\{([^,\s]+),/, '\n'),
  },
  ris: {
    file: 'survey.ris',
    type: 'application/x-research-info-systems',
    select: selectBlocks(/^ID {2}- (\S+)$/m, '\n'),
  },
  'csl-json': {
    file: 'survey.csl.json',
    type: 'application/vnd.citationstyles.csl+json',
    select: selectItems,
  },
  csv: { file: 'survey.csv', type: 'text/csv', select: selectRows },
} as const;
export type Takeaway = keyof typeof takeaways;

type Select = (text: string, slugs: ReadonlySet<string>) => string;

/** Entries that an empty line parts. */
function selectBlocks(name: RegExp, gap: string): Select {
  return (text, slugs) =>
    text
      .split(/\n{2,}/)
      .map((block) => block.trim())
      .filter((block) => slugs.has(name.exec(block)?.[1] ?? ''))
      .map((block) => `${block}\n`)
      .join(gap);
}

function selectItems(text: string, slugs: ReadonlySet<string>): string {
  const items = JSON.parse(text) as { id: string }[];
  return `${JSON.stringify(items.filter(({ id }) => slugs.has(id)), null, 1)}\n`; // prettier-ignore
}

/** The first row and those of the papers; the first field is the slug. A quoted field may hold line ends. */
function selectRows(text: string, slugs: ReadonlySet<string>): string {
  const rows = text.match(/(?:"(?:[^"]|"")*"|[^"\n])+\n?/g) ?? [];
  return rows.filter((row, i) => i === 0 || slugs.has(/^"?([^",]+)/.exec(row)?.[1] ?? '')).join('');
}

/** A list in Markdown, a line a paper. @param toAddress the whole address of a page */
export function toMarkdownList(
  entries: readonly CatalogueEntry[],
  toAddress: (path: string) => string,
): string {
  return entries
    .map(({ title, markdown, authors, venue, year, url }) => {
      const about = [authors?.join(', '), venue ?? year].filter(Boolean).join('. ');
      const name = markdown ?? title.replace(/[\\`*_[\]<>$]/g, '\\$&');
      return `- [${name}](${toAddress(url)})${about === '' ? '' : `. ${about}`}\n`;
    })
    .join('');
}

/** The name of a paper in its address. */
export function toSlugOf({ url }: CatalogueEntry): string {
  return /([^/]+)\/$/.exec(url)?.[1] ?? '';
}
