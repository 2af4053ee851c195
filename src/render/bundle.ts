/**
 * What Astro makes of the code of the site and of the narratives: modules that render pages, and the assets that the pages
 * name. It knows nothing of papers, so it is kept until code or narratives change.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOfCode } from '../lib/digest.ts';
import { settings } from '../lib/settings.ts';
import { compilerFlags } from '../load/compiler.ts';
import { listFiles } from '../load/files.ts';

export type Bundle = {
  /** The module that Astro renders pages with. */
  entry: string;
  /** A folder of files as they stand in the site. */
  assets: string;
};

export type Bundling = {
  /** `undefined` where Astro failed. */
  bundle: Promise<Bundle | undefined>;
  /** What Astro said, told only where that matters. */
  said(): string;
  stop(): void;
};

/** The folder of the bundle in the making, for the process that makes it. */
export const bundleVariable = 'SCHOLIUM_BUNDLE';

/** The parts of a bundle's folder. */
export const bundleParts = (folder: string): { modules: string; assets: string } => ({
  modules: join(folder, 'modules'),
  assets: join(folder, 'assets'),
});

/** The bundle of the code as it is: as it was kept, or made by Astro in a process of its own. */
export function startBundling(): Bundling {
  const kept = join(settings.cache, 'bundle', digestOfBundle());
  if (existsSync(kept)) return { bundle: Promise.resolve(openBundle(kept)), said: () => '', stop: () => {} };
  // There whole or not at all; the one before it is dropped.
  rmSync(dirname(kept), { recursive: true, force: true });
  // Its own, for Astro of a build that was killed may still be at work.
  const unfinished = `${kept}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const { astro, said } = startAstro(unfinished);
  const bundle = new Promise<Bundle | undefined>((resolve) => {
    astro.on('close', (code) => {
      if (code !== 0) return resolve(undefined);
      // Another build may have made the same meanwhile.
      if (existsSync(kept)) rmSync(unfinished, { recursive: true });
      else renameSync(unfinished, kept);
      resolve(openBundle(kept));
    });
  });
  return { bundle, said, stop: () => void astro.kill() };
}

/**
 * The bundler works beside the reader of the survey, so it gains nothing from threads of its own; each would keep memory
 * of its own (together some 200 MB).
 */
const oneThread = {
  ...{ UV_THREADPOOL_SIZE: '1', MALLOC_ARENA_MAX: '1', MIMALLOC_PURGE_DELAY: '0' },
  ...{ RAYON_NUM_THREADS: '1', TOKIO_WORKER_THREADS: '1' },
};

/** Astro would start git to tell its makers of the build. */
const quiet = { ASTRO_TELEMETRY_DISABLED: '1' };

function startAstro(folder: string): { astro: ChildProcess; said: () => string } {
  const bundler = fileURLToPath(new URL('./bundler.ts', import.meta.url));
  const astro = spawn(process.execPath, [...compilerFlags, bundler], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...oneThread, ...quiet, [bundleVariable]: folder },
  });
  const chunks: Buffer[] = [];
  for (const stream of [astro.stdout, astro.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { astro, said: () => Buffer.concat(chunks).toString() };
}

function openBundle(folder: string): Bundle {
  const { modules, assets } = bundleParts(folder);
  const entry = readdirSync(modules).find((name) => name.startsWith('prerender-entry'));
  if (entry === undefined) throw new Error(`Astro has made no entry in ${modules}`);
  return { entry: join(modules, entry), assets };
}

/** Narratives are compiled, and link the terms of the glossary; all other content is data. */
function digestOfBundle(): string {
  const { root, content, base } = settings;
  const hash = createHash('sha256');
  hash.update(JSON.stringify([root, content, base, process.version, digestOfCode()]));
  const read = (folder: string, path: string): void => {
    const file = join(folder, path);
    if (existsSync(file)) hash.update(`\n${path}\n`).update(readFileSync(file));
  };
  for (const path of listFiles(join(settings.root, 'public'), '')) read(join(settings.root, 'public'), path);
  for (const path of listFiles(join(settings.content, 'chapters'), '.mdx')) {
    read(join(settings.content, 'chapters'), path);
  }
  for (const path of ['glossary.yml', 'survey.yml']) read(settings.content, path);
  return hash.digest('hex').slice(0, 32);
}
