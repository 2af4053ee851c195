/** A warning of the bundler is something wrong that would build green: it ends the build. */
import type { AstroIntegration } from 'astro';

type Warner = { warn(message: string): void; warnOnce(message: string): void };

export function strictBundler(): AstroIntegration {
  const warnings: string[] = [];
  let building = false;
  const listen = (logger: Warner, method: 'warn' | 'warnOnce'): void => {
    const pass = logger[method].bind(logger);
    logger[method] = (message: string) => {
      warnings.push(message);
      pass(message);
    };
  };
  return {
    name: 'scholium-strict-bundler',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        building = command === 'build';
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'scholium-strict-bundler',
                configResolved: ({ logger }) => {
                  listen(logger, 'warn');
                  listen(logger, 'warnOnce');
                },
              },
            ],
          },
        });
      },
      'astro:build:generated': () => {
        if (!building || warnings.length === 0) return;
        throw new Error(`Unexpected warnings of the bundler:\n${[...new Set(warnings)].join('\n')}`);
      },
    },
  };
}
