/** Our server as a bundle that still names its functions and modules, for the profiler. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { built, root } from './places.mjs';

export const buildForProfile = () =>
  build({
    absWorkingDir: root,
    entryPoints: ['server/node.ts'],
    outfile: join(built, 'ours/server.cjs'),
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
  });
