/**
 * Installs what only the benchmark needs (into test/bench/node_modules, from test/bench/package-lock.json) and builds the peers
 * into test/bench/.bench.   node install.mjs [--build-only]
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { built, here, root } from './lib/places.mjs';

function run(command, args, cwd) {
  const result = spawnSync(command, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  if (result.status !== 0) throw new Error(`${command} ${args.join(' ')}:\n${result.stdout}${result.stderr}`);
}

/** @param packages false: only builds, with the packages that are there */
export async function install({ packages = true } = {}) {
  if (packages && !existsSync(join(here, 'node_modules/.package-lock.json'))) {
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], here);
  }
  // Langium's generator calls Object.groupBy, which Node 20 lacks.
  const langium = join(here, 'node_modules/langium-cli/bin/langium.js');
  const polyfill = join(root, 'src/build/node20.cjs');
  run(process.execPath, ['--require', polyfill, langium, 'generate', '--mode=production'], join(here, 'peers/langium'));

  // The benchmark's packages may have been installed a moment ago: its own bundler is looked up only now.
  const { build } = createRequire(join(here, 'install.mjs'))('esbuild');
  const bundle = (entry, outfile) =>
    build({
      absWorkingDir: here,
      entryPoints: [entry],
      outfile: join(built, outfile),
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      sourcemap: 'linked',
      logLevel: 'error',
    });
  await bundle('peers/langium/server.mjs', 'peers/langium.cjs');
  await bundle('peers/langium/library.mjs', 'peers/langium-library.cjs');
  await bundle('peers/floor/server.mjs', 'peers/floor.cjs');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await install({ packages: !process.argv.includes('--build-only') });
}
