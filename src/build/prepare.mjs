// What `npm start`, `npm test` and their like install, generate and build before they run, where it is missing or out of date. Node's
// own modules only, as nothing else is there before the installation.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs a program in the project's folder. Resolves with its exit code and, if asked to listen, with what it printed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ listen?: boolean, shell?: boolean, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ code: number, printed: string }>}
 */
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

/**
 * Runs a script with this Node, in the project's folder.
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export const node = (args, options) => run(process.execPath, args, options);

/**
 * Does a step, and ends the process where it fails.
 * @param {string} what what is said when it begins
 * @param {() => Promise<{ code: number }>} step
 */
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
export function isInstalled() {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(join(root, record))) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf('package-lock.json')).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true;
    return installed[path] ? installed[path].version === version : optional === true;
  });
}

/**
 * All files under some files and folders of the project, sorted; what is generated is no source.
 * @param {readonly string[]} paths
 * @returns {string[]}
 */
export function filesUnder(paths) {
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

/**
 * A fingerprint of the contents of sources.
 * @param {readonly string[]} paths files and folders of the project
 * @param {string} [more] what else it follows from
 */
export function fingerprint(paths, more = '') {
  const hash = createHash('sha256').update(more);
  for (const file of filesUnder(paths))
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/**
 * The text of a file of the project; none where it is not there.
 * @param {string} file
 */
export const read = file => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '');

/**
 * Does a step unless its results are there and its sources are as they were when it was last done.
 * @param {object} step
 * @param {string} step.what what is said when it begins
 * @param {readonly string[]} step.sources files and folders
 * @param {readonly string[]} step.results
 * @param {string} step.stamp the file that keeps the fingerprint of the sources
 * @param {string} [step.more] what else the results follow from
 * @param {readonly string[]} step.script
 * @returns the fingerprint of its sources
 */
export async function upToDate({ what, sources, results, stamp, more, script }) {
  const now = fingerprint(sources, more);
  if (results.every(file => existsSync(join(root, file))) && read(stamp) === now) return now;
  await need(what, () => node(script));
  writeFileSync(join(root, stamp), now);
  return now;
}

/** Installs, generates and builds what is missing or out of date. Ends the process where that fails. */
export async function prepare() {
  if (!isInstalled()) await need('Installing packages', () => npm(['ci', '--no-audit', '--no-fund']));
  const generated = await upToDate({
    what: 'Generating parser and registry',
    // The grammar, and the folders whose files are listed.
    sources: [
      'src/language/grammar',
      'src/frameworks',
      'src/rules',
      'src/documents/artefacts',
      'src/formats',
      'src/ide/views',
      'src/workspace/configuration/settings',
      'server/features',
      'src/build',
      'langium-config.json',
      'package-lock.json',
    ],
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
