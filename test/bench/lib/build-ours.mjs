/** The project's own server and command, built for the benchmark alone: a build of the project during a run changes nothing. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundle } from '../../../src/build/bundle.mjs';
import { generate } from '../../../src/build/generate.mjs';
import { libraries } from '../../../src/build/libraries.mjs';
import { built, root } from './places.mjs';

/** As they are packaged. */
export async function buildOurs() {
  if (!existsSync(join(root, 'src/language/generated'))) await generate();
  await bundle(['cli', 'server'], join(built, 'ours/dist'));
}

/** The server as a bundle that still names its functions and modules, for the profiler. */
export const buildForProfile = () =>
  build({
    alias: libraries.alias,
    loader: libraries.loader,
    absWorkingDir: root,
    entryPoints: ['server/process.ts'],
    outfile: join(built, 'ours/server.cjs'),
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
  });
