/** Every address outside the survey that its pages lead to, with the places that name it. */
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { compareText } from '../../src/contract/findings.ts';
import type { Page } from '../../src/contract/page.ts';
import { listPaperLinks } from '../../src/contract/paper-links.ts';
import type { Content } from '../content.ts';

export type Place = { file: string; line: number; column: number };
export type Address = { address: string; places: Place[] };

/** Sorted by address, each once. */
export function collectAddresses({ pages, chapters, about, works, settlements }: Content): Address[] {
  const named = [
    ...pages.flatMap(listPageAddresses),
    ...pages.flatMap(({ path, abstract, body }) =>
      [...abstract, ...body].flatMap((node) => listLinks(path, node)),
    ),
    ...[...chapters, ...(about ? [about] : [])].flatMap(({ path, tree }) => listLinks(path, tree)),
    ...settlements.flatMap(({ value, file, yaml, index }) =>
      value.source === undefined ? [] : [at(value.source, file, yaml.placeOf([index, 'source']).start)],
    ),
    ...[...works.values()].flatMap(({ address }) =>
      address === undefined ? [] : [at(address, 'references.bib')],
    ),
  ];
  return [...Map.groupBy(named, ({ address }) => address)]
    .map(([address, found]) => ({ address, places: found.map(({ place }) => place) }))
    .sort((a, b) => compareText(a.address, b.address));
}

type Named = { address: string; place: Place };

function at(address: string, file: string, start = { line: 1, column: 1 }): Named {
  return { address, place: { file, line: start.line, column: start.column } };
}

/** The PDF of a preprint stands beside its page: one of them is asked for. */
function listPageAddresses({ path, data, yaml }: Page): Named[] {
  return listPaperLinks(data)
    .filter(({ kind }) => kind !== 'pdf')
    .map(({ kind, address }) => at(address, path, yaml.placeOf([kind]).start));
}

function listLinks(file: string, tree: Nodes): Named[] {
  const links: Named[] = [];
  visit(tree, (node) => {
    if ((node.type === 'link' || node.type === 'definition') && /^https?:/i.test(node.url))
      links.push(at(node.url, file, node.position?.start));
  });
  return links;
}
