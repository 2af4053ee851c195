/** How V8 compiles in the processes of a build. */
import { join } from 'node:path';
import { settings } from '../lib/settings.ts';
import { listFiles } from './files.ts';

/** From about so many papers on, a build lasts long enough. */
const enough = 2000;

/**
 * V8's optimising compiler takes a twelfth of a build's CPU, on threads that the other processes wait for. In the seconds
 * of a build of hundreds of papers it does not give them back; of thousands, it does.
 */
export const compilerFlags: readonly string[] =
  listFiles(join(settings.content, 'papers'), '.mdx').length < enough ? ['--no-turbofan'] : [];
