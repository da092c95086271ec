// `npm start` and `npm test`, each the first command on a fresh clone: installs, generates and builds what is missing or out of
// date, then runs. Node's own modules only, as nothing else is there before the installation.
//   node src/build/run.mjs start                  checks the example and writes its Statement of Applicability to dist/example
//   node src/build/run.mjs test                   all tests, the ones in a real editor too; closes with `N passed, N failed`,
//                                                 before that what was not run because a program is not installed
//   node src/build/run.mjs test unit|e2e|editors [ARG…]   one part, with arguments for vitest, test/e2e/run.mjs or test/editors/run.mjs
//   node src/build/run.mjs docs                   writes the generated pages, schemas and settings again
//   node src/build/run.mjs fuzz [MINUTESm|RUNS] [SEED]   random sequences of edits and events, as long as one likes
//   node src/build/run.mjs prepare                only what has to be there
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closingLines, editorOutcome, missingPrograms, unitOutcome } from './outcome.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const example = 'examples/acme-cloud';

/** Runs a program in the project's folder. Resolves with its exit code and, if asked to listen, with what it printed. */
function run(command, args, { listen = false, shell = false, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      shell,
      env,
      stdio: ['inherit', listen ? 'pipe' : 'inherit', 'inherit'],
    });
    let printed = '';
    child.stdout?.on('data', chunk => {
      printed += chunk;
      process.stdout.write(chunk);
    });
    child.on('error', reject);
    child.on('close', code => resolve({ code: code ?? 1, printed }));
  });
}

const node = (args, options) => run(process.execPath, args, options);

async function need(what, step) {
  console.log(`${what} …`);
  const { code } = await step();
  if (code !== 0) {
    console.error(`${what} failed; see above.`);
    process.exit(code);
  }
}

/** Runs npm as the one that started this, else the one on the path. */
const npm = args =>
  process.env.npm_execpath?.endsWith('.js')
    ? node([process.env.npm_execpath, ...args])
    : run('npm', args, { shell: process.platform === 'win32' });

const packagesOf = file => JSON.parse(readFileSync(join(root, file), 'utf8')).packages;

/**
 * Whether what is installed is what the lock file asks for. Versions are compared, not times: a checkout makes every file new. A
 * package for other systems need not be there.
 */
function isInstalled() {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(join(root, record))) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf('package-lock.json')).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true;
    return installed[path] ? installed[path].version === version : optional === true;
  });
}

/** All files under some files and folders, sorted; what is generated is no source. */
function filesUnder(paths) {
  const found = [];
  const visit = path => {
    const entries = readdirSync(path, { withFileTypes: true });
    for (const entry of entries) {
      const child = join(path, entry.name);
      if (entry.isDirectory()) entry.name === 'generated' || visit(child);
      else found.push(child);
    }
  };
  for (const path of paths.map(path => join(root, path))) {
    if (path.endsWith('.json')) found.push(path);
    else visit(path);
  }
  return found.sort();
}

/** A fingerprint of the contents of sources. */
function fingerprint(paths, more = '') {
  const hash = createHash('sha256').update(more);
  for (const file of filesUnder(paths))
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

const read = file => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '');

/**
 * Does a step unless its results are there and its sources are as they were when it was last done.
 * @param {object} step
 * @param {string} step.what what is said when it begins
 * @param {readonly string[]} step.sources files and folders
 * @param {readonly string[]} step.results
 * @param {string} step.stamp the file that keeps the fingerprint of the sources
 * @param {string} [step.more] what else the results follow from
 * @param {readonly string[]} step.script
 */
async function upToDate({ what, sources, results, stamp, more, script }) {
  const now = fingerprint(sources, more);
  if (results.every(file => existsSync(join(root, file))) && read(stamp) === now) return now;
  await need(what, () => node(script));
  writeFileSync(join(root, stamp), now);
  return now;
}

async function prepare() {
  if (!isInstalled()) await need('Installing packages', () => npm(['ci', '--no-audit', '--no-fund']));
  const generated = await upToDate({
    what: 'Generating parser and registry',
    // The registry lists the files of src/rules.
    sources: ['src/language/grammar', 'src/rules', 'src/build', 'langium-config.json', 'package-lock.json'],
    results: [
      'src/language/generated/schema.json',
      'src/language/generated/meanings.json',
      'src/language/generated/snippets.json',
      'src/language/generated/tables.json',
      'src/language/generated/tables.ts',
      'src/language/generated/nodes.ts',
      'src/language/generated/ast.ts',
      'src/rules/generated/registry.ts',
      'syntaxes/isms.tmLanguage.json',
    ],
    stamp: 'src/language/generated/.stamp',
    script: ['src/build/generate.mjs'],
  });
  mkdirSync(join(root, 'dist'), { recursive: true });
  await upToDate({
    what: 'Building',
    sources: ['src', 'server', 'client', 'dashboard', 'package.json', 'package-lock.json'],
    results: [
      'dist/cli/isms.cjs',
      'dist/server/node.cjs',
      'dist/server/web.js',
      'dist/client/node.cjs',
      'dist/dashboard/dashboard.js',
    ],
    stamp: 'dist/.stamp',
    more: generated,
    script: ['src/build/bundle.mjs'],
  });
}

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
