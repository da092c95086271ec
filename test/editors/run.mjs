// The language server in editors other than VS Code, each with the configuration that its page in docs/editors shows.
//   node test/editors/run.mjs [--only neovim|emacs|codemirror]
// Screenshots: e2e-output/editors. Says what was not run because an editor is not installed; with ISMS_REQUIRE_TOOLS=1 that is a
// failure. Closes with `N passed, N failed`; exit 0 when none failed.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outfile = join(root, '.vscode-test/editors/main.mjs');
await build({
  absWorkingDir: root,
  entryPoints: ['test/editors/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});
const { main } = await import(pathToFileURL(outfile).href);
process.exitCode = await main(root, process.argv.slice(2));
