/** Kinds of works as CSL, BibTeX and RIS call them. The first name of a row is the one that is written. */

type Row = { csl: string; bibtex: readonly string[]; ris: readonly string[] };

/** A name counts where it stands first in the table: `misc` is a document and no preprint. */
const rows: readonly Row[] = [
  { csl: 'document', bibtex: ['misc'], ris: ['GEN'] },
  { csl: 'article-journal', bibtex: ['article'], ris: ['JOUR', 'EJOUR', 'JFULL', 'ABST', 'INPR'] },
  { csl: 'paper-conference', bibtex: ['inproceedings', 'conference'], ris: ['CONF', 'CPAPER'] },
  { csl: 'article', bibtex: ['misc'], ris: ['UNPB'] },
  { csl: 'book', bibtex: ['book', 'mvbook', 'collection', 'mvcollection', 'manual', 'proceedings', 'mvproceedings', 'reference'], ris: ['BOOK', 'EBOOK', 'EDBOOK'] },
  { csl: 'chapter', bibtex: ['incollection', 'inbook', 'bookinbook', 'suppbook', 'suppcollection'], ris: ['CHAP', 'ECHAP'] },
  { csl: 'thesis', bibtex: ['phdthesis', 'mastersthesis', 'thesis'], ris: ['THES'] },
  { csl: 'report', bibtex: ['techreport', 'report'], ris: ['RPRT', 'GOVDOC'] },
  { csl: 'manuscript', bibtex: ['unpublished'], ris: ['MANSCPT'] },
  { csl: 'pamphlet', bibtex: ['booklet'], ris: ['PAMP'] },
  { csl: 'webpage', bibtex: ['online', 'electronic', 'www'], ris: ['ELEC', 'WEB'] },
  { csl: 'post-weblog', bibtex: ['online'], ris: ['BLOG'] },
  { csl: 'dataset', bibtex: ['dataset'], ris: ['DATA'] },
  { csl: 'software', bibtex: ['software'], ris: ['COMP'] },
  { csl: 'patent', bibtex: ['patent'], ris: ['PAT'] },
  { csl: 'standard', bibtex: ['standard'], ris: ['STAND'] },
  { csl: 'periodical', bibtex: ['periodical'], ris: ['SER'] },
  { csl: 'article-magazine', bibtex: ['article'], ris: ['MGZN'] },
  { csl: 'article-newspaper', bibtex: ['article'], ris: ['NEWS'] },
  { csl: 'entry-encyclopedia', bibtex: ['inreference'], ris: ['ENCYC'] },
  { csl: 'entry-dictionary', bibtex: ['inreference'], ris: ['DICT'] },
  { csl: 'review', bibtex: ['review'], ris: ['JOUR'] },
  { csl: 'speech', bibtex: ['unpublished'], ris: ['SLIDE'] },
  { csl: 'motion_picture', bibtex: ['movie', 'video'], ris: ['MPCT', 'VIDEO'] },
  { csl: 'song', bibtex: ['audio', 'music'], ris: ['SOUND', 'MUSIC'] },
  { csl: 'graphic', bibtex: ['image', 'artwork'], ris: ['FIGURE', 'ART'] },
  { csl: 'map', bibtex: ['misc'], ris: ['MAP'] },
  { csl: 'legal_case', bibtex: ['jurisdiction'], ris: ['CASE'] },
  { csl: 'legislation', bibtex: ['legislation'], ris: ['STAT', 'BILL'] },
  { csl: 'personal_communication', bibtex: ['letter'], ris: ['PCOMM', 'ICOMM'] },
]; // prettier-ignore

const other: Row = { csl: 'document', bibtex: ['misc'], ris: ['GEN'] };

/** CSL's name of a kind of work. */
export function toCslType(format: 'bibtex' | 'ris', type: string): string {
  return (rows.find((row) => row[format].includes(type)) ?? other).csl;
}

/** How a format calls it, unless `former` is another name of that format for the same. */
export function fromCslType(format: 'bibtex' | 'ris', csl: string, former = ''): string {
  const [name = '', ...others] = (rows.find((row) => row.csl === csl) ?? other)[format];
  return others.includes(former) ? former : name;
}
