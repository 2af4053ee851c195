/** What stands next to a paper, and why. */
import type { PaperEntry } from './entries.ts';
import { toIndexLink } from './index-view.ts';
import { toPaperLine, type PaperLine } from './paper-view.ts';
import type { LinkView } from './site-view.ts';
import { strings } from './strings.ts';
import type { Survey } from './survey.ts';

export type RelationView = {
  id: string;
  heading: string;
  papers: (Omit<PaperLine, 'headline'> & { chapter?: string; reasons: ReasonView[] })[];
};

type ReasonView = { label: string; names: Partial<LinkView>[] };
type Reasons = PaperEntry['related'][number]['reasons'];

/** So many papers that build on one are listed on its page; the page of its method lists more. */
const mostUsers = 20;

/** Groups that have papers, in the order in which they are shown. */
export function toRelations({ slug, data, related }: PaperEntry, survey: Survey): RelationView[] {
  const { bySlug, usedBy, chapters } = survey;
  const titles = new Map(chapters.map(({ id, title }) => [id, title]));
  const toLine = (other: PaperEntry, reasons: Reasons = []): RelationView['papers'][number] => {
    const { headline: _, ...line } = toPaperLine(other);
    const chapter = other.data.chapter === data.chapter ? undefined : titles.get(other.data.chapter);
    return { ...line, ...(chapter ? { chapter } : {}), reasons: toReasons(reasons, survey) };
  };
  const near = related.flatMap(({ slug: name, reasons }) => {
    const paper = bySlug.get(name);
    return paper && name !== slug ? [{ paper, reasons }] : [];
  });
  const isHere = ({ paper }: { paper: PaperEntry }): boolean => paper.data.chapter === data.chapter;
  const groups: RelationView[] = [
    {
      id: 'builds-on',
      heading: strings.buildsOn,
      papers: (data.buildsOn ?? []).flatMap((name) => bySlug.get(name) ?? []).map((paper) => toLine(paper)),
    },
    {
      id: 'used-by',
      heading: strings.usedBy,
      papers: (usedBy.get(slug) ?? []).slice(0, mostUsers).map((paper) => toLine(paper)),
    },
    {
      id: 'related',
      heading: strings.related,
      papers: near.filter(isHere).map(({ paper, reasons }) => toLine(paper, reasons)),
    },
    {
      id: 'related-elsewhere',
      heading: strings.relatedElsewhere,
      papers: near.filter((one) => !isHere(one)).map(({ paper, reasons }) => toLine(paper, reasons)),
    },
  ];
  return groups.filter(({ papers }) => papers.length > 0);
}

function toReasons(reasons: Reasons, survey: Survey): ReasonView[] {
  return reasons.map(({ kind, names }) => ({
    label: strings.reasons[kind],
    names: names.map((label) => {
      if (kind === 'terms') return { label };
      return toIndexLink(kind === 'method' ? 'methods' : 'benchmarks', label, survey) ?? { label };
    }),
  }));
}
