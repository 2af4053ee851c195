/**
 * What bibliographies say of a work beside the fields of ours, under the names of CSL's variables (Citation Style
 * Language 1.0.2, appendix IV), and how BibTeX and RIS write each. Parsers and serialisers read the same rows.
 */

type Row = {
  /** Fields of BibTeX and BibLaTeX; the first one is written. */
  bibtex?: readonly string[];
  /** Tags of RIS; the first one is written. */
  ris?: readonly string[];
  /** What a value is; text where nothing is said. Names are apart by `; `, words by `, `. */
  kind?: 'names' | 'date' | 'words';
  /** It describes where the work was published: it is wrong once the survey knows of a later publication. */
  publication?: true;
};

export const variables = {
  'container-title-short': { bibtex: ['shortjournal'], ris: ['J2', 'JA', 'J1'], publication: true },
  volume: { bibtex: ['volume'], ris: ['VL'], publication: true },
  issue: { bibtex: ['number', 'issue'], ris: ['IS', 'CP'], publication: true },
  page: { bibtex: ['pages'], ris: ['SP'], publication: true },
  'number-of-pages': { bibtex: ['pagetotal'], publication: true },
  'number-of-volumes': { bibtex: ['volumes'], ris: ['NV'], publication: true },
  'chapter-number': { bibtex: ['chapter'], ris: ['SE'], publication: true },
  number: { bibtex: ['number'], ris: ['M1'], publication: true },
  publisher: { bibtex: ['publisher', 'school', 'institution'], ris: ['PB'], publication: true },
  'publisher-place': { bibtex: ['address', 'location'], ris: ['CY', 'PP'], publication: true },
  'collection-title': { bibtex: ['series'], ris: ['T3'], publication: true },
  edition: { bibtex: ['edition'], ris: ['ET'], publication: true },
  'event-title': { bibtex: ['eventtitle'], publication: true },
  'event-place': { bibtex: ['venue'], publication: true },
  ISBN: { bibtex: ['isbn'], publication: true },
  ISSN: { bibtex: ['issn'], publication: true },
  issued: { ris: ['DA', 'Y1'], kind: 'date', publication: true },
  editor: { bibtex: ['editor'], ris: ['ED', 'A2'], kind: 'names', publication: true },
  'collection-editor': { ris: ['A3'], kind: 'names', publication: true },
  'container-author': { bibtex: ['bookauthor'], kind: 'names', publication: true },
  translator: { bibtex: ['translator'], ris: ['A4'], kind: 'names' },
  genre: { bibtex: ['type'], ris: ['M3'] },
  version: { bibtex: ['version'] },
  status: { bibtex: ['pubstate'] },
  language: { bibtex: ['language', 'langid'], ris: ['LA'] },
  'title-short': { bibtex: ['shorttitle'], ris: ['ST'] },
  keyword: { bibtex: ['keywords', 'keyword'], ris: ['KW'], kind: 'words' },
  annote: { bibtex: ['annote', 'annotation'] },
  note: { bibtex: ['note'], ris: ['N1'] },
  'call-number': { bibtex: ['lccn'], ris: ['CN'] },
  source: { ris: ['DB'] },
  URL: { bibtex: ['url'], ris: ['UR'] },
  accessed: { bibtex: ['urldate'], ris: ['Y2'], kind: 'date' },
  PMID: { bibtex: ['pmid'] },
  PMCID: { bibtex: ['pmcid'] },
  // Those that only CSL has a name for.
  dimensions: {},
  medium: {},
  references: {},
  scale: {},
  section: { publication: true },
  supplement: { publication: true },
  'archive-place': {},
  'original-title': {},
  'original-publisher': {},
  'original-publisher-place': {},
  'original-date': { bibtex: ['origdate'], kind: 'date' },
  'event-date': { bibtex: ['eventdate'], kind: 'date', publication: true },
  submitted: { kind: 'date' },
  'available-date': { kind: 'date' },
  'editorial-director': { kind: 'names', publication: true },
  chair: { kind: 'names', publication: true },
  contributor: { kind: 'names' },
  director: { bibtex: ['director'], kind: 'names' },
  illustrator: { kind: 'names' },
  interviewer: { kind: 'names' },
  'original-author': { kind: 'names' },
  recipient: { kind: 'names' },
  'reviewed-author': { kind: 'names' },
  'reviewed-title': {},
} as const satisfies Record<string, Row>;

export type Variable = keyof typeof variables;
export type VariableRow = Row;

const rows: ReadonlyMap<string, Row> = new Map(Object.entries(variables));

/** The row of a variable; `undefined` for a name that CSL does not have. */
export function getVariable(name: string): Row | undefined {
  return rows.get(name);
}

/** The variable that a field of BibTeX or a tag of RIS tells. */
export function findVariable(format: 'bibtex' | 'ris', name: string): Variable | undefined {
  return namesOf[format].get(name);
}

const namesOf = { bibtex: indexNames('bibtex'), ris: indexNames('ris') };

/** Where two variables share a name, the first one counts: `number` is mostly the issue of a journal. */
function indexNames(format: 'bibtex' | 'ris'): ReadonlyMap<string, Variable> {
  const index = new Map<string, Variable>();
  for (const [variable, row] of rows) {
    for (const name of row[format] ?? []) if (!index.has(name)) index.set(name, variable as Variable);
  }
  return index;
}
