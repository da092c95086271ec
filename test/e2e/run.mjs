// The extension as packaged, in a real VS Code.
//   node test/e2e/run.mjs [--vsix FILE] [--example DIR] [--only in-host|window|browser|restricted|odd|views|fixes|newcomer|documents|pictures|refactorings|dashboard] [--grep TEXT] [--attempts N]
//     --vsix     test this package instead of making one
//     --example  work on a copy of this folder instead of examples/acme-cloud
//     --only     one of the parts; --grep: only tests whose title contains TEXT
//     --attempts how often a part with a failure is begun anew, from a fresh copy: 1, or 2 with CI=true; what failed at first is named at the end
// ISMS_VSCODE: `1.100` (default) or `1.139`, a workbench made of npm packages, kept in .vscode-test;
//              `desktop` or `desktop@VERSION`, a VS Code downloaded through @vscode/test-electron (in-host part only).
// Screenshots: e2e-output/. Closes with `N passed, N failed`; exit 0 when none failed.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = join(root, '.vscode-test/e2e');
/** @satisfies {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
};
await build({
  ...common,
  entryPoints: ['test/e2e/main.ts'],
  outfile: join(out, 'main.mjs'),
  format: 'esm',
  packages: 'external',
});
await build({
  ...common,
  entryPoints: ['test/e2e/suite/index.ts'],
  outfile: join(out, 'suite.cjs'),
  format: 'cjs',
  external: ['vscode', 'mocha'],
});
const { main } = await import(pathToFileURL(join(out, 'main.mjs')).href);
process.exitCode = await main({ root, suite: join(out, 'suite.cjs'), args: process.argv.slice(2) });
