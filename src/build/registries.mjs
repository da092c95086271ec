// Writes the lists of what is one file each, so that bundlers see static imports and nobody edits a list: artefacts of
// src/documents/artefacts, formats of src/formats. Files that begin with `_` are their helpers.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

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
 * @param {string} source
 * @param {readonly string[]} lines
 */
function writeGenerated(root, folder, source, lines) {
  mkdirSync(join(root, folder, 'generated'), { recursive: true });
  const first = `// Generated from the folder ${source} by src/build/registries.mjs. Do not edit.`;
  writeFileSync(join(root, folder, 'generated/registry.ts'), [first, ...lines, ''].join('\n'));
}

export function writeArtefacts(root = here) {
  const names = namesIn(root, 'src/documents/artefacts');
  writeGenerated(root, 'src/documents', 'src/documents/artefacts', [
    "import type { Artefact } from '../artefact.ts';",
    ...names.map((name, i) => `import artefact${i} from '../artefacts/${name}.ts';`),
    '',
    '/** Every artefact, in the order of the ids. */',
    `export const artefacts: readonly Artefact[] = [${names.map((_, i) => `artefact${i}`).join(', ')}];`,
  ]);
}

/** What a format says of itself stands in the list; its writer is loaded on first use, as it brings a library. */
export async function writeFormats(root = here) {
  const names = namesIn(root, 'src/formats');
  const entries = await Promise.all(
    names.map(async name => {
      const { write: _, ...info } = await evaluate(root, `src/formats/${name}.ts`);
      return `  ${JSON.stringify(info).slice(0, -1)},"load":() => import('../${name}.ts')},`;
    }),
  );
  writeGenerated(root, 'src/formats', 'src/formats', [
    "import type { FormatEntry } from '../shared/format.ts';",
    '',
    '/** Every format, in the order of the ids. */',
    `export const formats: readonly FormatEntry[] = [\n${entries.join('\n')}\n];`,
  ]);
}

/**
 * What a format's file exports. A named export: a file of its own among CommonJS bundles has no default.
 * @param {string} root
 * @param {string} file
 * @returns {Promise<import('../formats/shared/format.ts').Format>}
 */
async function evaluate(root, file) {
  const { outputFiles } = await build({
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
    absWorkingDir: root,
    entryPoints: [file],
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64');
  return (await import(`data:text/javascript;base64,${code}`)).format;
}
