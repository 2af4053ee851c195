/** Links the first mentions of glossary terms in chapters, as on papers' pages. */
import type { Root } from 'mdast';
import { readGlossary } from '../contract/content.ts';
import { makeReport } from '../contract/findings.ts';
import { collectReferences } from '../contract/references.ts';
import { settings } from '../lib/settings.ts';
import { readText } from '../load/files.ts';
import { makeTermLinks, type TermLinks } from './terms.ts';

export function remarkTerms() {
  let links: TermLinks | undefined;
  return (tree: Root): void => {
    links ??= readLinks();
    const linker = links.startPage();
    for (const { kind, id } of collectReferences(tree.children)) if (kind === 'term') linker.skip(id);
    linker.link(tree);
  };
}

/** Nothing is kept or checked of it: the reader of the build does both, at the same time. */
function readLinks(): TermLinks {
  const report = makeReport();
  const source = readText(settings.content, 'glossary.yml', report) ?? '';
  return makeTermLinks(readGlossary('glossary.yml', source, report, false).map(({ value }) => value));
}
