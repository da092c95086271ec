// Bundles the dashboard: one script and one style, which the command writes into pages. They are imported as `isms:dashboard`: as text, with
// the hashes that the page's security policy names.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @typedef {object} Dashboard
 * @property {string} script
 * @property {string} style
 * @property {import('esbuild').Metafile} metafile
 */

/** @type {Promise<Dashboard> | undefined} */
let built;

/**
 * The dashboard's script and style. Built once in each process.
 * @returns {Promise<Dashboard>}
 */
export const dashboard = () => (built ??= make());

async function make() {
  const css = (/** @type {string} */ name) => readFileSync(join(root, 'dashboard', name), 'utf8');
  const common = /** @type {const} */ ({ charset: 'utf8', legalComments: 'none', minify: true, logLevel: 'warning' });
  const [drawing, style, code] = await Promise.all([
    build({ ...common, stdin: { contents: css('drawing.css'), loader: 'css' }, write: false }),
    build({ ...common, stdin: { contents: css('drawing.css') + css('style.css'), loader: 'css' }, write: false }),
    // First the drawings' style, which the script puts into files that are saved.
    build({
      ...common,
      absWorkingDir: root,
      bundle: true,
      platform: 'browser',
      format: 'iife',
      target: 'es2022',
      metafile: true,
      write: false,
      entryPoints: ['dashboard/main.ts'],
      outfile: 'dist/dashboard/dashboard.js',
      define: { DRAWING_STYLE: '__DRAWING_STYLE__' },
    }),
  ]);
  const text = (/** @type {{ outputFiles: { text: string }[] }} */ { outputFiles: [file] }) =>
    (file?.text ?? '').trim();
  const script = text(code).replace('__DRAWING_STYLE__', () => JSON.stringify(text(drawing)));
  // Within a page the end of an element would end it, wherever it stands.
  if (/<\/script|<!--/i.test(script)) throw new Error('The dashboard holds what would end its element in a page.');
  return { script, style: text(style), metafile: code.metafile };
}

const hash = (/** @type {string} */ text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** The module `isms:dashboard` as source text. */
export async function dashboardModule() {
  const { script, style } = await dashboard();
  const values = { script, style, scriptHash: hash(script), styleHash: hash(style) };
  return Object.entries(values)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
}

/** @type {import('esbuild').Plugin} */
export const dashboardAsText = {
  name: 'dashboard-as-text',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^isms:dashboard$/ }, ({ path }) => ({ path, namespace: 'isms' }));
    onLoad({ filter: /.*/, namespace: 'isms' }, async () => ({ contents: await dashboardModule(), loader: 'js' }));
  },
};
