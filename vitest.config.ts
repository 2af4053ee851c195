/** Three kinds of tests: of functions, of built sites, and in a real browser. */
import { defineConfig } from 'vitest/config';

const globalSetup = './tests/support/built-sites.ts';

/** Generous, in milliseconds: a time-out is for what hangs, and a slow machine is slow in all at once. */
const patience = { testTimeout: 600_000, hookTimeout: 600_000, expect: { poll: { timeout: 60_000 } } };

export default defineConfig({
  test: {
    reporters: ['default', './tests/tools/closing-line.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', 'tests/browser/**', 'tests/bench/**'],
          ...patience,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup,
          ...patience,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup,
          ...patience,
        },
      },
    ],
  },
});
