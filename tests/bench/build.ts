/**
 * The cost of builds by size: cold (outputs and caches deleted), nothing changed, one page, one chapter and the template
 * changed. Surveys are invented, the same in every run.
 *
 *   node tests/bench/build.ts [SIZE…] [--builder NAME]… [--case NAME]… [--json FILE]
 *
 * Sizes are 413, 4130 and 20000 where none is given; with other builders (`tests/bench/peers/`), each must be installed
 * in its folder, and the last column says how many times as long as the last of them Scholium takes.
 */
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { edits, makeEmpty, scholium, type Builder, type Edit, type Workplace } from './builders.ts';
import { eleventy } from './peers/eleventy.ts';
import { starlight } from './peers/starlight.ts';
import { measure, type Measured } from './processes.ts';

const builders: readonly Builder[] = [eleventy, starlight, scholium];
const cases = ['cold', 'nothing changed', ...edits] as const;
type Case = (typeof cases)[number];

type Row = Omit<Measured, 'status' | 'output'> & {
  size: number;
  builder: string;
  case: Case;
  /** Files and bytes of the site. */
  files: number;
  bytes: number;
  /** Seconds by name, as the build says them. */
  phases: Record<string, number>;
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    builder: { type: 'string', multiple: true, default: [scholium.name] },
    case: { type: 'string', multiple: true, default: [...cases] },
    json: { type: 'string' },
  },
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [413, 4130, 20_000];
const asked = builders.filter(({ name }) => values.builder.includes(name));
const folder = path.join(tmpdir(), `scholium-bench-${process.pid}`);
const rows: Row[] = [];

for (const size of sizes) {
  for (const builder of asked) {
    makeEmpty(folder);
    const workplace = builder.prepare(size, folder);
    for (const name of cases) await run(name, { size, builder: builder.name, workplace });
  }
}
rmSync(folder, { recursive: true });
if (values.json !== undefined) {
  mkdirSync(path.dirname(path.resolve(values.json)), { recursive: true });
  writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
}

type Run = { size: number; builder: string; workplace: Workplace };

/** The cold build is always made, for the others need what it leaves. */
async function run(name: Case, { size, builder, workplace }: Run): Promise<void> {
  const { args, cwd, env, out, caches, change } = workplace;
  if (name !== 'cold' && !values.case.includes(name)) return;
  if (isEdit(name)) {
    if (!change[name]) return;
    change[name]();
  }
  if (name === 'cold') for (const one of [out, ...caches]) rmSync(one, { recursive: true, force: true });
  const { status, output, ...measured } = await measure(args, env, cwd);
  if (status !== 0) throw new Error(`${builder} ended with ${status}:\n${output}`);
  const row: Row = { size, builder, case: name, ...measured, ...weigh(out), phases: readPhases(output) };
  rows.push(row);
  process.stdout.write(print(row));
}

function isEdit(name: Case): name is Edit {
  return (edits as readonly string[]).includes(name);
}

function weigh(site: string): Pick<Row, 'files' | 'bytes'> {
  const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const sizesOf = files.map(({ parentPath, name }) => statSync(path.join(parentPath, name)).size);
  return { files: files.length, bytes: sizesOf.reduce((sum, bytes) => sum + bytes, 0) };
}

/** `Built in 9.1 s: reading 3.0 s, pages 5.2 s`. */
function readPhases(output: string): Row['phases'] {
  const said = /^Built in [^:]+: (.*)$/m.exec(output)?.[1] ?? '';
  return Object.fromEntries(Array.from(said.matchAll(/(\D+?) ([\d.]+) s(?:, )?/g), ([, name, seconds]) => [name, Number(seconds)]));
} // prettier-ignore

function print({ size, builder, case: name, wall, cpu, memory, files, bytes, phases }: Row): string {
  const other = rows.findLast((row) => row.size === size && row.case === name && row.builder === asked[0]?.name);
  const columns = [
    String(size).padStart(6),
    builder.padEnd(9),
    name.padEnd(20),
    `${wall.toFixed(1)} s`.padStart(8),
    `${cpu.toFixed(1)} s CPU`.padStart(11),
    `${(memory / 2 ** 20).toFixed(0)} MB`.padStart(8),
    `${files} files`.padStart(12),
    `${(bytes / 2 ** 20).toFixed(1)} MB`.padStart(9),
    other && other.builder !== builder ? `× ${(wall / other.wall).toFixed(2)} ${other.builder}` : '',
    Object.entries(phases).map(([phase, seconds]) => `${phase} ${seconds}`).join(', '),
  ];
  return `${columns.filter(Boolean).join('  ')}\n`;
} // prettier-ignore
