/** What the benchmark of builds compares: Scholium and others, each with the same papers and the same kinds of edits. */
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inventPaper, toChapterId } from './survey/paper.ts';
import { toPagePath } from './survey/files.ts';
import { writeSurvey } from './survey/write.ts';

export const root = path.resolve(import.meta.dirname, '../..');

export const edits = ['one page changed', 'one chapter changed', 'template changed'] as const;
export type Edit = (typeof edits)[number];

export type Workplace = {
  /** What is run, from where, and with what around it. */
  args: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** The folder of the site. */
  out: string;
  /** Folders to delete for a cold build. */
  caches: readonly string[];
  change: Partial<Record<Edit, () => void>>;
};

export type Builder = {
  name: string;
  /** Puts a survey of so many papers, and all that builds it, into an empty folder. */
  prepare(count: number, folder: string): Workplace;
};

/** What is copied, so that a changed template is not one of the repository. */
const sources = [
  'src',
  'docs',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

export const scholium: Builder = {
  name: 'scholium',
  prepare: (count, folder) => {
    const content = path.join(folder, 'content');
    writeSurvey(count, content);
    for (const name of sources) cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    const out = path.join(folder, 'dist');
    const page = inventPaper(Math.floor(count / 2));
    return {
      args: ['src/build.ts'],
      cwd: folder,
      env: { NODE_ENV: 'production', SCHOLIUM_CONTENT: 'content', SCHOLIUM_OUT: 'dist' },
      out,
      caches: [path.join(folder, '.cache'), path.join(folder, '.astro')],
      change: {
        'one page changed': () => lengthen(path.join(content, toPagePath(page)), page.sentences[0]?.text),
        'one chapter changed': () => lengthen(path.join(content, 'chapters', `${toChapterId(1)}.mdx`)),
        'template changed': () =>
          replace(path.join(folder, 'src/components/PaperPage.astro'), '</article>', '<hr /></article>'),
      },
    };
  },
};

/** A sentence more: after another, or at the end. */
export function lengthen(file: string, after?: string): void {
  const sentence = 'This sentence was not here before.';
  if (after === undefined) writeFileSync(file, `${readFileSync(file, 'utf8')}\n${sentence}\n`);
  else replace(file, `${after}\n`, `${after}\n${sentence}\n`);
}

export function replace(file: string, from: string, to: string): void {
  const source = readFileSync(file, 'utf8');
  if (!source.includes(from)) throw new Error(`${file} does not have ${from}`);
  writeFileSync(
    file,
    source.replace(from, () => to),
  );
}

export function makeEmpty(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}
