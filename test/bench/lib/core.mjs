/** The project's own core, bundled for the benchmark and loaded into this process. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { built, root } from './places.mjs';

const contents = `
import { makeServices } from './src/language/langium.ts';
import { provideLangium } from './src/language/services.ts';
provideLangium(makeServices);
export { rules } from './src/rules/generated/registry.ts';
export { Workspace } from './src/workspace/workspace.ts';
export { diagnosticOf } from './src/workspace/diagnostic.ts';
export { findIsmsFiles, readText, uriExists, uriOfPath } from './src/node/files.ts';
export { ChunkedText } from './src/language/text/chunked-text.ts';
export { kindKeywords } from './src/language/schema.ts';
export { readDeclaration } from './src/model/read.ts';
`;

let loaded;

/** Bundles and loads the core, once. */
export async function loadCore() {
  if (loaded) return loaded;
  const outfile = join(built, 'ours/core.cjs');
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts', sourcefile: 'core.ts' },
    outfile,
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
  });
  loaded = createRequire(import.meta.url)(outfile);
  return loaded;
}

/** The files of a folder as the core takes them: `[uri, text]` in order. */
export async function readFolder(core, folder) {
  const { paths } = await core.findIsmsFiles(folder);
  return Promise.all(paths.map(async path => [core.uriOfPath(path), await core.readText(path)]));
}
