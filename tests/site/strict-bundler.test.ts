/** The bundler warns and goes on; the build does not. */
import type { AstroIntegration, HookParameters } from 'astro';
import { expect, test } from 'vitest';
import { strictBundler } from '../../src/integrations/strict-bundler.ts';

type Plugin = { configResolved(config: { logger: { warn(message: string): void } }): void };

/** Starts a build as Astro does, with a bundler that says `warnings`. */
function bundle(integration: AstroIntegration, warnings: readonly string[]): () => void {
  const logger = { warn: () => {}, warnOnce: () => {} };
  integration.hooks['astro:config:setup']?.({
    command: 'build',
    updateConfig: ({ vite }: { vite: { plugins: Plugin[] } }) =>
      vite.plugins.forEach((plugin) => plugin.configResolved({ logger })),
  } as unknown as HookParameters<'astro:config:setup'>);
  for (const warning of warnings) (logger.warn as (message: string) => void)(warning);
  return () =>
    void integration.hooks['astro:build:generated']?.({} as HookParameters<'astro:build:generated'>);
}

test('a warning of the bundler ends the build, and is told', () => {
  expect(bundle(strictBundler(), ['Use of eval is discouraged'])).toThrow(/Use of eval is discouraged/);
});

test('a bundler without warnings builds', () => {
  expect(bundle(strictBundler(), [])).not.toThrow();
});
