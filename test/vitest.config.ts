import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { dashboardModule } from '../src/build/dashboard.mjs';
import { pdfkit } from '../src/build/libraries.mjs';

/** Fonts as bytes, as the bundler gives them. */
const fonts = {
  name: 'fonts-as-bytes',
  enforce: 'pre' as const,
  load: (id: string) =>
    id.endsWith('.woff')
      ? `export default Uint8Array.from(atob('${readFileSync(id, 'base64')}'), sign => sign.charCodeAt(0));`
      : undefined,
};

/** The dashboard as text, as the bundler gives it. */
const dashboard = {
  name: 'dashboard-as-text',
  enforce: 'pre' as const,
  resolveId: (id: string) => (id === 'isms:dashboard' ? `\0${id}` : undefined),
  load: (id: string) => (id === '\0isms:dashboard' ? dashboardModule() : undefined),
};

export default defineConfig({
  plugins: [fonts, dashboard],
  resolve: { alias: { pdfkit } },
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', '**/node_modules/**'],
    globalSetup: ['test/bundle-langium.ts'],
    setupFiles: ['test/provide-langium.ts', 'test/seed.ts'],
    testTimeout: 60_000,
    // Some build a bundle first.
    hookTimeout: 60_000,
  },
});
