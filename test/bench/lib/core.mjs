/** The project's own core, bundled for the benchmark and loaded into this process. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { libraries } from '../../../src/build/libraries.mjs';
import { built, root } from './places.mjs';

/** @typedef {typeof import('./core-entry.ts')} Core */

/** @type {Core | undefined} */
let loaded;

/**
 * Bundles and loads the core, once.
 * @returns {Promise<Core>}
 */
export async function loadCore() {
  if (loaded) return loaded;
  const outfile = join(built, 'ours/core.cjs');
  await build({
    alias: libraries.alias,
    loader: libraries.loader,
    absWorkingDir: root,
    entryPoints: ['test/bench/lib/core-entry.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
  });
  /** @type {Core} */
  const core = createRequire(import.meta.url)(outfile);
  loaded = core;
  return core;
}

/**
 * The files of a folder as the core takes them: `[uri, text]` in order.
 * @param {Core} core
 * @param {string} folder
 * @returns {Promise<[uri: string, text: string][]>}
 */
export async function readFolder(core, folder) {
  const { paths } = await core.findIsmsFiles(folder);
  return Promise.all(
    paths.map(async path => /** @type {[string, string]} */ ([core.uriOfPath(path), await core.readText(path)])),
  );
}
