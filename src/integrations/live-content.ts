/** The development server shows the content as it is; a build, which renders none of it, loads nothing for that. */
import type { AstroIntegration } from 'astro';

export function liveContent(): AstroIntegration {
  return {
    name: 'scholium-live-content',
    hooks: {
      'astro:server:setup': async ({ server, logger }) => {
        const { serveContent } = await import('../load/serve-content.ts');
        serveContent(server, logger);
      },
    },
  };
}
