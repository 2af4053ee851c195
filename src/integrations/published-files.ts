/** The development server makes a file for machines when it is asked for one; a build writes all of them. */
import type { AstroIntegration } from 'astro';
import { settings } from '../lib/settings.ts';
import { saveCaches } from '../load/cache.ts';
import { readAll } from '../load/read-all.ts';
import { makePublishedFiles } from '../publish/files.ts';

export function publishedFiles(): AstroIntegration {
  return {
    name: 'scholium-published-files',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = new URL(request.url ?? '/', 'http://localhost').pathname;
          if (!/^\/(?:papers|chapters|data|og)\/[^/]+$|^\/[^/]+\.(?:xml|txt)$/.test(path)) return next();
          findFile(path)
            .then((content) => (content === undefined ? next() : response.end(content)))
            .catch(next);
        });
      },
    },
  };
}

/** The survey as it is now, read anew for every file that is asked for. */
async function findFile(path: string): Promise<string | Uint8Array | undefined> {
  const { loaded } = await readAll();
  const name = path.startsWith(settings.base) ? `/${path.slice(settings.base.length)}` : path;
  const files = loaded && (await makePublishedFiles(loaded));
  saveCaches({ prune: false });
  return files?.get(name);
}
