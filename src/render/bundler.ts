/**
 * The process in which Astro bundles. It is started for one bundle, whose folder `part-of-build.ts` reads from the
 * environment; nothing of the survey is in Astro's store, so there is none to fill first.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { settings } from '../lib/settings.ts';

// A checkout that was built while narratives were entries of Astro's store lists them here, and Astro would bundle them.
rmSync(join(settings.root, '.astro/content-modules.mjs'), { force: true });

// An option of Astro's builder that its types leave out.
const options: Parameters<typeof build>[1] & { sync: boolean } = { sync: false };

try {
  await build({}, options);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
}
