import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', '**/node_modules/**'],
    globalSetup: ['test/bundle-langium.ts'],
    setupFiles: ['test/provide-langium.ts'],
    testTimeout: 60_000,
    // Some build a bundle first.
    hookTimeout: 60_000,
  },
});
