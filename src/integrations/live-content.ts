/** The development server reads the content when it starts and whenever a file of it changes, and shows it at once. */
import type { AstroIntegration } from 'astro';
import { relative } from 'node:path';
import { settings } from '../lib/settings.ts';
import { handOver } from '../load/handover.ts';
import { readAll } from '../load/read-all.ts';
import type { StoreEntries } from '../load/store-entries.ts';

export function liveContent(): AstroIntegration {
  return {
    name: 'scholium-live-content',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        let last: StoreEntries | undefined;
        const read = async (): Promise<StoreEntries | undefined> => {
          const { entries, said } = await readAll();
          if (said !== '') logger.warn(`\n${said}`);
          // Where the content is not sound, the pages stay as they were.
          return (last = entries ?? last);
        };
        const folders = [settings.content, settings.docs];
        handOver(read());
        server.watcher.add(folders);
        server.watcher.on('all', (_event, path) => {
          if (!folders.some((folder) => !relative(folder, path).startsWith('..'))) return;
          handOver(read());
          server.environments.client.hot.send({ type: 'full-reload', path: '*' });
        });
      },
    },
  };
}
