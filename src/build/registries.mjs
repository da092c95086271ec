// Writes the lists of what is one file each, so that bundlers see static imports and nobody edits a list: artefacts of
// src/documents/artefacts, formats of src/formats, settings of src/workspace/configuration/settings, features of server/features,
// requests of our own of server/features/requests, views of src/ide/views. Files that begin with `_` are their helpers. And the data of the frameworks, a folder each.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { readerSource, writeFrameworks } from './frameworks.mjs';
import { libraries } from './libraries.mjs';
import { camel } from './new/names.mjs';

const here = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @param {string} root
 * @param {string} folder
 */
const namesIn = (root, folder) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.startsWith('_'))
    .map(({ name }) => name.slice(0, -3))
    .sort();

/**
 * @param {string} root
 * @param {string} folder
 * @param {string} name
 * @param {string} source
 * @param {readonly string[]} lines
 */
function writeGenerated(root, folder, name, source, lines) {
  mkdirSync(join(root, folder, 'generated'), { recursive: true });
  const first = `// Generated from the folder ${source} by src/build/registries.mjs. Do not edit.`;
  writeFileSync(join(root, folder, `generated/${name}.ts`), [first, ...lines, ''].join('\n'));
}

/**
 * All artefacts as a module that is loaded on first use, and what they say of themselves as a list of its own: it is asked for in every
 * process, and building documents in few.
 */
export async function writeArtefacts(root = here) {
  const names = namesIn(root, 'src/documents/artefacts');
  writeGenerated(root, 'src/documents', 'registry', 'src/documents/artefacts', [
    "import type { Artefact } from '../artefact.ts';",
    ...names.map((name, i) => `import artefact${i} from '../artefacts/${name}.ts';`),
    '',
    '/** Every artefact, in the order of the ids. */',
    `export const artefacts: readonly Artefact[] = [${names.map((_, i) => `artefact${i}`).join(', ')}];`,
  ]);
  const { artefacts } = await evaluate(root, 'src/documents/generated/registry.ts');
  const lines = artefacts.map((/** @type {import('../documents/artefact.ts').Artefact} */ artefact) => {
    const { id, title, description, clause, parameters, models = {} } = artefact;
    return `  ${JSON.stringify({ id, title, description, clause, parameters, models: Object.keys(models).sort() })},`;
  });
  writeGenerated(root, 'src/documents', 'list', 'src/documents/artefacts', [
    "import type { ArtefactInfo } from '../artefact.ts';",
    '',
    '/** What every artefact says of itself, in the order of the ids. */',
    `export const artefacts: readonly ArtefactInfo[] = [\n${lines.join('\n')}\n];`,
  ]);
}

/** The settings by the names that they have in code: `asOf` for as-of.ts. */
export function writeSettings(root = here) {
  const names = namesIn(root, 'src/workspace/configuration/settings');
  writeGenerated(root, 'src/workspace/configuration', 'settings', 'src/workspace/configuration/settings', [
    ...names.map(name => `import ${camel(name)} from '../settings/${name}.ts';`),
    '',
    '/** Every setting. */',
    `export const settings = { ${names.map(camel).join(', ')} };`,
  ]);
}

/** What a format says of itself stands in the list; its writer is loaded on first use, as it brings a library. */
export async function writeFormats(root = here) {
  const names = namesIn(root, 'src/formats');
  const entries = await Promise.all(
    names.map(async name => {
      const { format } = await evaluate(root, `src/formats/${name}.ts`);
      const { write: _, ...info } = /** @type {import('../formats/shared/format.ts').Format} */ (format);
      return `  ${JSON.stringify(info).slice(0, -1)},"load":() => import('../${name}.ts')},`;
    }),
  );
  writeGenerated(root, 'src/formats', 'registry', 'src/formats', [
    "import type { FormatEntry } from '../shared/format.ts';",
    '',
    '/** Every format, in the order of the ids. */',
    `export const formats: readonly FormatEntry[] = [\n${entries.join('\n')}\n];`,
  ]);
}

/** The frameworks, read with the project's own reader. It needs what is generated from the grammar. */
export async function writeFrameworkData(root = here) {
  writeFrameworks(root, await evaluateSource(root, readerSource));
}

/**
 * What a module exports, given as text whose imports start at the root.
 * @param {string} root
 * @param {string} contents
 */
export const evaluateSource = (root, contents) => run(root, { stdin: { contents, resolveDir: root, loader: 'ts' } });

/** The features of the language server; a copy of the sources may be without it. */
export function writeFeatures(root = here) {
  if (!existsSync(join(root, 'server/features'))) return;
  const names = namesIn(root, 'server/features');
  writeGenerated(root, 'server/features', 'registry', 'server/features', [
    "import type { Feature } from '../shared/feature.ts';",
    ...names.map((name, i) => `import feature${i} from '../${name}.ts';`),
    '',
    '/** Every feature, in the order of the names of its files. */',
    `export const features: readonly Feature[] = [${names.map((_, i) => `feature${i}`).join(', ')}];`,
  ]);
}

/** The requests of our own that the language server answers, by their methods; a copy of the sources may be without them. */
export function writeRequests(root = here) {
  if (!existsSync(join(root, 'server/features/requests'))) return;
  const names = namesIn(root, 'server/features/requests');
  writeGenerated(root, 'server/features/requests', 'registry', 'server/features/requests', [
    "import type { EveryRequest } from '../shared/request.ts';",
    ...names.map((name, i) => `import request${i} from '../${name}.ts';`),
    '',
    '/** Every request, by its method: `isms/ismsList` is answered by isms-list.ts. */',
    'export const requests: EveryRequest = {',
    ...names.map((name, i) => `  'isms/${camel(name)}': request${i},`),
    '};',
  ]);
}

/** The views of the side bar, in the order in which they stand. */
export function writeViews(root = here) {
  const names = namesIn(root, 'src/ide/views');
  writeGenerated(root, 'src/ide/views', 'registry', 'src/ide/views', [
    "import type { View } from '../shared/view.ts';",
    ...names.map((name, i) => `import view${i} from '../${name}.ts';`),
    '',
    '/** Every view, in the order in which they stand. */',
    `export const views: readonly View[] = [${names.map((_, i) => `view${i}`).join(', ')}].sort((a, b) => a.order - b.order);`,
  ]);
}

/**
 * What a file exports. Formats and artefacts have named exports: a file of its own among CommonJS bundles has no default.
 * @param {string} root
 * @param {string} file
 * @returns {Promise<any>}
 */
const evaluate = (root, file) => run(root, { entryPoints: [file] });

/**
 * @param {string} root
 * @param {import('esbuild').BuildOptions} what
 * @returns {Promise<any>}
 */
async function run(root, what) {
  const folder = mkdtempSync(join(tmpdir(), 'isms-registries-'));
  const outfile = join(folder, 'module.cjs');
  try {
    // As CommonJS, in which a bundle of Node's platform may `require` whatever its libraries do.
    await build({
      bundle: true,
      format: 'cjs',
      target: 'node20',
      mainFields: ['module', 'main'],
      platform: 'node',
      logLevel: 'error',
      ...libraries,
      absWorkingDir: root,
      ...what,
      outfile,
    });
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
