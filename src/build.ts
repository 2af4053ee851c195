/**
 * `npm run build`: the site from the content as it is. A process of its own reads and checks the survey; where the code of
 * the site has changed, Astro bundles it meanwhile in another. Then the pages are rendered here, and the reader makes the
 * search index and the files beside them. A build of the same sources has nothing to do.
 */
import './load/arguments.ts';
import { enableCompileCache } from 'node:module';
import { join, relative } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { settings } from './lib/settings.ts';
import { compilerFlags } from './load/compiler.ts';
import { startReading } from './load/reading.ts';
import { digestOfSources, forgetBuilt, isBuilt, rememberBuilt } from './load/stamp.ts';
import { startBundling } from './render/bundle.ts';

for (const flag of compilerFlags) setFlagsFromString(flag);
const compiled = join(settings.root, '.cache/compile');
enableCompileCache(compiled);
process.env.NODE_COMPILE_CACHE = compiled;

const site = relative(process.cwd(), settings.out) || settings.out;
if (isBuilt()) process.stdout.write(`Nothing changed: ${site} is as the last build left it.\n`);
else process.exitCode = await build();

/** @returns the exit code: 1 where the content is not sound, or the code of the site */
async function build(): Promise<number> {
  forgetBuilt();
  const bundling = startBundling();
  const reader = startReading();
  // An edit from here on is not taken for built.
  digestOfSources();
  reader.begin();
  // The rest is loaded when one of the two has ended: until then they have work for two cores.
  await Promise.race([bundling.bundle, reader.reading]);
  const { makeSite } = await import('./complete/make-site.ts');
  const clean = await makeSite(bundling, reader);
  if (clean) rememberBuilt();
  return clean ? 0 : 1;
}
