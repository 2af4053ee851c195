/** What a page or chapter names elsewhere in the survey, and whether it is there. */
import type { Root, RootContent } from 'mdast';
import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import { closest } from './closest.ts';
import {
  components,
  findAttribute,
  isComponent,
  type ComponentElement,
  type ComponentName,
} from './components.ts';
import type { Report } from './findings.ts';
import type { Page } from './page.ts';
import type { YamlPath } from './yaml.ts';
import { toPlain } from './phrasing.ts';

/** The names that may be referred to. */
export type SurveyIndex = {
  /** Slugs of pages. */
  papers: ReadonlySet<string>;
  /** Sections by chapter id. */
  chapters: ReadonlyMap<string, readonly string[]>;
  /** Keys of references.bib. */
  works: ReadonlySet<string>;
  /** Ids of glossary terms. */
  terms: ReadonlySet<string>;
};

export type Reference = { kind: 'paper' | 'work' | 'term'; id: string; place: Position | undefined };

/** The papers, works and terms that components name, in order of the text. */
export function collectReferences(nodes: readonly RootContent[]): Reference[] {
  const references: Reference[] = [];
  visit({ type: 'root', children: [...nodes] } as Root, (node) => {
    if (isComponent(node)) references.push(...referencesOf(node));
  });
  return references;
}

/** Reports every reference that does not resolve. */
export function checkReferences(
  file: string,
  references: readonly Reference[],
  index: SurveyIndex,
  report: Report,
): void {
  const known = { paper: index.papers, work: index.works, term: index.terms };
  for (const { kind, id, place } of references) {
    if (known[kind].has(id)) continue;
    const near = closest(id, known[kind]);
    report.add('reference-resolves', file, place, {
      message: `Unexpected ${kind} "${id}"`,
      expected: expectations[kind],
      hint: near ? `Did you mean "${near}"?` : 'Correct the name.',
    });
  }
}

/** Reports what the front matter of a page names and the survey does not have. */
export function checkFiling(
  page: Pick<Page, 'path' | 'data' | 'yaml'>,
  index: SurveyIndex,
  report: Report,
): void {
  const { path, data } = page;
  // The YAML of a page may be parsed only when it is asked for, so it is asked for places only.
  const placeOf = (at: YamlPath): Position => page.yaml.placeOf(at);
  const chapterNames = [...index.chapters.keys()];
  for (const [key, id] of [
    ['chapter', data.chapter] as const,
    ...(data.also ?? []).map((id, i) => [i, id] as const),
  ]) {
    if (index.chapters.has(id)) continue;
    const near = closest(id, chapterNames);
    report.add('chapter-known', path, placeOf(key === 'chapter' ? [key] : ['also', key]), {
      message: `Unexpected chapter "${id}"`,
      expected: `one of ${chapterNames.join(', ')}`,
      hint: near ? `Did you mean "${near}"?` : 'Correct the name.',
    });
  }
  const seen = new Set([data.chapter]);
  for (const [i, id] of (data.also ?? []).entries()) {
    if (seen.has(id)) {
      report.add('also-elsewhere', path, placeOf(['also', i]), {
        message: `Unexpected chapter "${id}" in also`,
        expected: 'other chapters than its own, each once',
        hint: 'Remove it.',
      });
    }
    seen.add(id);
  }
  const sections = index.chapters.get(data.chapter);
  if (sections && !sections.includes(data.section)) {
    const near = closest(data.section, sections);
    report.add('section-known', path, placeOf(['section']), {
      message: `Unexpected section "${data.section}" of the chapter "${data.chapter}"`,
      expected: `one of ${sections.join('; ')}`,
      hint: near ? `Did you mean "${near}"?` : 'Correct the name.',
    });
  }
  const buildsOn = (data.buildsOn ?? []).flatMap((id, i) =>
    index.papers.has(id) ? [] : [{ kind: 'paper' as const, id, place: placeOf(['buildsOn', i]) }],
  );
  checkReferences(path, buildsOn, index, report);
}

/** Reports each note whose passage does not stand in the abstract. Both are compared as plain text. */
export function checkNotes({ path, abstract, body }: Page, report: Report): void {
  const text = abstract.map((node) => toPlain([node])).join(' ');
  visit({ type: 'root', children: [...body] } as Root, (node) => {
    if (!isComponent(node) || node.name !== 'Note') return;
    const on = findAttribute(node, 'on');
    if (typeof on?.value !== 'string' || text.includes(on.value.replace(/\s+/g, ' ').trim())) return;
    report.add('note-passage-found', path, on.position, {
      message: `Unexpected passage "${on.value}"`,
      expected: 'words that stand in the abstract, formulas as their TeX without dollar signs',
      hint: 'Copy the passage from the abstract.',
    });
  });
}

const expectations = {
  paper: 'the slug of a page of this survey',
  work: 'a key of references.bib',
  term: 'the id of a term of the glossary',
};

function referencesOf(element: ComponentElement): Reference[] {
  if (!Object.hasOwn(components, element.name ?? '')) return [];
  const { props } = components[element.name as ComponentName];
  return Object.entries(props).flatMap(([name, names]): Reference[] => {
    const attribute = findAttribute(element, name);
    if (typeof attribute?.value !== 'string' || names === 'passage') return [];
    const kind = names === 'papers' ? 'paper' : names;
    return attribute.value
      .split(/\s+/)
      .filter(Boolean)
      .map((id) => ({ kind, id, place: attribute.position }));
  });
}
