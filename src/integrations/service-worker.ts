/** The service worker is a file of its own at the root of the site, for it answers for all that stands below it. */
import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import { offlineFiles } from '../contract/offline.ts';

const source = fileURLToPath(new URL('../client/service-worker.ts', import.meta.url));

export function serviceWorker(): AstroIntegration {
  return {
    name: 'scholium-service-worker',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'scholium-service-worker',
                apply: 'build',
                buildStart() {
                  if (this.environment.name !== 'client') return;
                  this.emitFile({ type: 'chunk', id: source, fileName: offlineFiles.worker });
                },
              },
            ],
          },
        });
      },
    },
  };
}
