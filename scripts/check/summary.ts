/** What tells one paper from another: read from a page that was parsed, or skimmed from the text of one that was not. */
import type { Page } from '../../src/contract/page.ts';
import { toPlain } from '../../src/contract/phrasing.ts';
import type { YamlPath } from '../../src/contract/yaml.ts';

export type PaperSummary = {
  path: string;
  slug: string;
  title: string | undefined;
  arxiv: string | undefined;
  doi: string | undefined;
  openreview: string | undefined;
  aliases: readonly string[];
  abstract: string;
  /** The page, where it was parsed: findings on it have a place. */
  page: Page | undefined;
};

export function summarise(page: Page): PaperSummary {
  const { path, slug, data } = page;
  const { title, arxiv, doi, openreview, aliases = [] } = data;
  const abstract = page.abstract.map((node) => toPlain(node)).join(' ');
  return { path, slug, title, arxiv, doi, openreview, aliases, abstract, page };
}

/** Skims a page as the generator prints it; an unusual spelling is only missed here, never misread. */
export function skim(path: string, source: string): PaperSummary {
  const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*?)(?:\n#|$(?![\s\S]))/.exec(source) ?? [];
  const valueOf = (key: string): string | undefined =>
    new RegExp(`^${key}: *(?:"([^"\\n]*)"|([^\\n]*))$`, 'm').exec(yaml)?.slice(1).find(Boolean);
  return {
    path,
    slug: path.replace(/^.*\//, '').replace(/\.mdx$/, ''),
    title: valueOf('title'),
    arxiv: valueOf('arxiv'),
    doi: valueOf('doi'),
    openreview: valueOf('openreview'),
    aliases: valueOf('aliases')?.match(/[a-z0-9-]+/g) ?? [],
    abstract: body,
    page: undefined,
  };
}

export function placeIn(
  { page }: PaperSummary,
  path: YamlPath,
): ReturnType<Page['yaml']['placeOf']> | undefined {
  return page?.yaml.placeOf(path);
}
