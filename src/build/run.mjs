// `npm start` and `npm test`, each the first command on a fresh clone: installs, generates and builds what is missing or out of
// date (prepare.mjs), then runs. Node's own modules only, as nothing else is there before the installation.
//   node src/build/run.mjs start                  checks the example and writes its Statement of Applicability to dist/example
//   node src/build/run.mjs test                   all tests, the ones in a real editor too; closes with `N passed, N failed`,
//                                                 before that what was not run because a program is not installed
//   node src/build/run.mjs test unit|e2e|editors [ARG…]   one part, with arguments for vitest, test/e2e/run.mjs or test/editors/run.mjs
//   node src/build/run.mjs docs                   writes the generated pages, schemas and settings again
//   node src/build/run.mjs fuzz [MINUTESm|RUNS] [SEED]   random sequences of edits and events, as long as one likes
//   node src/build/run.mjs prepare                only what has to be there
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { closingLines, editorOutcome, missingPrograms, unitOutcome } from './outcome.mjs';
import { node, prepare, read, root } from './prepare.mjs';

const example = 'examples/acme-cloud';

async function start() {
  await prepare();
  const isms = (...args) => node(['dist/cli/isms.cjs', ...args]);
  console.log(`\n$ isms check ${example}`);
  const checked = await isms('check', example);
  if (checked.code !== 0) return checked.code;
  mkdirSync(join(root, 'dist/example'), { recursive: true });
  console.log(`\n$ isms export soa ${example}`);
  for (const format of ['xlsx', 'html']) {
    const file = `dist/example/statement-of-applicability.${format}`;
    const { code } = await isms('export', 'soa', example, '--format', format, '-o', file);
    if (code !== 0) return code;
  }
  return 0;
}

const parts = {
  unit: async args => {
    const report = 'dist/unit-tests.json';
    rmSync(join(root, report), { force: true });
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '-c', 'test/vitest.config.ts'];
    const { code } = await node([...vitest, ...reporters, ...args]);
    return unitOutcome(read(report), { code, missing: missingPrograms(), isWhole: args.length === 0 });
  },
  e2e: async args => {
    const { code, printed } = await node(['test/e2e/run.mjs', ...args], { listen: true });
    return editorOutcome(printed, code);
  },
  editors: async args => {
    const { code, printed } = await node(['test/editors/run.mjs', ...args], { listen: true });
    return editorOutcome(printed, code);
  },
};

async function test([name, ...args]) {
  const chosen = parts[name] ? [name] : Object.keys(parts);
  await prepare();
  const outcomes = [];
  for (const part of chosen) outcomes.push(await parts[part](parts[name] ? args : []));
  const { failed, text } = closingLines(outcomes);
  console.log(text);
  return failed ? 1 : 0;
}

async function docs() {
  await prepare();
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '-c', 'test/vitest.config.ts', 'test/docs'];
  return (await node(vitest, { env: { ...process.env, UPDATE: '1' } })).code;
}

async function fuzz(args) {
  await prepare();
  const { build } = await import('esbuild');
  const { libraries } = await import('./libraries.mjs');
  const outfile = 'dist/fuzz.cjs';
  await build({
    alias: libraries.alias,
    loader: libraries.loader,
    absWorkingDir: root,
    entryPoints: ['test/fuzz.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    outfile,
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return (await node(['--enable-source-maps', outfile, ...args])).code;
}

const verbs = { start, test, docs, fuzz, prepare };
const [verb, ...args] = process.argv.slice(2);
if (!verbs[verb]) {
  console.error(`Usage: node src/build/run.mjs ${Object.keys(verbs).join('|')}`);
  process.exitCode = 2;
} else {
  process.exitCode = (await verbs[verb](args)) ?? 0;
}
