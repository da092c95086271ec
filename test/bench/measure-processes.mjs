/**
 * Whole processes, as a shell or a build starts them, in turns with `node -e 0`: the command line on the example and on a corpus; and
 * what the package and the extension cost.
 *   node measure-processes.mjs [--repeat 15] [--data .bench/data/10000] [--out .bench/results/processes.json]
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { built, root } from './lib/places.mjs';
import { figure, ratio, statistics, table } from './lib/statistics.mjs';

const command = join(built, 'ours/dist/cli/isms.cjs');
const example = 'examples/acme-cloud';

/**
 * Milliseconds of a whole process. Exit codes other than those expected are errors: a failure must not count as fast.
 * @param {readonly string[]} args
 * @param {readonly (number | null)[]} [expected]
 */
function time(args, expected = [0]) {
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  const milliseconds = performance.now() - from;
  if (!expected.includes(status)) throw new Error(`node ${args.join(' ')} exited with ${status}: ${stderr}`);
  return milliseconds;
}

/** @typedef {{ args: string[], expected?: number[] }} Run */

/**
 * What is run on a corpus, by name.
 * @param {string} data the folder of the corpus
 * @param {string} cache a folder for what `--cache` keeps
 * @returns {Record<string, Run>}
 */
function runsOn(data, cache) {
  const corpus = `${JSON.parse(readFileSync(join(data, 'manifest.json'), 'utf8')).declarations} declarations`;
  const folder = join(data, 'isms');
  return {
    // The corpus has findings: 1 is its right exit code.
    [`isms check, ${corpus}`]: { args: [command, 'check', folder], expected: [1] },
    // The warm-up fills the folder.
    [`isms check --cache, ${corpus}, nothing changed`]: {
      args: [command, 'check', folder, '--cache', cache],
      expected: [1],
    },
    // What a Langium parser alone would take: a whole process that reads and parses the same files.
    [`Langium parser alone, ${corpus}`]: {
      args: [fileURLToPath(new URL('parse-with-langium.mjs', import.meta.url)), folder],
    },
  };
}

/**
 * @param {object} [options]
 * @param {number} [options.repeat]
 * @param {string | undefined} [options.data] the folder of a corpus
 * @returns statistics by what was run, with how long `node -e 0` took in the same turns
 */
export function measureProcesses({ repeat = 15, data } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'isms-bench-'));
  const exportTo = format => [
    command,
    'export',
    'soa',
    example,
    '--format',
    format,
    '-o',
    join(folder, `soa.${format}`),
  ];
  /** @type {Record<string, Run>} */
  const list = {
    'node -e 0': { args: ['-e', '0'] },
    [`isms check ${example}`]: { args: [command, 'check', example] },
    [`isms stats ${example}`]: { args: [command, 'stats', example] },
    'isms explain': { args: [command, 'explain'] },
    ...Object.fromEntries(
      ['csv', 'json', 'md', 'html', 'xlsx'].map(format => [`isms export soa, ${format}`, { args: exportTo(format) }]),
    ),
    ...(data ? runsOn(data, join(folder, 'cache')) : {}),
  };
  /** @type {(Run & { name: string, times: number[] })[]} */
  const runs = Object.entries(list).map(([name, run]) => ({ ...run, name, times: [] }));
  try {
    for (let i = -1; i < repeat; i++) {
      for (const { args, expected, times } of runs) {
        const milliseconds = time(args, expected);
        if (i >= 0) times.push(milliseconds);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return {
    repeat,
    processes: Object.fromEntries(runs.map(({ name, times }) => [name, statistics(times)])),
    package: packageSize(),
    activation: activation(),
  };
}

/** The size of the newest `.vsix` in the project's folder; undefined if none was made. */
function packageSize() {
  const files = readdirSync(root)
    .filter(name => name.endsWith('.vsix'))
    .map(name => ({ name, ...pick(statSync(join(root, name))) }))
    .sort((a, b) => b.changed - a.changed);
  return files[0] && { name: files[0].name, bytes: files[0].bytes };
}
const pick = ({ size, mtimeMs }) => ({ bytes: size, changed: mtimeMs });

/** How long the extension took to activate, in milliseconds, as the editor test noted it; undefined if it was not run. */
function activation() {
  const folder = join(root, 'e2e-output');
  if (!existsSync(folder)) return undefined;
  for (const name of readdirSync(folder).filter(each => each.endsWith('.json'))) {
    const found = findNumber(
      JSON.parse(readFileSync(join(folder, name), 'utf8')),
      /^activation(Ms|Time|Milliseconds)?$/i,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

function findNumber(value, key) {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    if (key.test(name) && typeof inner === 'number') return inner;
    const found = findNumber(inner, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The table of docs/benchmarks.md. */
export function processTable({ processes }) {
  const base = processes['node -e 0'].median;
  const rows = Object.entries(processes).map(([name, { median, p95 }]) => [
    `\`${name}\``,
    `${figure(median)} (${figure(p95)})`,
    ratio(median, base),
  ]);
  return table(['whole process', 'median (p95), ms', 'to `node -e 0`'], rows);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { repeat: { type: 'string', default: '15' }, data: { type: 'string' }, out: { type: 'string' } },
  });
  const result = measureProcesses({
    repeat: Number(values.repeat),
    data: values.data && resolve(values.data),
  });
  console.log(processTable(result));
  if (values.out) {
    mkdirSync(dirname(resolve(values.out)), { recursive: true });
    writeFileSync(values.out, `${JSON.stringify(result, null, 1)}\n`);
  }
}
