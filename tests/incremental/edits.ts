/** What people and the generator do to a survey, each a row; all of them leave it sound. */
import type { PaperRecord } from '../../src/contract/record.ts';
import type { Benchmark, GlossaryTerm, Settlement, Survey, Venue } from '../../src/contract/schema.ts';
import { toPerson } from '../bench/survey/words.ts';
import {
  editBody,
  editFront,
  editText,
  editValue,
  isNamed,
  listChapters,
  listPages,
  listSections,
  toRecordPath,
  toSlug,
  type World,
} from './world.ts';

type Edit = (world: World) => void;
type ChapterFront = { title: string; scope: string; sections: { name: string }[] };

const formulas = ['$\\epsilon$', '$n^{-2}$', '$\\sum_{i=1}^{9} w_i$', '$q_{\\text{sea}}$'];

const drawPage = (world: World): string => world.random.pick(listPages(world));
const drawChapter = (world: World): string => world.random.pick(listChapters(world));
const drawChapterPath = (world: World): string => `chapters/${drawChapter(world)}.mdx`;

export const edits: Readonly<Record<string, Edit>> = {
  // Pages
  'a title': (world) => {
    const word = world.newWord();
    editFront(world, drawPage(world), (data) => (data.title = `${data.title} ${word}`));
  },
  'a formula in a title': (world) => {
    const formula = world.random.pick(formulas);
    editFront(world, drawPage(world), (data) => (data.title = `${data.title} in ${formula}`));
  },
  authors: (world) => {
    const name = toPerson(world.random.below(6));
    editFront(world, drawPage(world), (data) => (data.authors = [...new Set([name, ...(data.authors ?? [])])]));
  },
  'a year and a venue': (world) => {
    const year = 2015 + world.random.below(9);
    editFront(world, drawPage(world), (data) => Object.assign(data, { year, venue: `Knots ${year}` }));
  },
  'a method and a benchmark': (world) => {
    const [method, benchmark] = [world.random.pick(['FORTY', 'Sweep (SWP)', world.newWord()]), world.random.pick(['Harbour-9', 'nine harbours', world.newWord()])];
    editFront(world, drawPage(world), (data) => Object.assign(data, { method, benchmarks: [benchmark] }));
  },
  'what a paper builds on': (world) => {
    const base = toSlug(drawPage(world));
    const page = drawPage(world);
    if (toSlug(page) !== base) editFront(world, page, (data) => (data.buildsOn = [base]));
  },
  'a sentence more': (world) => {
    const sentence = `There is ${world.newWord()} of ${world.random.pick(formulas)} in a regime of the sea.`;
    editBody(world, drawPage(world), ({ abstract, rest }) => `${abstract.trimEnd()}\n${sentence}\n\n${rest}`);
  },
  'a note': (world) => {
    const cited = toSlug(drawPage(world));
    const word = world.newWord();
    editBody(world, drawPage(world), ({ abstract, rest }) => {
      const [on] = /[a-z]{3,} [a-z]{3,}/.exec(abstract) ?? [];
      const note = `<Note on="${on}">See ${word}, <Cite paper="${cited}" /> and <Term id="moc" />.</Note>\n`;
      return on === undefined ? `${abstract}${rest}` : `${abstract.trimEnd()}\n\n## More\n\n${note}\n${rest}`;
    });
  },
  'no notes': (world) => editBody(world, drawPage(world), ({ abstract }) => abstract),
  'another section': (world) =>
    editFront(world, drawPage(world), (data) => (data.section = world.random.pick(listSections(world, data.chapter)))),
  'another chapter': (world) => movePage(world, drawPage(world), drawChapter(world)),
  'also in a chapter': (world) => {
    const also = drawChapter(world);
    editFront(world, drawPage(world), (data) => (also === data.chapter ? delete data.also : (data.also = [also])));
  },
  'another name': (world) => renamePage(world, drawPage(world), world.newWord()),
  'a page more': addPage,
  'a page withdrawn': (world) => removePage(world, { isWithdrawn: true }),
  'a page and its record less': (world) => removePage(world, { isWithdrawn: false }),

  // Records: what the generator knows
  'a related paper': (world) => {
    const other = toSlug(drawPage(world));
    editRecord(world, (record) => {
      const related = { slug: other, crossChapter: world.random.below(2) === 0, reasons: [{ kind: 'terms' as const, names: [world.newWord()] }] };
      record.relations = { usedBy: [], related: record.slug === other ? [] : [related] };
    });
  },
  'a role': (world) =>
    editRecord(world, ({ annotation }) => {
      const first = annotation?.roles[0];
      if (first) first.role = first.role === 'problem' ? 'background' : 'problem';
    }),
  'a date': (world) => editRecord(world, (record) => (record.added = `2024-0${1 + world.random.below(8)}-03`)),
  'a fact': (world) => {
    const venue = `Facts ${world.newWord()}`;
    editRecord(world, (record) => (record.facts = { confirmations: 1, venue }));
    editText({ ...world, files: world.files.set('facts/facts.yml', world.files.get('facts/facts.yml') ?? '') }, 'facts/facts.yml', (text) => `${text}- { title: "${venue}", confirmations: 1 }\n`);
  },

  // What all pages share
  'a definition': (world) => editTerms(world, (terms, word) => (world.random.pick(terms).definition += ` Or ${word}.`)),
  'a spelling': (world) => editTerms(world, (terms) => (world.random.pick(terms).spellings = [world.random.pick(['sea', 'harbours', 'river', 'diagram'])])),
  'a term more': (world) => editTerms(world, (terms, word) => void terms.push({ id: word, term: `The ${word}`, definition: 'New.', spellings: [world.random.pick(['gauge', 'proof', word])] })),
  'a term less': (world) => editTerms(world, (terms) => terms.length > 2 && terms.pop()),
  'a work': (world) => {
    const word = world.newWord();
    editText(world, 'references.bib', (text) => text.replace(/title = \{/, `title = {${word}, or: `));
  },
  'a benchmark': (world) =>
    editValue<Benchmark[]>(world, 'benchmarks.yml', (rows) => {
      rows[0]!.spellings = [world.random.pick(['nine harbours', 'nine quays']), world.newWord()];
    }),
  'a venue': (world) => editValue<Venue[]>(world, 'venues.yml', (rows) => (rows[0]!.title = `Congress of ${world.newWord()}`)),
  'a settlement less': (world) => editValue<Settlement[]>(world, 'settled.yml', (rows) => void rows.pop()),
  'a reason of a settlement': (world) => editValue<Settlement[]>(world, 'settled.yml', (rows) => rows[0] && (rows[0].why = world.newWord())),
  'a capture': (world) => editText(world, 'listings/captures.yml', (text) => text.replace(/second.txt: .*/, `second.txt: 2024-0${1 + world.random.below(8)}-02`)),
  'the survey': (world) =>
    editValue<Survey>(world, 'survey.yml', (survey) => {
      const key = world.random.pick(['title', 'description', 'version'] as const);
      survey[key] = `${survey[key]} ${world.newWord()}`;
    }),
  'what the survey says of itself': (world) => editText(world, 'about.mdx', (text) => text.replace('Two fields', `Two fields, ${world.newWord()},`)),

  // Chapters
  'a title of a chapter': (world) => editFront<ChapterFront>(world, drawChapterPath(world), (data) => (data.title = `Of ${world.newWord()}`)),
  'a scope': (world) => editFront<ChapterFront>(world, drawChapterPath(world), (data) => (data.scope = `All about ${world.newWord()}.`)),
  'a paragraph of a narrative': (world) => {
    const paragraph = `## On ${world.newWord()}\n\nThe regime of ${world.random.pick(formulas)} is that of <Cite paper="${toSlug(drawPage(world))}" />.`;
    editText(world, drawChapterPath(world), (text) => `${text.trimEnd()}\n\n${paragraph}\n`);
  },
  'a name of a section': (world) => {
    const chapter = drawChapter(world);
    const word = `Of ${world.newWord()}`;
    let old = '';
    editFront<ChapterFront>(world, `chapters/${chapter}.mdx`, ({ sections }) => {
      const section = world.random.pick(sections);
      old = section.name;
      section.name = word;
    });
    for (const page of listPages(world)) {
      editFront(world, page, (data) => data.chapter === chapter && data.section === old && (data.section = word));
    }
  },
  'the order of chapters': (world) => editValue<Survey>(world, 'survey.yml', ({ chapters }) => void chapters.push(...chapters.splice(0, 1))),
  'a chapter more': (world) => {
    const id = world.newWord();
    world.files.set(`chapters/${id}.mdx`, `---\ntitle: The ${id}\nscope: What is ${id}.\nsections:\n  - name: All of ${id}\n---\n\nNew: ${world.random.pick(formulas)}.\n`);
    editValue<Survey>(world, 'survey.yml', ({ chapters }) => void chapters.push(id));
  },
  'a chapter less': (world) => {
    const id = drawChapter(world);
    const used = [...world.files].some(([path, text]) => path.startsWith('papers/') && text.includes(id));
    if (used || ['tides', 'knots'].includes(id)) return;
    world.files.delete(`chapters/${id}.mdx`);
    editValue<Survey>(world, 'survey.yml', (survey) => (survey.chapters = survey.chapters.filter((one) => one !== id)));
  },
}; // prettier-ignore

function editRecord(world: World, change: (record: PaperRecord) => void): void {
  editValue(world, toRecordPath(toSlug(drawPage(world))), change);
}

function editTerms(world: World, change: (terms: GlossaryTerm[], word: string) => void): void {
  editValue<GlossaryTerm[]>(world, 'glossary.yml', (terms) => change(terms, world.newWord()));
}

function movePage(world: World, page: string, chapter: string): void {
  const section = world.random.pick(listSections(world, chapter));
  editFront(world, page, (data) => {
    Object.assign(data, { chapter, section });
    if (data.also?.includes(chapter)) delete data.also;
  });
  putPage(world, page, `papers/${chapter}/${toSlug(page)}.mdx`);
}

function putPage({ files }: World, from: string, to: string): void {
  const text = files.get(from) ?? '';
  files.delete(from);
  files.set(to, text);
}

/** Everything that names it follows, and its old address leads to the new one. */
function renamePage(world: World, page: string, slug: string): void {
  const old = toSlug(page);
  const name = new RegExp(`(?<![-\\w])${old}(?![-\\w])`, 'g');
  putPage(world, page, page.replace(old, slug));
  putPage(world, toRecordPath(old), toRecordPath(slug));
  for (const [path, text] of world.files) world.files.set(path, text.replace(name, slug));
  editFront(world, page.replace(old, slug), (data) => (data.aliases = [...(data.aliases ?? []), old]));
}

function addPage(world: World): void {
  const slug = world.newWord();
  const chapter = drawChapter(world);
  const section = world.random.pick(listSections(world, chapter));
  const record = { slug, title: slug, abstract: 'raw', sightings: [{ listing: 'second.txt', title: { line: 9, column: 1 } }], added: '2024-03-04' };
  world.files.set(`papers/${chapter}/${slug}.mdx`, `---\ntitle: The ${slug} in ${world.random.pick(formulas)}\nauthors: [${toPerson(3)}]\nchapter: ${chapter}\nsection: ${JSON.stringify(section)}\n---\n\nA regime of ${slug} is shown.\n`);
  world.files.set(toRecordPath(slug), JSON.stringify(record));
} // prettier-ignore

function removePage(world: World, { isWithdrawn }: { isWithdrawn: boolean }): void {
  const page = drawPage(world);
  const slug = toSlug(page);
  if (isNamed(world, slug) || listPages(world).length < 4) return;
  world.files.delete(page);
  if (isWithdrawn) {
    editValue<PaperRecord>(
      world,
      toRecordPath(slug),
      (record) => (record.withdrawn = { why: world.newWord() }),
    );
  } else world.files.delete(toRecordPath(slug));
  editValue<Settlement[]>(world, 'settled.yml', (rows) => {
    rows.splice(0, rows.length, ...rows.filter(({ paper }) => paper !== slug));
  });
}
