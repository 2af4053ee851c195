/** Astro as one part of a build. */
import type { AstroIntegration } from 'astro';
import { isPartOfBuild } from '../load/handover.ts';

export function partOfBuild(): AstroIntegration {
  return {
    name: 'scholium-part-of-build',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        // A site that Astro alone built would lack its search.
        if (!isPartOfBuild()) throw new Error('Unexpected "astro build", expected "npm run build"');
        // What Vite prepares for a browser while it develops, no build uses.
        updateConfig({ vite: { optimizeDeps: { noDiscovery: true, include: [] } } });
      },
    },
  };
}
