/** A paper in an EPUB: what is known of it, its result, its abstract, its notes. */
import type { Element } from 'hast';
import { contributionNames } from '../../src/contract/words.ts';
import { toReadable } from '../../src/contract/readable-math.ts';
import type { BookPaper } from '../book/model.ts';
import { bookWords as words } from '../book/words.ts';
import { makeHeading } from './headings.ts';
import { toPlaceId } from './places.ts';
import { noteId, passageId, setBlocks, setLine, type ProseSetting } from './prose.ts';
import { element, type Child } from './xml.ts';

export function setPaper(paper: BookPaper, setting: ProseSetting): Element {
  const { slug, number, titleLine, data, headline, abstract, rest } = paper;
  const id = toPlaceId(`paper:${slug}`);
  const label = `${number} ${toReadable(titleLine.nodes)}`;
  const title = [element('span', { class: 'number' }, [number]), ' ', ...setLine(titleLine, setting)];
  return element('article', { 'aria-labelledby': id }, [
    makeHeading(3, id, title, label),
    element('p', { class: 'authors' }, [data.authors?.join(', ') ?? words.authorsUnknown]),
    ...setImprint(paper),
    ...setFacts(paper, setting),
    headline &&
      element('p', { class: 'headline' }, [
        element('span', { class: 'label' }, [words.result]),
        ' ',
        ...setLine(headline, setting),
      ]),
    element(
      'section',
      { 'epub:type': 'abstract', role: 'doc-abstract', 'aria-label': words.abstract },
      setBlocks(abstract, setting, 2),
    ),
    ...setNotes(paper, setting),
    ...setBlocks(rest, setting, 2),
  ]);
}

function setImprint({ imprint, links }: BookPaper): Element[] {
  const marks = [
    ...imprint.map((part): Child => part),
    ...links.map(({ kind, address, id }) => {
      const label = words.links[kind] + (id && kind !== 'openreview' ? `\u00a0${id}` : '');
      return element('a', { href: new URL(address).href }, [label]);
    }),
  ];
  return marks.length === 0 ? [] : [element('p', { class: 'imprint' }, separate(marks, ' · '))];
}

function setFacts({ data, method }: BookPaper, { names, places }: ProseSetting): Element[] {
  const { contribution, benchmarks = [], buildsOn = [] } = data;
  const bases = buildsOn.map((slug) => {
    const name = `paper:${slug}`;
    return element('a', { href: places.get(name) }, [names.get(name)?.label ?? slug]);
  });
  const rows: [string, readonly Child[]][] = [
    [words.facts.method, method === undefined ? [] : [method]],
    [words.facts.contribution, contribution ? [contributionNames[contribution]] : []],
    [words.facts.benchmarks, separate(benchmarks, ', ')],
    [words.facts.buildsOn, separate(bases, '; ')],
  ];
  const told = rows.filter(([, value]) => value.length > 0);
  if (told.length === 0) return [];
  const list = told.flatMap(([label, value]) => [element('dt', {}, [label]), element('dd', {}, value)]);
  return [element('dl', { class: 'facts' }, list)];
}

/** Each note leads back to the words that it stands on. */
function setNotes({ file, notes, abstract }: BookPaper, setting: ProseSetting): Element[] {
  if (notes.length === 0) return [];
  const marked = new Set(listPassages(abstract.nodes));
  const list = notes.map(({ number, text }) =>
    element('li', { id: noteId(file, number) }, [
      ...setBlocks(text, setting, 2),
      marked.has(number) ? setWayBack(file, number) : undefined,
    ]),
  );
  return [
    element('section', { class: 'notes', 'aria-label': words.notes }, [
      element('p', { class: 'label' }, [words.notes]),
      element('ol', {}, list),
    ]),
  ];
}

function setWayBack(file: string, number: number): Element {
  const attributes = { href: `#${passageId(file, number)}`, role: 'doc-backlink', 'aria-label': words.backlink };
  return element('p', { class: 'back' }, [element('a', attributes, ['↩'])]);
} // prettier-ignore

type Marked = { type: string; note?: number; children?: readonly Marked[] };

function listPassages(nodes: readonly Marked[]): number[] {
  return nodes.flatMap(({ note, children = [] }) => [
    ...(note === undefined ? [] : [note]),
    ...listPassages(children),
  ]);
}

function separate(children: readonly Child[], separator: string): Child[] {
  return children.flatMap((child, i) => (i === 0 ? [child] : [separator, child]));
}
