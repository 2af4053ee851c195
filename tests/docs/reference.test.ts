/** The references of pages, chapters and files name everything that there is, and their examples hold. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Code } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '../../scripts/check/index.ts';
import { components } from '../../src/contract/components.ts';
import { editorSchemas, toJsonSchema, type EditorSchemaName } from '../../src/contract/editor-schemas.ts';
import { makeReport, type Finding } from '../../src/contract/findings.ts';
import { chapterSchema, frontMatterSchema } from '../../src/contract/schema.ts';
import { root } from '../fixtures/folders.ts';
import { sleepSurvey } from '../fixtures/sleep-survey.ts';

const read = (name: string): string => readFileSync(path.join(root, 'docs', name), 'utf8');
const blocksOf = (markdown: string): Code[] =>
  fromMarkdown(markdown).children.filter((node): node is Code => node.type === 'code');
const fold = (text: string): string => text.replace(/\s+/g, ' ');

/** What stands below each heading of the third level. */
function readSections(markdown: string): Map<string, string> {
  const parts = markdown.split(/^(?=##? |### )/m).filter((part) => part.startsWith('### '));
  return new Map(parts.map((part) => [/^### (.*)/.exec(part)?.[1] ?? '', part]));
}

const others = {
  'papers/sleep/counting-goats.mdx':
    '---\ntitle: Goats\nchapter: sleep\nsection: Milk\n---\n\nOthers count goats.\n',
};
const survey = { 'benchmarks.yml': '- { name: MeadowBench, kind: benchmark }\n', ...others };

function check(files: Record<string, string>): Finding[] {
  const report = makeReport();
  checkContent(sleepSurvey({ ...survey, ...files }), report);
  return report.findings;
}

/** The first example of a document, which is whole. */
const example = (name: string): string => `${blocksOf(read(name)).find(({ meta }) => meta === name.replace('s.md', ''))?.value}\n`; // prettier-ignore
const page = 'papers/sleep/counting-by-moonlight.mdx';

test.each([
  ['pages.md', page],
  ['chapters.md', 'chapters/sleep.mdx'],
])('the example of %s is clean', (name, file) => {
  expect(check({ [file]: example(name) })).toEqual([]);
});

describe.each([
  ['pages.md', frontMatterSchema, page],
  ['chapters.md', chapterSchema, 'chapters/sleep.mdx'],
] as const)('%s', (name, schema, file) => {
  const sections = readSections(read(name));

  test('has every field and component once, and nothing else', () => {
    const named = name === 'pages.md' ? Object.keys(components) : [];
    expect([...sections.keys()].sort()).toEqual([...Object.keys(schema.shape), ...named].sort());
  });

  test.each(Object.entries(schema.shape))(
    'says what %s means, with an example that is clean',
    (field, type) => {
      const section = sections.get(field) ?? '';
      expect(fold(section)).toContain(type.description);
      const [block] = blocksOf(section);
      const value = (parse(block?.value ?? '') as Record<string, unknown>)[field];
      expect(value).toBeDefined();
      const [, front = '', body = ''] = /^---\n([\s\S]*?)^---\n([\s\S]*)$/m.exec(example(name)) ?? [];
      const data = { ...(parse(front) as object), [field]: value };
      expect(check({ [file]: `---\n${JSON.stringify(data)}\n---\n${body}` })).toEqual([]);
    },
  );
});

test.each(Object.entries(components))('says what <%s> is, with an example that is clean', (component, { summary, props }) => {
  const section = readSections(read('pages.md')).get(component) ?? '';
  expect(fold(section)).toContain(summary);
  for (const prop of Object.keys(props)) expect(section).toMatch(new RegExp(`\\b${prop}\\b`));
  const [block] = blocksOf(section);
  expect(block?.value).toContain(`<${component}`);
  expect(check({ [page]: `${example('pages.md')}\n${block?.value}\n` })).toEqual([]);
}); // prettier-ignore

const files = read('files.md');
const examples = Object.fromEntries(
  blocksOf(files).flatMap(({ meta, value }) =>
    meta?.startsWith('file=') ? [[meta.slice(5), `${value}\n`]] : [],
  ),
);

test('every file of files.md is clean, all together', () => {
  expect(Object.keys(examples)).toHaveLength(8);
  const found = check({ ...examples, 'listings/old-flock.txt': 'Counting sheep\n' });
  expect(found).toEqual([]);
});

const yaml = (Object.keys(editorSchemas) as EditorSchemaName[]).filter((name) => editorSchemas[name].files.endsWith('.yml')); // prettier-ignore

test.each(yaml)('files.md has an example of %s and every field of it', (name) => {
  const pattern = editorSchemas[name].files.replace('*', 'papers');
  expect(Object.keys(examples)).toContain(pattern);
  const json = JSON.parse(toJsonSchema(name)) as { items?: object };
  const { properties = {} } = (json.items ?? json) as {
    properties?: Record<string, { description: string }>;
  };
  for (const [field, { description }] of Object.entries(properties)) {
    expect(files).toContain(`\`${field}\``);
    if (!(field in frontMatterSchema.shape) || field === 'title' || field === 'repository')
      expect(fold(files).replaceAll('`', '')).toContain(description.replaceAll('`', ''));
  }
});

test('every schema that is published is named', () => {
  for (const name of Object.keys(editorSchemas)) expect(files).toContain(`${name}.json`);
});
