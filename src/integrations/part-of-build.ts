/** Astro as one part of a build: it bundles the code of the site, and the build renders the pages with that. */
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { settings } from '../lib/settings.ts';
import { bundleParts, bundleVariable } from '../render/bundle.ts';

/** Where Astro writes: in a build, to the bundle. */
export const outDir = process.env[bundleVariable]
  ? bundleParts(process.env[bundleVariable]).assets
  : settings.out;

export function partOfBuild(): AstroIntegration {
  const folder = process.env[bundleVariable];
  return {
    name: 'scholium-part-of-build',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        // A site that Astro alone built would lack its search.
        if (folder === undefined) throw new Error('Unexpected "astro build", expected "npm run build"');
        // What Vite prepares for a browser while it develops, no build uses.
        updateConfig({ vite: { optimizeDeps: { noDiscovery: true, include: [] } } });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        if (folder === undefined) return;
        const { assets, modules } = bundleParts(folder);
        setPrerenderer({
          name: 'scholium-keep',
          // Astro deletes the modules when it has rendered with them.
          setup: () => rename(join(assets, '.prerender'), modules),
          getStaticPaths: async () => [],
          render: () => Promise.reject(new Error('The build renders the pages')),
        });
      },
    },
  };
}
