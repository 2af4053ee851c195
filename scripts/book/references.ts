/** What the texts of a book name: papers, works and terms, and whether they are in it. */
import type { RootContent } from 'mdast';
import { assignLetters, toCitationLabel, toReferenceKey } from '../../src/contract/byline.ts';
import { compareText } from '../../src/contract/findings.ts';
import { makeMentionFinder } from '../../src/contract/mentions.ts';
import { foldPerson } from '../../src/contract/names.ts';
import { parsePhrasing } from '../../src/contract/phrasing.ts';
import { toReadable } from '../../src/contract/readable-math.ts';
import { collectReferences, type Reference } from '../../src/contract/references.ts';
import { listTermSpellings } from '../../src/contract/term-spellings.ts';
import type { Content } from '../content.ts';
import type { Book, BookChapter, BookPaper, BookReference, BookTerm, Named } from './model.ts';
import type { SoundContent } from './shelves.ts';

/**
 * The glossary of a book holds the terms that its texts mention, its bibliography the works that they cite and the papers
 * of the survey that stand in another book.
 * @param all papers of the survey
 */
export function listReferences(
  content: SoundContent,
  preface: readonly RootContent[],
  chapters: readonly BookChapter[],
  all: readonly BookPaper[],
): Pick<Book, 'glossary' | 'bibliography' | 'names'> {
  const texts = [...preface, ...chapters.flatMap(listTexts)];
  const papers = chapters.flatMap(({ sections }) => sections.flatMap((section) => section.papers));
  const inside = new Set(papers.map(({ slug }) => slug));
  const bases = papers.flatMap(({ data }) => data.buildsOn ?? []);
  const references = [
    ...collectReferences(texts),
    ...bases.map((id): Reference => ({ kind: 'paper', id, place: undefined })),
  ];
  const glossary = listTerms(content, references, texts.map((node) => toReadable([node])).join('\n'));
  const site = content.survey.site.replace(/\/*$/, '/');
  const names = new Map<string, Named>([
    ...all.map((paper): [string, Named] => [
      `paper:${paper.slug}`,
      {
        label: toPaperLabel(paper),
        isInside: inside.has(paper.slug),
        address: paper.links[0]?.address ?? `${site}papers/${paper.slug}/`,
      },
    ]),
    ...[...content.works.values()].map((work): [string, Named] => [
      `work:${work.key}`,
      { label: toCitationLabel(work), isInside: true },
    ]),
    ...glossary.map(({ id, name }): [string, Named] => [
      `term:${id}`,
      { label: toReadable(name.nodes), isInside: true },
    ]),
  ]);
  const told = tellApart(names, references, all, content);
  return { glossary, bibliography: listBibliography(content, references, all, told), names: told };
}

/** Of what is cited and reads alike, each has a letter: "Li 2024a". */
function tellApart(
  names: ReadonlyMap<string, Named>,
  references: readonly Reference[],
  all: readonly BookPaper[],
  { works }: Content,
): ReadonlyMap<string, Named> {
  const titles = new Map<string, string>([
    ...all.map(({ slug, title }) => [`paper:${slug}`, title.text] as const),
    ...[...works.values()].map(({ key, title }) => [`work:${key}`, title] as const),
  ]);
  const cited = references.flatMap(({ kind, id }) => {
    const ref = `${kind}:${id}`;
    const [name, title] = [names.get(ref), titles.get(ref)];
    return name && title !== undefined ? [{ ref, label: name.label, title }] : [];
  });
  const letters = assignLetters(cited);
  return new Map(
    [...names].map(([ref, name]) => [ref, { ...name, label: name.label + (letters.get(ref) ?? '') }]),
  );
}

/** How a paper is cited in running text. */
function toPaperLabel({ data, title }: BookPaper): string {
  return toCitationLabel({ authors: data.authors ?? [], year: data.year, title: title.text });
}

/** All texts of a chapter in which people may name something. */
function listTexts({ narrative, sections }: BookChapter): RootContent[] {
  return [
    ...narrative.nodes,
    ...sections.flatMap(({ papers }) =>
      papers.flatMap(({ abstract, notes, rest }) => [
        ...abstract.nodes,
        ...notes.flatMap(({ text }) => text.nodes),
        ...rest.nodes,
      ]),
    ),
  ];
}

function listTerms({ glossary }: Content, references: readonly Reference[], text: string): BookTerm[] {
  const named = references.flatMap(({ kind, id }) => (kind === 'term' ? [id] : []));
  const mentioned = new Set([...named, ...findTerms(glossary, text)]);
  return glossary
    .filter(({ value }) => mentioned.has(value.id))
    .map(({ value, file, yaml, index }) => ({
      id: value.id,
      name: { file, place: yaml.placeOf([index, 'term']), nodes: parsePhrasing(value.term) },
      definition: {
        file,
        place: yaml.placeOf([index, 'definition']),
        nodes: parsePhrasing(value.definition),
      },
    }))
    .sort((a, b) => compareText(toSortKey(a), toSortKey(b)));
}

/** The ids of the terms that a text mentions, more than once where it does so. */
export function findTerms(glossary: Content['glossary'], text: string): string[] {
  const finder = makeMentionFinder(glossary.flatMap(({ value }) => listTermSpellings(value)));
  return finder.find(text).map(({ id }) => id);
}

function toSortKey({ name }: BookTerm): string {
  return foldPerson(toReadable(name.nodes));
}

function listBibliography(
  { works }: Content,
  references: readonly Reference[],
  all: readonly BookPaper[],
  names: ReadonlyMap<string, Named>,
): BookReference[] {
  const papers = new Map(all.map((paper) => [paper.slug, paper]));
  const cited = new Set(
    references.filter(({ kind }) => kind !== 'term').map(({ kind, id }) => `${kind}:${id}`),
  );
  const lines = [...cited].flatMap((name): BookReference[] => {
    const id = name.slice(name.indexOf(':') + 1);
    const paper = name.startsWith('paper:') ? papers.get(id) : undefined;
    const work = name.startsWith('work:') ? works.get(id) : undefined;
    const target = names.get(name);
    if (!target || (target.isInside && !work)) return [];
    const line = work ? toWorkLine(name, work) : paper && toPaperLine(name, paper, target);
    const letter = /\d([a-z]+)$/.exec(target.label)?.[1] ?? '';
    return line ? [{ ...line, ...(line.year ? { year: line.year + letter } : {}) }] : [];
  });
  return lines.sort((a, b) => compareText(toKey(a), toKey(b)));
}

function toKey({ authors, year, title }: BookReference): string {
  return toReferenceKey({ authors, year, title: toReadable(title.nodes) });
}

type WorkOf<T> = T extends Map<string, infer W> ? W : never;

function toWorkLine(
  name: string,
  { authors, year, title, venue, address }: WorkOf<Content['works']>,
): BookReference {
  return {
    name,
    authors,
    ...(year ? { year } : {}),
    title: { file: 'references.bib', place: undefined, nodes: [{ type: 'text', value: title }] },
    ...(venue ? { venue } : {}),
    ...(address ? { address } : {}),
  };
}

function toPaperLine(name: string, { data, titleLine }: BookPaper, { address }: Named): BookReference {
  return {
    name,
    authors: data.authors ?? [],
    ...(data.year === undefined ? {} : { year: String(data.year) }),
    title: titleLine,
    ...(data.venue ? { venue: data.venue } : {}),
    ...(address ? { address } : {}),
  };
}
