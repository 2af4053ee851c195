/** The links between papers that the survey shows, each once: "builds on" is "used by" on the other page. */
import type { Benchmark } from '../../src/contract/schema.ts';
import { findUsers } from '../../src/contract/uses.ts';
import { compareText } from '../../src/contract/findings.ts';
import type { Page } from '../../src/contract/page.ts';
import type { PaperRecord } from '../../src/contract/record.ts';

type Related = NonNullable<PaperRecord['relations']>['related'][number];
type End = { slug: string; title: string };

/**
 * A related link has its two papers in the order of their slugs, whichever page shows it. A paper uses another without building on
 * it where it is measured on what the other introduces.
 */
export type Link = {
  kind: 'builds-on' | 'uses' | 'related';
  from: End;
  to: End;
  reasons: Related['reasons'];
};

export function listLinks(
  pages: readonly Page[],
  records: ReadonlyMap<string, PaperRecord>,
  benchmarks: readonly Benchmark[],
): Link[] {
  const ends = new Map(pages.map(({ slug, data }) => [slug, { slug, title: data.title }]));
  const users = findUsers(
    pages.map(({ slug, data }) => ({ ...data, slug })),
    benchmarks,
  );
  const links = pages.flatMap(({ slug, data }) => {
    const here: End = { slug, title: data.title };
    const using = (users.get(slug) ?? []).map((user): Link => {
      const kind = user.buildsOn?.includes(slug) ? 'builds-on' : 'uses';
      return { kind, from: ends.get(user.slug) ?? user, to: here, reasons: [] };
    });
    const near = (records.get(slug)?.relations?.related ?? []).flatMap((related): Link[] => {
      const there = ends.get(related.slug);
      if (!there || related.slug === slug) return [];
      const [from, to] = compareText(slug, there.slug) < 0 ? [here, there] : [there, here];
      return [{ kind: 'related', from, to, reasons: related.reasons }];
    });
    return [...using, ...near];
  });
  return [...new Map(links.map((link) => [`${link.kind} ${link.from.slug} ${link.to.slug}`, link])).values()];
}
