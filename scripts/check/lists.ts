/** Facts and glossary: each thing once, and formulas that can be set. */
import type { Report } from '../../src/contract/findings.ts';
import { foldTitle } from '../../src/contract/folded-title.ts';
import type { Content } from '../content.ts';

export function checkLists({ facts, glossary }: Content, report: Report): void {
  const papers = new Map<string, string>();
  for (const { value, file, yaml, index } of facts) {
    const names = [foldTitle(value.title), value.arxiv, value.doi].filter((name) => name !== undefined);
    const taken = names.find((name) => papers.has(name));
    for (const name of names) papers.set(name, value.title);
    if (taken === undefined) continue;
    report.add('fact-unique', file, yaml.placeOf([index]), {
      message: `Unexpected second block of facts on "${value.title}"`,
      expected: 'one block a paper',
      hint: 'Bring both together in one.',
    });
  }
  const spellings = new Map<string, string>();
  for (const { value, file, yaml, index } of glossary) {
    for (const [key, name] of [
      ['id', `#${value.id}`],
      ['term', value.term],
      ...(value.spellings ?? []).map((s) => ['spellings', s]),
    ] as const) {
      const folded = (name ?? '').toLowerCase();
      const owner = spellings.get(folded);
      spellings.set(folded, value.id);
      if (owner === undefined) continue;
      report.add('term-unique', file, yaml.placeOf([index, key ?? 'term']), {
        message: `Unexpected second "${(name ?? '').replace('#', '')}" in the glossary, the first is that of "${owner}"`,
        expected: 'every term and spelling once',
        hint: 'Remove one of the two.',
      });
    }
  }
}

/** What people settled stands on the page as they say. @param pages those that were read */
export function checkSettlements(
  { settlements, pages }: Content,
  papers: ReadonlySet<string>,
  report: Report,
): void {
  const sources = new Map(pages.map(({ slug, source }) => [slug, source]));
  for (const { value, file, yaml, index } of settlements) {
    const source = sources.get(value.paper);
    if (papers.has(value.paper) && (source === undefined || source.includes(value.text))) continue;
    const field = papers.has(value.paper) ? 'text' : 'paper';
    report.add('settlement-found', file, yaml.placeOf([index, field]), {
      message: `Unexpected ${field} "${value[field]}"`,
      expected:
        field === 'paper'
          ? 'the slug of a page'
          : `words of the page ${value.paper}, as its source spells them`,
      hint: 'Correct the row, or remove it if the page was changed since.',
    });
  }
}
