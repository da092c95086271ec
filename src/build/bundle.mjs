// Bundles what runs: the command, the language server, the extension and the dashboard, for Node and for browsers.
//   node src/build/bundle.mjs [--only cli|server|client|dashboard] [--metafile]     --metafile: also dist/meta.json, for esbuild's analyser
// Tests build into a folder of their own.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { dashboard, dashboardAsText } from './dashboard.mjs';
import { libraries } from './libraries.mjs';
import { writeLicences } from './licences.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @typedef {import('esbuild').BuildOptions} BuildOptions
 * @typedef {import('esbuild').BuildResult<{ metafile: true }>} Built
 * @typedef {'cli' | 'server' | 'client' | 'dashboard'} BundleName
 */

/**
 * The data that the sources import, as a text that is parsed when it is needed: V8 parses JSON several times faster than it compiles
 * the same literal, and it would compile it in every process.
 * @type {import('esbuild').Plugin}
 */
const dataAsText = {
  name: 'data-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.json$/ }, ({ path }) => {
      const json = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')));
      return { contents: `export default /* @__PURE__ */ JSON.parse(${JSON.stringify(json)})` };
    });
  },
};

/**
 * Of the manifest only what programs say of themselves: the rest, such as its hundreds of settings, is for VS Code.
 * @type {import('esbuild').Plugin}
 */
const shortManifest = {
  name: 'short-manifest',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]package\.json$/ }, ({ path }) => {
      if (path !== join(root, 'package.json')) return undefined;
      const { name, version, homepage } = JSON.parse(readFileSync(path, 'utf8'));
      return { contents: JSON.stringify({ name, version, homepage }), loader: 'json' };
    });
  },
};

/** @satisfies {BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  sourcemap: false,
  logLevel: 'warning',
  metafile: true,
  plugins: [dataAsText, shortManifest, dashboardAsText],
  ...libraries,
};

/** @satisfies {BuildOptions} */
const node = { platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
/** @satisfies {BuildOptions} */
const browser = { platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

/** Modules that are large and seldom needed: in the Node bundles each is a file of its own, read on first use. */
const lazy =
  /\/(?:server\/features\/requests\/shared\/(?:exchange|templates)|src\/(?:cli\/(?:verbs\/new|baseline|serve\/[^/]+)|formats\/[^/]+|documents\/prose|export\/build|export\/logo\/read|wording\/(?:editor-|findings-|language-)?german|pictures\/(?:page|pictures|risk-hover-drawing)|syntax\/full\/langium|node\/(?:archive|git)|exchange\/(?:import-files|recognise\/mapping|report\/[^/]+)))\.ts$/;

/**
 * esbuild splits no CommonJS. This makes each module that `lazy` matches and that is imported by `import()` or `require()` a file beside
 * the bundle. What such a module shares with the bundle is in both, so it must hold no state.
 * @param {Set<string>} found takes the paths of these modules
 * @returns {import('esbuild').Plugin}
 */
const lazyModules = found => ({
  name: 'lazy-modules',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      const file = resolve(resolveDir, path);
      if ((kind !== 'dynamic-import' && kind !== 'require-call') || !lazy.test(file.replaceAll('\\', '/')))
        return undefined;
      found.add(file);
      return { path: `./${lazyName(file)}.cjs`, external: true };
    });
  },
});

const lazyName = (/** @type {string} */ file) => `lazy-${basename(dirname(file))}-${basename(file, '.ts')}`;

/** What the browser's bundle has no room for: its library and fonts are as large as all else. Pages are printed there instead. */
const notInBrowsers = ['pdf'];

/** @type {import('esbuild').Plugin} */
const fewerFormats = {
  name: 'fewer-formats',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]formats[\\/]generated[\\/]registry\.ts$/ }, ({ path }) => {
      const kept = readFileSync(path, 'utf8')
        .split('\n')
        .filter(line => !notInBrowsers.some(id => line.includes(`"id":"${id}"`)));
      return { contents: kept.join('\n'), loader: 'ts' };
    });
  },
};

/** Stands in a bundle where the hash of its content is to be, by which it tells what it kept itself from what another build kept. */
const buildHash = '-'.repeat(64);

/**
 * A Node bundle with the files that it reads on first use.
 * @param {string} entry
 * @param {string} outfile
 * @param {{ external?: string[] }} [options]
 * @returns {Promise<Built[]>}
 */
async function nodeBundle(entry, outfile, options = {}) {
  /** @type {Set<string>} */
  const found = new Set();
  const shared = {
    ...common,
    ...node,
    // Without `import()` it is `require()`, which needs no second module loader to be started.
    supported: { 'dynamic-import': false },
    define: { ...libraries.define, 'process.env.ISMS_BUILD': JSON.stringify(buildHash) },
  };
  const main = await build({
    ...shared,
    entryPoints: [entry],
    outfile,
    plugins: [...common.plugins, lazyModules(found)],
    ...options,
  });
  // One build for all of them, so that what they share is read once; still, each file holds all that it needs.
  const entryPoints = Object.fromEntries([...found].sort().map(file => [lazyName(file), file]));
  const rest = found.size
    ? [await build({ ...shared, entryPoints, outdir: dirname(outfile), outExtension: { '.js': '.cjs' } })]
    : [];
  const results = [main, ...rest];
  const content = readFileSync(resolve(root, outfile), 'utf8');
  const hash = createHash('sha256');
  for (const { metafile } of results)
    for (const file of Object.keys(metafile.outputs)) hash.update(readFileSync(resolve(root, file)));
  if (content.includes(buildHash))
    writeFileSync(resolve(root, outfile), content.replace(buildHash, hash.digest('hex')));
  return results;
}

