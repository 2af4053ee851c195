/** What holds for every page of the built sites, at the root of a host and below a path of it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, inject, test } from 'vitest';
import { makeReport } from '../../src/contract/findings.ts';
import { rules } from '../../src/contract/rules.ts';
import { formatFinding } from '../../src/contract/format-finding.ts';
import { toVisibleText } from '../../scripts/check/html.ts';
import { checkSite } from '../../scripts/check/site.ts';
import { readSiteFiles } from '../../scripts/disk.ts';
import { listFiles } from '../../src/load/files.ts';
import { root } from '../support/build.ts';
import type { BuiltSite } from '../support/built-sites.ts';

const sites = Object.entries(inject('sites'));

/** Pages that the content asks for. */
function expectedPages({ content }: BuiltSite): string[] {
  const papers = listFiles(path.join(content, 'papers'), '.mdx').map((name) => path.basename(name, '.mdx'));
  const chapters = listFiles(path.join(content, 'chapters'), '.mdx').map((name) =>
    path.basename(name, '.mdx'),
  );
  return [
    ...['/', '/search/', '/about/', '/glossary/', '/methods/', '/benchmarks/', '/authors/', '/years/'],
    ...papers.map((slug) => `/papers/${slug}/`),
    ...chapters.map((id) => `/chapters/${id}/`),
  ];
}

/** The many pages of the indexes are made alike: every twentieth of them stands for the rest. */
const isValidated = (name: string, i: number): boolean =>
  !/^(?:methods|authors|benchmarks)\/./.test(name) || i % 20 === 0;

describe.each(sites)('the site %s', (_, site) => {
  test('has every page, whole; links and anchors resolve; no formula is in error', async () => {
    const files = await readSiteFiles(site.folder);
    const report = makeReport();
    checkSite(files, { base: site.base, expected: expectedPages(site) }, report);
    expect(report.findings.map((finding) => formatFinding(finding))).toEqual([]);
  });
});

test('every rule is documented on the site, where findings point', () => {
  const html = readFileSync(path.join(inject('sites').fixture.folder, 'docs/rules/index.html'), 'utf8');
  for (const [id, { summary }] of Object.entries(rules)) {
    expect(html).toMatch(new RegExp(`<h2[^>]* id="${id}"`));
    expect(toVisibleText(html, 'main')).toContain(summary);
  }
});

test.each(['gone-paper', 'gone-draft'])('the address %s of a withdrawn paper says why', (slug) => {
  const html = readFileSync(path.join(inject('sites').fixture.folder, 'papers', slug, 'index.html'), 'utf8');
  expect(toVisibleText(html, 'main')).toMatch(/Withdrawn.*The authors asked for it\./s);
  expect(html).toContain('noindex');
  expect(html).not.toContain('A paper that was taken out');
});

test.each(sites.filter(([name]) => name !== 'realBelow'))(
  'the HTML of %s is valid',
  async (_, { folder }) => {
    const config = JSON.parse(readFileSync(path.join(root, '.htmlvalidate.json'), 'utf8'));
    const validator = new HtmlValidate(config);
    const wrong: string[] = [];
    for (const name of listFiles(folder, '.html').filter(isValidated)) {
      const { results } = await validator.validateFile(path.join(folder, name));
      for (const { messages } of results) {
        wrong.push(...messages.map(({ line, ruleId, message }) => `${name}:${line}: ${message} [${ruleId}]`));
      }
    }
    expect(wrong).toEqual([]);
  },
);
