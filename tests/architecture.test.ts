/** The walls of the house: who may import whom, and what no code may know. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const files = globSync('{scripts,src}/**/*.{ts,astro,mjs}', { cwd: root }).map((file) =>
  file.split(path.sep).join('/'),
);
const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Files that `file` imports by a relative path, from the root. */
function importsOf(file: string): string[] {
  return [...textOf(file).matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map(([, target = '']) =>
    path.posix.join(path.posix.dirname(file), target),
  );
}

test('scripts import nothing of src but the contract, and src nothing of scripts', () => {
  const crossings = files.flatMap((file) =>
    importsOf(file)
      .filter((target) =>
        file.startsWith('scripts/')
          ? target.startsWith('src/') && !target.startsWith('src/contract/')
          : target.startsWith('scripts/'),
      )
      .map((target) => `${file} -> ${target}`),
  );
  expect(crossings).toEqual([]);
});

test('the contract imports only itself and packages, and nothing of Astro but its zod', () => {
  const contract = files.filter((file) => file.startsWith('src/contract/'));
  expect(contract.length).toBeGreaterThan(10);
  for (const file of contract) {
    expect(importsOf(file).filter((target) => !target.startsWith('src/contract/'))).toEqual([]);
    expect(textOf(file), file).not.toMatch(
      /from ['"](?:astro:|astro(?!\/zod)|node:(?:fs|child_process|http))/,
    );
  }
});

/** Stages, and what each may import beside the contract and its own folder. */
const stages: Record<string, readonly string[]> = {
  parse: [],
  merge: ['parse/entry.ts'],
  restore: [],
  classify: [],
  annotate: [],
  relate: [],
  emit: [],
};

test.each(Object.entries(stages))('the stage %s imports the contract and its own folder', (stage, others) => {
  const foreign = files
    .filter((file) => file.startsWith(`scripts/${stage}/`) && !/\/train[\w-]*\.ts$/.test(file))
    .flatMap(importsOf)
    .filter((target) => target.startsWith('scripts/') && !target.startsWith(`scripts/${stage}/`))
    .filter((target) => !others.some((other) => target === `scripts/${other}`));
  expect(foreign).toEqual([]);
});

test('only the command line touches console, arguments, clock and exit code; only it, the disk and the network layer touch files', () => {
  const pure = files.filter(
    (file) =>
      file.startsWith('src/contract/') ||
      (file.startsWith('scripts/') &&
        !/^scripts\/(?:cli|disk|lock|commands\/|fetch\/|search\/|restore\/train|annotate\/train)/.test(file)),
  );
  for (const file of pure) {
    const code = textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    expect(code, file).not.toMatch(
      /\bconsole\.|\bprocess\.(?:argv|exit|env|stdout)|Date\.now\(|new Date\(\)|Math\.random\(/,
    );
    expect(code, file).not.toMatch(/from ['"]node:fs/);
  }
});

test('the code knows nothing of a subject', () => {
  const subject =
    /reinforcement|offline.?rl|\brlhf\b|\bmdps?\b|\bregret\b|\bbandits?\b|\bllms?\b(?!\.txt)|robotic|\bd4rl\b|alignment of|\brl\b|mujoco|atari/i;
  for (const file of files) {
    for (const [index, line] of textOf(file).split('\n').entries()) {
      expect(subject.test(line) ? `${file}:${index + 1}: ${line.trim()}` : '').toBe('');
    }
  }
});
