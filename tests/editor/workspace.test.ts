/** What an editor is told of this folder. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { printStylish } from '../../scripts/check/format/stylish.ts';
import { editorSchemas, type EditorSchemaName } from '../../src/contract/editor-schemas.ts';
import { makeReport } from '../../src/contract/findings.ts';
import { readPage } from '../../src/contract/page.ts';
import { root } from '../fixtures/folders.ts';

const read = <T>(name: string): T => JSON.parse(readFileSync(path.join(root, '.vscode', name), 'utf8')) as T;

test('every YAML file of the survey has its schema', () => {
  const { 'yaml.schemas': schemas } = read<{ 'yaml.schemas': Record<string, string> }>('settings.json');
  const wired = Object.entries(schemas).map(([file, pattern]) => {
    expect(existsSync(path.join(root, file))).toBe(true);
    return [path.basename(file, '.json'), pattern.replace('/content/', '')];
  });
  const names = Object.keys(editorSchemas) as EditorSchemaName[];
  const yaml = names.filter((name) => editorSchemas[name].files.endsWith('.yml'));
  expect(Object.fromEntries(wired)).toEqual(
    Object.fromEntries(yaml.map((name) => [name, editorSchemas[name].files])),
  );
});

type Task = { problemMatcher: { pattern: Record<string, number> & { regexp: string } } };

test.each(read<{ tasks: Task[] }>('tasks.json').tasks)('findings become problems at their places', (task) => {
  const {
    regexp,
    file = 0,
    line = 0,
    column = 0,
    severity = 0,
    message = 0,
    code = 0,
  } = task.problemMatcher.pattern;
  const report = makeReport();
  report.add('math-renders', 'content/papers/a/b: c.mdx', { line: 7, column: 2 }, { message: 'Unexpected [x]', expected: 'y', hint: 'z' }); // prettier-ignore
  const printed = printStylish(report.findings, { files: new Map(), colour: false });
  const matches = printed.split('\n').flatMap((text) => {
    const match = new RegExp(String(regexp)).exec(text);
    return match ? [[file, line, column, severity, message, code].map((group) => match[Number(group)])] : [];
  });
  expect(matches).toEqual([
    ['content/papers/a/b: c.mdx', '7', '2', 'error', 'Unexpected [x], expected y', 'math-renders'],
  ]);
});

type Snippet = { scope: string; prefix: string; body: string | string[] };
const snippets = Object.entries(read<Record<string, Snippet>>('scholium.code-snippets'));

/** What stands there when one tabs through without typing. */
const expand = ({ body }: Snippet): string =>
  [body].flat().join('\n').replace(/\$\{\d+:((?:\\.|[^}])*)\}/g, '$1').replace(/\\\$/g, '$'); // prettier-ignore

test.each(snippets)('%s is a page, or belongs on one', (_, snippet) => {
  const text = expand(snippet);
  const page = '---\ntitle: T\nchapter: chapter\nsection: S\n---\n\nSome words of the abstract.';
  const source = snippet.prefix === 'page' ? text : `${page}\n\n## Notes\n\n${text}`;
  const report = makeReport();
  expect(readPage('papers/chapter/a.mdx', `${source}\n`, report)).toBeDefined();
  expect(report.findings).toEqual([]);
  expect(snippet.scope).toBe('mdx');
});