/**
 * What is started: it readies Node, and leaves all else to the bundle `main.cjs` beside it.
 * @param {string} entry
 * @param {string} outfile
 */
const nodeEntry = (entry, outfile) =>
  build({ ...common, ...node, entryPoints: [entry], outfile, external: ['./main.cjs'] });

/** @type {Readonly<Record<BundleName, (dist: string) => Promise<Pick<Built, 'metafile'>[]>>>} */
const bundles = {
  cli: async dist => [
    await nodeEntry('src/cli/bin.ts', `${dist}/cli/isms.cjs`),
    ...(await nodeBundle('src/cli/process.ts', `${dist}/cli/main.cjs`)),
  ],
  server: async dist => [
    await nodeEntry('server/node.ts', `${dist}/server/node.cjs`),
    ...(await nodeBundle('server/process.ts', `${dist}/server/main.cjs`)),
    await build({
      ...common,
      ...browser,
      // A worker has no page: some packages have a part of their own for it, and else would ask for `document`.
      conditions: ['worker', 'module'],
      plugins: [...common.plugins, fewerFormats],
      format: 'iife',
      entryPoints: ['server/web.ts'],
      outfile: `${dist}/server/web.js`,
    }),
  ],
  client: async dist => [
    ...(await nodeBundle('client/node.ts', `${dist}/client/node.cjs`, { external: ['vscode'] })),
    // The manifest says `web.cjs`: as `.js` in a package of ES modules newer versions of VS Code would take it for one. Versions
    // such as 1.100 append `.js` to whatever name a browser entry has.
    ...(await Promise.all(
      ['web.cjs', 'web.cjs.js'].map(name =>
        build({
          ...common,
          ...browser,
          format: 'cjs',
          external: ['vscode'],
          entryPoints: ['client/web.ts'],
          outfile: `${dist}/client/${name}`,
        }),
      ),
    )),
  ],
  dashboard: dashboardBundle,
};

/**
 * The dashboard's script and styles as files, which VS Code shows; pages hold them as text. What of other people is in them is named like that
 * of all bundles.
 * @param {string} dist
 * @returns {Promise<Pick<Built, 'metafile'>[]>}
 */
async function dashboardBundle(dist) {
  const { script, style, editorStyle, metafile } = await dashboard();
  const folder = resolve(root, dist, 'dashboard');
  mkdirSync(folder, { recursive: true });
  const files = { 'dashboard.js': script, 'dashboard.css': style, 'editor.css': editorStyle };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const [output] = Object.values(metafile.outputs);
  const outputs = Object.entries(files).map(([name, text]) => [
    relative(root, join(folder, name)),
    { ...output, inputs: name === 'dashboard.js' ? (output?.inputs ?? {}) : {}, bytes: Buffer.byteLength(text) },
  ]);
  return [{ metafile: { ...metafile, outputs: Object.fromEntries(outputs) } }];
}

const everyBundle = /** @type {BundleName[]} */ (Object.keys(bundles));

/**
 * Builds the bundles named, all by default. Rejects with what is wrong in the sources, after the others are built.
 * @param {readonly BundleName[]} [names]
 * @param {string} [dist] the folder of the bundles, relative to the root
 */
export async function bundle(names = everyBundle, dist = 'dist') {
  const results = await Promise.allSettled(names.map(name => bundles[name](dist)));
  const failed = results.find(result => result.status === 'rejected');
  if (failed) throw failed.reason;
  const built = results.filter(result => result.status === 'fulfilled').flatMap(({ value }) => value);
  const metafiles = built.map(({ metafile }) => metafile);
  const written = metafiles.flatMap(({ outputs }) => Object.keys(outputs));
  removeOthers(names, dist, new Set(written.map(file => resolve(root, file))));
  // What a part of the bundles holds is not what the packages hold.
  if (names.length === everyBundle.length) writeLicences(metafiles, root, dist);
  return metafiles;
}

/**
 * What an earlier build left behind would be packaged too.
 * @param {readonly BundleName[]} names
 * @param {string} dist
 * @param {ReadonlySet<string>} written
 */
function removeOthers(names, dist, written) {
  for (const folder of names.map(name => resolve(root, dist, name))) {
    for (const file of readdirSync(folder)) {
      if (!written.has(join(folder, file))) rmSync(join(folder, file), { recursive: true });
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const at = process.argv.indexOf('--only');
  const only = at < 0 ? everyBundle : everyBundle.filter(name => name === process.argv[at + 1]);
  if (only.length === 0) throw new Error(`--only takes one of ${everyBundle.join(', ')}.`);
  const metafiles = await bundle(only).catch(error => {
    if (!error.errors) console.error(error); // esbuild has told its own
    process.exit(1);
  });
  if (process.argv.includes('--metafile')) writeFileSync(join(root, 'dist/meta.json'), JSON.stringify(metafiles));
  const sizes = metafiles.flatMap(({ outputs }) => Object.entries(outputs));
  for (const [file, { bytes }] of sizes)
    console.log(`${file.padEnd(28)}${String(Math.round(bytes / 1024)).padStart(6)} KiB`);
}
