// Bundles the dashboard: one script and one style, which the command writes into pages. They are imported as `isms:dashboard`: as text, with
// the hashes that the page's security policy names. For VS Code there is a second style, after the first.
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
 * @property {string} editorStyle what is added in VS Code
 * @property {import('esbuild').Metafile} metafile
 */

/** The few colours that a browser leaves to a page when it forces its own. */
const forcedColours =
  ':root { --plain: Canvas; --plain-ink: CanvasText; --chosen: Highlight; --chosen-ink: HighlightText; }';

/** What VS Code says of its themes of high contrast. */
const contrastThemes = 'body:is(.vscode-high-contrast, .vscode-high-contrast-light)';

const text = (/** @type {{ outputFiles: { text: string }[] }} */ { outputFiles: [file] }) => (file?.text ?? '').trim();

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
  const minified = async (/** @type {string} */ contents) =>
    text(await build({ ...common, stdin: { contents, loader: 'css' }, write: false }));
  const contrast = css('contrast.css');
  const forced = `@media (forced-colors: active) { ${forcedColours} ${contrast} }`;
  const [drawing, style, editorStyle, code] = await Promise.all([
    minified(css('drawing.css')),
    minified(css('drawing.css') + css('style.css') + css('meeting.css') + forced),
    minified(`${css('editor.css')} ${contrastThemes} { ${contrast} }`),
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
  const script = text(code).replace('__DRAWING_STYLE__', () => JSON.stringify(drawing));
  // Within a page the end of an element would end it, wherever it stands.
  if (/<\/script|<!--/i.test(script)) throw new Error('The dashboard holds what would end its element in a page.');
  return { script, style, editorStyle, metafile: code.metafile };
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
