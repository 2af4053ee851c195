/** Vitest's global set-up: the sites that the tests look at, built once for all of them. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { bookFormats } from '../../src/contract/book-formats.ts';
import { findBrowser, type Browser } from './browser.ts';
import { buildSite, fixture, root, workFolder } from './build.ts';

export type BuiltSite = { folder: string; base: string; content: string };
export type BuiltSites = Record<'real' | 'realBelow' | 'fixture', BuiltSite>;

declare module 'vitest' {
  export interface ProvidedContext {
    sites: BuiltSites;
    browser: Browser | null;
  }
}

const real = path.join(root, 'content');
const sites: BuiltSites = {
  real: { folder: path.join(workFolder, 'real'), base: '/', content: real },
  realBelow: { folder: path.join(workFolder, 'real-below'), base: '/sub/', content: real },
  fixture: { folder: path.join(workFolder, 'fixture'), base: '/', content: fixture },
};

/** One build for all projects of a run, whichever asks first. */
const shared = globalThis as { builtSites?: Promise<void> };

export default async function setup(project: TestProject): Promise<void> {
  shared.builtSites ??= buildAll();
  await shared.builtSites;
  project.provide('sites', sites);
  const wantsBrowser = project.name === 'browser';
  project.provide('browser', wantsBrowser ? ((await findBrowser(workFolder)) ?? null) : null);
}

async function buildAll(): Promise<void> {
  makeBooks(sites.fixture);
  for (const { folder, base, content } of Object.values(sites)) {
    const { status, output } = await buildSite({ content, out: folder, base });
    if (status !== 0) throw new Error(`The site of ${content} does not build:\n${output}`);
  }
}

/** Where the site looks for them; the other sites have none. */
function makeBooks({ content, folder }: BuiltSite): void {
  for (const format of bookFormats) {
    const { status, stderr } = spawnSync(
      process.execPath,
      [path.join(root, 'scripts/cli.ts'), format, '--content', content],
      { cwd: root, encoding: 'utf8', env: { ...process.env, SCHOLIUM_OUT: folder } },
    );
    if (status !== 0) throw new Error(`The books of ${content} cannot be made:\n${stderr}`);
  }
}
