/**
 * Follows a document as a reader would: writes the files that it shows, makes the edits, runs the commands, compares what
 * they print. Blocks say by the first words of their fence what they are:
 *
 *   ```yaml file=content/survey.yml     a file, whole
 *   ```yaml append=content/facts.yml    lines at the end of a file; in prose, after an empty line
 *   ```diff edit=content/papers/x.mdx   an edit: "-" lines go, "+" lines come, the others stand around them
 *   ```sh run                           commands, one a line
 *   ```text output                      what the last of them prints; a line "…" stands for any lines
 *   ```mdx shows=content/papers/x.mdx   what a file holds now
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Code } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { expect } from 'vitest';
import { scholium } from '../pipeline/command-line.ts';
import { buildSite } from '../support/build.ts';

export type Ground = {
  /** What the document calls the folder of its survey. */
  name: string;
  /** The folder where that and what begins with its name lies. */
  dir: string;
  /** Where sites are built. */
  out: string;
};

/** @param markdown the document */
export async function follow(markdown: string, ground: Ground): Promise<void> {
  let last: Outcome = { text: '', status: 0 };
  for (const { block, lead } of listBlocks(markdown)) {
    const { meta, value } = block;
    const [, does = '', name = ''] = /^(\w+)(?:=(\S+))?$/.exec(meta ?? '') ?? [];
    // Nobody but this program reads what stands behind a fence.
    if (name !== '') expect(lead, `the words before the block of ${name}`).toContain(name);
    const file = toPath(name, ground);
    if (does === 'file') writeText(file, `${value}\n`);
    else if (does === 'append')
      writeText(file, `${readFileSync(file, 'utf8')}${name.endsWith('.mdx') ? '\n' : ''}${value}\n`);
    else if (does === 'edit') writeText(file, edit(readFileSync(file, 'utf8'), value, name));
    else if (does === 'shows') expect(readFileSync(file, 'utf8').trimEnd(), name).toBe(value.trimEnd());
    else if (does === 'output') {
      expect(last.text).toMatch(toPattern(value));
      if (value.includes('Nothing was written.') || value.includes(': error: '))
        last = { text: '', status: 0 };
    } else if (does === 'run') {
      for (const line of value.split('\n')) {
        assertDone(last);
        last = await run(line, ground);
      }
    } else throw new Error(`Unexpected block "${meta}"`);
  }
  assertDone(last);
}

type Outcome = { text: string; status: number | null };

/** Only what a document shows to fail may fail. */
function assertDone({ text, status }: Outcome): void {
  expect(status, text).toBe(0);
}

/** The blocks to follow, each with the words right before it. */
function listBlocks(markdown: string): { block: Code; lead: string }[] {
  const blocks: { block: Code; lead: string }[] = [];
  visit(fromMarkdown(markdown), 'code', (block, index = 0, parent) => {
    const before = parent?.children[index - 1];
    if (block.meta) blocks.push({ block, lead: before?.type === 'paragraph' ? toString(before) : '' });
  });
  return blocks;
}

function toPath(name: string, { name: survey, dir }: Ground): string {
  return name.startsWith(survey) ? path.join(dir, name) : name;
}

function writeText(file: string, text: string): void {
  if (!path.isAbsolute(file)) throw new Error(`${file} is outside the folder of the document`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function edit(source: string, diff: string, name: string): string {
  const lines = diff.split('\n');
  const side = (sign: string): string =>
    lines.flatMap((line) => (line.startsWith(sign === '-' ? '+' : '-') ? [] : [line.slice(1)])).join('\n');
  const [before, after] = [side('-'), side('+')];
  expect(source.split(before), `${name} holds once:\n${before}`).toHaveLength(2);
  return source.replace(before, () => after);
}

/** Commands run in the folder of the project, on the survey that the document names. */
async function run(line: string, ground: Ground): Promise<Outcome> {
  const [, variable, rest = ''] = /^(?:SCHOLIUM_CONTENT=(\S+) )?(.*?)(?:\s+#.*)?$/.exec(line) ?? [];
  const content = toPath(variable ?? ground.name, ground);
  const [, gone] = /^rm (\S+)$/.exec(rest) ?? [];
  if (gone !== undefined) {
    rmSync(toPath(gone, ground));
    return { text: '', status: 0 };
  }
  if (rest === 'npm run build') {
    const { status, output } = await buildSite({ content, out: ground.out });
    return { text: output, status };
  }
  const [, command = ''] = /^npx --no-install scholium (.*)$/.exec(rest) ?? [];
  if (command === '') throw new Error(`Unexpected command "${line}"`);
  const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare = '']) => quoted ?? toPath(bare, ground)); // prettier-ignore
  const { status, stdout, stderr } = scholium(args, {
    env: {
      ...(existsSync(content) ? { SCHOLIUM_CONTENT: content } : {}),
      SCHOLIUM_OUT: ground.out,
    },
  });
  const text = (stdout + stderr).replaceAll(`${ground.dir}/`, '');
  return { text, status };
}

function toPattern(shown: string): RegExp {
  const lines = shown.split('\n').map((line) => line.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(lines.map((line) => (line === '…' ? '[\\s\\S]*' : `${line.replaceAll('…', '.*')}\\n`)).join('')); // prettier-ignore
}
