/** The JSON Schemas say of every file of the survey what the checker says, as far as a schema can. */
import { Ajv } from 'ajv';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { editorSchemas, toJsonSchema, type EditorSchemaName } from '../../src/contract/editor-schemas.ts';
import { root } from '../fixtures/folders.ts';

const names = Object.keys(editorSchemas) as EditorSchemaName[];
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Formats are hints to people; the patterns beside them say all that is asked. */
const ajv = new Ajv({ strict: true, validateFormats: false });
const validate = (name: EditorSchemaName, value: unknown): boolean =>
  ajv.validate(JSON.parse(toJsonSchema(name)) as object, value);

function readValue(file: string): unknown {
  const text = read(file);
  return parse(file.endsWith('.mdx') ? (/^---\n([\s\S]*?)^---/m.exec(text)?.[1] ?? '') : text);
}

test.each(names)('the schema %s is committed as it is made', (name) => {
  expect(read(`.vscode/schemas/${name}.json`)).toBe(toJsonSchema(name));
});

test('no other schema lies there', () => {
  const files = globSync('.vscode/schemas/*', { cwd: root }).map((file) => path.basename(file, '.json'));
  expect(files.sort()).toEqual([...names].sort());
});

test.each(names)('the schema %s fits every file of the survey', (name) => {
  const files = globSync(`content/${editorSchemas[name].files}`, { cwd: root });
  expect(files.length).toBeGreaterThan(0);
  const broken = files.filter((file) => !validate(name, readValue(file)));
  expect(broken).toEqual([]);
});

const page = { title: 'Sheep', chapter: 'sleep', section: 'Sheep' };

test.each<[EditorSchemaName, unknown]>([
  ['page', { title: 'Sheep' }],
  ['page', { ...page, yaer: 2023 }],
  ['page', { ...page, year: '2023' }],
  ['page', { ...page, arxiv: 2306.06265 }],
  ['page', { ...page, arxiv: '2306.06265v2' }],
  ['page', { ...page, authors: 'Ann' }],
  ['page', { ...page, contribution: 'great' }],
  ['page', { ...page, code: 'javascript:alert(1)' }],
  ['page', { ...page, also: ['a', 'b', 'c'] }],
  ['chapter', { title: 'Sleep', scope: 'x', sections: [] }],
  ['survey', { title: 'Sleep' }],
  ['facts', [{ title: 'Sheep' }]],
  ['facts', { title: 'Sheep', confirmations: 1 }],
  ['glossary', [{ id: 'Not a slug', term: 'x', definition: 'y' }]],
  ['benchmarks', [{ name: 'X', kind: 'toy' }]],
  ['venues', [{ name: 'X' }]],
  ['settled', [{ paper: 'sheep', text: '$x$' }]],
  ['captures', { 'a.txt': 'May 2024' }],
])('the schema %s refuses %j', (name, value) => {
  expect(validate(name, value)).toBe(false);
});

test.each(names)('every field of the schema %s says what it means', (name) => {
  const json = JSON.parse(toJsonSchema(name)) as { items?: object };
  const { properties = {} } = (json.items ?? json) as {
    properties?: Record<string, { description?: string }>;
  };
  const silent = Object.entries(properties).filter(([, { description }]) => description === undefined);
  expect(silent.map(([field]) => field)).toEqual([]);
});
