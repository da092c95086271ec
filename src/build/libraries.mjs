// How libraries are bundled that need to be told: the fonts of PDF, and the library that writes it.
import { fileURLToPath } from 'node:url';

/**
 * pdfkit's build for browsers everywhere: it packs with fflate, to the same bytes on every platform, and needs nothing of Node. What it would
 * look for beside itself, a colour profile, is not asked for.
 */
export const pdfkit = fileURLToPath(new URL('../../node_modules/pdfkit/js/pdfkit.browser.mjs', import.meta.url));

const absent = fileURLToPath(new URL('absent.mjs', import.meta.url));

/** @satisfies {import('esbuild').BuildOptions} */
export const libraries = {
  alias: { pdfkit, 'png-js': absent, 'brotli/decompress.js': absent },
  define: { 'import.meta.url': '"file:///"' },
  loader: { '.woff': 'binary' },
};
