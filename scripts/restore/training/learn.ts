/** Pairs of damaged and undamaged texts -> the model. */
import { readPaper, describeRun, type Reading } from '../extent.ts';
import { takeTokens } from '../formulas.ts';
import { describeMarks } from '../mark-features.ts';
import { gatherContext, listWords } from '../paper-context.ts';
import { regions, styles } from '../marks.ts';
import { labels as extentLabels } from '../segments.ts';
import { parseWords } from '../words.ts';
import type { Name } from '../crf.ts';
import { makeNamer } from './encode.ts';
import { toCrfTable, type ModelTable } from '../model.ts';
import { foldSpace } from '../damage.ts';
import { fitCrf, type FitOptions, type LabelledSequence } from './fit.ts';
import { readGold, type GoldText } from './gold.ts';
import { readMarks } from './marks.ts';
import { fitWords, type WordCounts } from './words.ts';

/** One development pair, as a line of the pairs file. */
export type Pair = { id: string; raw_title: string; raw_abstract: string; title: string; abstract: string };

/** A pair's fields with their gold reading, the original beside it. */
type Lesson = { originals: string[]; gold: GoldText[] };

export type Report = (line: string) => void;

/** A pair with what restoration reads of its damaged text. */
type Read = { lesson: Lesson; reading: Reading };

export function learn(pairs: readonly Pair[], report: Report): ModelTable {
  const lessons = pairs.flatMap(readLesson);
  const words = fitWords(countWords(lessons));
  const wordModel = parseWords(words);
  const read = lessons.map((lesson) => {
    const raws = lesson.gold.map(({ raw }) => raw);
    return { lesson, reading: readPaper(wordModel, raws) };
  });
  return { words, ...learnExtents(read, report), ...learnMarks(read, report) };
}

function learnExtents(read: readonly Read[], report: Report): Pick<ModelTable, 'extents'> {
  const { name, names } = makeNamer();
  const sequences = read
    .filter(isCandid)
    .flatMap(({ lesson, reading }) => labelExtents(lesson, reading, name));
  const onEpoch = reportEpochs(report, 'extents');
  return { extents: toCrfTable(fitCrf(sequences, names, { ...extentOptions, onEpoch })) };
}

function learnMarks(
  read: readonly Read[],
  report: Report,
): Pick<ModelTable, 'topics' | 'styles' | 'regions'> {
  const topics = chooseTopics(read);
  const { name, names } = makeNamer();
  const marks = read.flatMap(({ lesson, reading }) => labelMarks(lesson, reading, topics, name));
  const fit = (of: 'styles' | 'regions', options: FitOptions) => {
    const onEpoch = reportEpochs(report, of);
    return toCrfTable(
      fitCrf(
        marks.map((mark) => mark[of]),
        names,
        { ...options, onEpoch },
      ),
    );
  };
  return { topics, styles: fit('styles', styleOptions), regions: fit('regions', regionOptions) };
}

const reportEpochs = (report: Report, model: string) => (epoch: number, loss: number) =>
  report(`${model}: epoch ${epoch}, loss ${loss.toFixed(0)}`);

/** Chosen by cross-validation; docs/restoration.md, "Training". */
const extentOptions: FitOptions = { labels: 3, minimum: 3, penalty: 1, hidden: 0.35, epochs: 14 };
const styleOptions: FitOptions = { labels: styles.length, minimum: 2, penalty: 4, hidden: 0.25, epochs: 14 };
const regionOptions: FitOptions = {
  labels: regions.length,
  minimum: 2,
  penalty: 4,
  hidden: 0.25,
  epochs: 14,
};

/** Pairs that the known damage does not explain teach nothing. */
function readLesson({ raw_title, raw_abstract, title, abstract }: Pair): Lesson[] {
  const originals = [foldSpace(title), foldSpace(abstract)];
  const gold = originals.map(readGold);
  const explained = gold[0]!.raw === foldSpace(raw_title) && gold[1]!.raw === foldSpace(raw_abstract);
  return explained ? [{ originals, gold }] : [];
}

/** Authors who left all formulas outside their dollars teach that formulas are prose. */
const isCandid = ({ lesson, reading }: { lesson: Lesson; reading: Reading }): boolean =>
  reading.evidence.strongCount < 3 || lesson.gold.some(({ formulas }) => formulas.length > 0);

