/**
 * The process in which Astro bundles. It is started for one bundle, whose folder `part-of-build.ts` reads from the
 * environment; nothing of the survey is in Astro's store, so there is none to fill first.
 */
import { build } from 'astro';

// An option of Astro's builder that its types leave out.
const options: Parameters<typeof build>[1] & { sync: boolean } = { sync: false };

try {
  await build({}, options);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
}
