/** Before the tests: bundles Langium, so that only tests that need it load it, and then from one file. */
import { join } from 'node:path';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The file that exports what src/syntax/full/langium.ts does. */
    readonly langiumBundle: string;
  }
}

export default async function setup(project: TestProject): Promise<void> {
  const outfile = join(project.config.root, 'node_modules/.cache/isms/langium.cjs');
  await build({
    absWorkingDir: project.config.root,
    entryPoints: ['src/syntax/full/langium.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile,
    logLevel: 'warning',
  });
  project.provide('langiumBundle', outfile);
}