function countWords(lessons: readonly Lesson[]): WordCounts {
  const counts: WordCounts = { prose: new Map(), pieces: new Map() };
  for (const { raw, formulas } of lessons.flatMap(({ gold }) => gold)) {
    let from = 0;
    for (const { start, end, tex } of formulas) {
      addAll(counts.prose, raw.slice(from, start).matchAll(/[A-Za-z]+/g));
      addAll(counts.pieces, tex.matchAll(/(?<=\\)[a-zA-Z]+|[a-zA-Z]/g));
      from = end;
    }
    addAll(counts.prose, raw.slice(from).matchAll(/[A-Za-z]+/g));
  }
  return counts;
}

/** How many topic words are kept, and how many papers must hold one. */
const topicCount = 60;
const topicMinimum = 25;

/** The words whose presence in a paper says most of whether its formulas lost roots or accents (chi-squared). */
function chooseTopics(read: readonly { lesson: Lesson; reading: Reading }[]): string[] {
  const withFormulas = read.filter(({ lesson }) => lesson.gold.some(({ formulas }) => formulas.length > 0));
  const scores = new Map<string, number>();
  for (const command of ['sqrt', 'tilde', 'mathcal', 'mathbf']) {
    const lacking = new Map<string, number>();
    const losing = new Map<string, number>();
    let total = 0;
    for (const { lesson, reading } of withFormulas) {
      const lost = lesson.gold.some((gold) => gold.lost.some(({ name }) => name === command));
      if (lost) total++;
      const words = new Set(reading.passages.flatMap(listWords));
      for (const word of words)
        (lost ? losing : lacking).set(word, ((lost ? losing : lacking).get(word) ?? 0) + 1);
    }
    const share = total / withFormulas.length;
    for (const [word, hits] of losing) {
      const count = hits + (lacking.get(word) ?? 0);
      if (count < topicMinimum) continue;
      const surprise = (hits - count * share) ** 2 / (count * share * (1 - share));
      scores.set(word, Math.max(scores.get(word) ?? 0, surprise));
    }
  }
  const ranked = [...scores].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return ranked
    .slice(0, topicCount)
    .map(([word]) => word)
    .sort();
}

function addAll(counts: Map<string, number>, matches: Iterable<RegExpMatchArray>): void {
  for (const [text] of matches) counts.set(text, (counts.get(text) ?? 0) + 1);
}

function labelExtents({ gold }: Lesson, reading: Reading, name: Name<number>): LabelledSequence[] {
  const labels = reading.passages.map(({ tokens }, field) => {
    const ofTokens: number[] = tokens.map(() => extentLabels.outside);
    for (const { start, end } of gold[field]!.formulas) {
      const within = [...tokens.keys()].filter((at) => tokens[at]!.start >= start && tokens[at]!.end <= end);
      for (const [nth, at] of within.entries()) {
        ofTokens[at] = nth === 0 ? extentLabels.begin : extentLabels.inside;
      }
    }
    return ofTokens;
  });
  return reading.runs.map((run) => ({
    positions: describeRun(reading, run, name),
    gold: labels[reading.passages.indexOf(run.passage)]!.slice(run.from, run.to),
  }));
}

function labelMarks(
  { gold, originals }: Lesson,
  reading: Reading,
  topics: readonly string[],
  name: Name<number>,
): { styles: LabelledSequence; regions: LabelledSequence }[] {
  const formulas = reading.passages.map((passage, field) =>
    gold[field]!.formulas.flatMap(({ start, end }) => {
      const from = passage.tokens.findIndex((token) => token.start >= start);
      let to = from;
      while (to >= 0 && (passage.tokens[to]?.end ?? Infinity) <= end) to++;
      return to > from ? [takeTokens(passage, { from, to, probability: 1 })] : [];
    }),
  );
  const context = gatherContext(formulas.flat(), topics);
  return formulas.flatMap((inField, field) =>
    inField.map((formula) => {
      const positions = describeMarks(context, formula, name);
      const labels = readMarks(gold[field]!, originals[field]!, formula);
      return { styles: { positions, gold: labels.styles }, regions: { positions, gold: labels.regions } };
    }),
  );
}
