/** What a page may run: its own scripts and the one inline script, whose digest it names. Nothing from elsewhere. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { listTags } from '../../scripts/check/html.ts';
import { listFiles } from '../../src/load/files.ts';

const sites = Object.entries(inject('sites'));

/** The directives of a page's policy, by name. */
function readPolicy(html: string): Map<string, string[]> {
  const tag = [...listTags(html)].find(
    ({ attributes }) => attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy',
  );
  const policy = (tag?.attributes.get('content') ?? '').replaceAll('&#39;', "'");
  const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/));
  return new Map(directives.map(([name = '', ...sources]) => [name, sources]));
}

function digestsOfInlineScripts(html: string): string[] {
  return [...html.matchAll(/<script(?![^>]*\bsrc=)([^>]*)>([^]*?)<\/script>/g)]
    .filter(([, attributes = '']) => !/type="application\//.test(attributes))
    .map(([, , script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
}

test.each(sites)('every page of %s has a policy, and lives by it', (_, { folder }) => {
  const wrong: string[] = [];
  const pages = listFiles(folder, '.html');
  for (const name of pages) {
    const html = readFileSync(path.join(folder, name), 'utf8');
    const policy = readPolicy(html);
    const scripts = policy.get('script-src') ?? [];
    const isHash = (source: string): boolean => /^'sha(?:256|384|512)-/.test(source);
    const complain = (message: string): void => void wrong.push(`${name}: ${message}`);
    if (policy.get('default-src')?.join() !== "'self'") complain('default-src');
    if (policy.get('object-src')?.join() !== "'none'") complain('object-src');
    if (policy.get('base-uri')?.join() !== "'none'") complain('base-uri');
    if (scripts.filter((source) => !isHash(source)).join() !== "'self','wasm-unsafe-eval'")
      complain(`script-src ${scripts.join(' ')}`);
    if (policy.get('style-src')?.some((source) => source.startsWith("'unsafe"))) complain('style-src');
    if (policy.get('style-src-attr')?.join() !== "'unsafe-inline'") complain('style-src-attr');
    for (const digest of digestsOfInlineScripts(html))
      if (!scripts.includes(digest)) complain(`inline script ${digest}`);
    for (const { name: tag, attributes } of listTags(html))
      for (const attribute of attributes.keys())
        if (/^on/i.test(attribute)) complain(`${attribute} of ${tag}`);
  }
  expect(pages.length).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});
