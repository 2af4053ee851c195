import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: '.',
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/tools/disabled-rule.setup.ts'],
    testTimeout: 60_000,
  },
});
