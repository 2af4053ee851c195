/** How to cite a paper: the texts that readers take away. */
import { toReference } from '../contract/citations/reference.ts';
import { toRis } from '../contract/citations/ris.ts';
import type { PaperDetails } from './entries.ts';
import { besidePath, dataPath, href, paperPath } from './links.ts';
import type { LinkView } from './site-view.ts';
import { strings } from './strings.ts';

export type CiteView = {
  reference: string;
  formats: { label: string; text: string; file: LinkView }[];
};

export function toCiteView(slug: string, { item, bibtex }: PaperDetails): CiteView {
  const { formats } = strings.cite;
  const all = (name: string) => ({ label: strings.cite.all, href: href(dataPath(name)) });
  return {
    reference: toReference(item),
    formats: [
      {
        label: formats.bibtex,
        text: bibtex,
        file: { label: `${slug}.bib`, href: href(besidePath(paperPath(slug), 'bib')) },
      },
      { label: formats.ris, text: toRis(item), file: all('survey.ris') },
      {
        label: formats['csl-json'],
        text: `${JSON.stringify([item], null, 2)}\n`,
        file: all('survey.csl.json'),
      },
    ],
  };
}
