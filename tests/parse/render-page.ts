/** Invented papers as a listing page in each of its layouts: the inverse of the parser. */

export type InventedPaper = {
  title: string;
  abstract?: string;
  block?: { by: { authors: number } | { organisation: string }; date: string };
};

export const layouts = {
  'blank lines': {
    head: [
      'new',
      'Get trending papers in your email inbox!',
      'Subscribe',
      'byAK and the research community',
      'Mar 14',
    ],
    gap: '\n\n',
    glued: false,
    blocks: false,
  },
  'blank lines and a heading': {
    head: [
      'new',
      'Get trending papers in your email inbox!',
      'Subscribe',
      'Daily Papers',
      'byAK and the research community',
      'Jul 30',
    ],
    gap: '\n\n',
    glued: false,
    blocks: false,
  },
  'no blank lines': {
    head: [
      'Get trending papers in your email inbox once a day!',
      'Get trending papers in your email inbox!',
      'Subscribe',
    ],
    gap: '\n',
    glued: true,
    blocks: false,
  },
  'blocks below the abstracts': {
    head: [
      'new',
      'Get trending papers in your email inbox!',
      'Subscribe',
      'Daily Papers',
      'byAK and the research community',
      'Nov 4',
    ],
    gap: '\n\n',
    glued: false,
    blocks: true,
  },
} as const satisfies Record<
  string,
  { head: readonly string[]; gap: string; glued: boolean; blocks: boolean }
>;

export type Layout = keyof typeof layouts;

export function renderPage(papers: readonly InventedPaper[], layout: Layout): string {
  const { head, gap, glued, blocks } = layouts[layout];
  const body = papers.flatMap(({ title, abstract, block }) => [
    title,
    ...(abstract === undefined ? [] : [abstract]),
    ...(block && blocks ? [renderBlock(block)] : []),
  ]);
  return head.join(gap) + (glued ? '' : gap) + body.join(gap);
}

function renderBlock({ by, date }: NonNullable<InventedPaper['block']>): string {
  const who = 'authors' in by ? `  • ${by.authors} authors` : by.organisation;
  return `${who}\n·\n${date}`;
}
