/** A survey as files that are edited at random, and what the edits need to know of it. */
import { parse, stringify } from 'yaml';
import type { Random } from '../fixtures/random.ts';
import type { FrontMatter } from '../../src/contract/schema.ts';

/** Text by path below the folder of the survey. */
export type Files = Map<string, string>;

export type World = {
  files: Files;
  random: Random;
  /** A word that stands nowhere else. */
  newWord(): string;
};

export function makeWorld(files: Files, random: Random): World {
  let count = 0;
  return { files, random, newWord: () => `quillon${(count += 1)}` };
}

export const toSlug = (path: string): string => path.replace(/^.*\//, '').replace(/\.\w+$/, '');
export const toRecordPath = (slug: string): string => `records/${slug}.json`;

export function listPages({ files }: World): string[] {
  return [...files.keys()].filter((path) => path.startsWith('papers/')).sort();
}

export function listChapters({ files }: World): string[] {
  return (readYaml(files, 'survey.yml') as { chapters: string[] }).chapters;
}

export function listSections({ files }: World, chapter: string): string[] {
  const { front } = splitPage(read(files, `chapters/${chapter}.mdx`));
  return (parse(front) as { sections: { name: string }[] }).sections.map(({ name }) => name);
}

export function read(files: Files, path: string): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`There is no ${path}`);
  return text;
}

export const readYaml = (files: Files, path: string): unknown => parse(read(files, path));

/** Changes the value of a YAML or JSON file in place. */
export function editValue<T>({ files }: World, path: string, change: (value: T) => void): void {
  const isJson = path.endsWith('.json');
  const value = (isJson ? JSON.parse(read(files, path)) : readYaml(files, path)) as T;
  change(value);
  files.set(path, isJson ? JSON.stringify(value) : stringify(value, { lineWidth: 0 }));
}

export function editText({ files }: World, path: string, change: (text: string) => string): void {
  files.set(path, change(read(files, path)));
}

export function editFront<T = FrontMatter>(world: World, path: string, change: (data: T) => void): void {
  editText(world, path, (text) => {
    const { front, body } = splitPage(text);
    const data = parse(front) as T;
    change(data);
    return `---\n${stringify(data, { lineWidth: 0 })}---\n${body}`;
  });
}

/** Changes what stands before the first heading, or what stands from there on. */
export function editBody(
  world: World,
  path: string,
  change: (parts: { abstract: string; rest: string }) => string,
): void {
  editText(world, path, (text) => {
    const { front, body } = splitPage(text);
    const heading = body.search(/^## /m);
    const end = heading === -1 ? body.length : heading;
    return `---\n${front}---\n${change({ abstract: body.slice(0, end), rest: body.slice(end) })}`;
  });
}

/** Whether a page or the survey itself still speaks of a paper. */
export function isNamed({ files }: World, slug: string): boolean {
  const name = new RegExp(`(?<![-\\w])${slug}(?![-\\w])`);
  return [...files].some(([path, text]) => path.endsWith('.mdx') && toSlug(path) !== slug && name.test(text));
}

function splitPage(text: string): { front: string; body: string } {
  const [, front, body] = /^---\n([^]*?)---\n([^]*)$/.exec(text) ?? [];
  if (front === undefined || body === undefined) throw new Error(`No front matter in ${text.slice(0, 40)}`);
  return { front, body };
}
