/**
 * Registers going out and in: each format of the risk register and the asset inventory, and the import of a workbook and a CSV, as whole processes, with their
 * time and the most memory they have, beside what the library takes for the same rows; and formatting.
 *   node measure-artefacts.mjs [--risks 5000] [--assets 10000] [--repeat 3] [--data .bench/data/50000] [--out .bench/results/artefacts.json]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeRegister } from './corpus/register.mjs';
import { loadCore, readFolder } from './lib/core.mjs';
import { built } from './lib/places.mjs';
import { figure, ratio, statistics, table } from './lib/statistics.mjs';

const command = join(built, 'ours/dist/cli/isms.cjs');
const plainly = fileURLToPath(new URL('write-plainly.mjs', import.meta.url));
const peak = fileURLToPath(new URL('lib/peak.cjs', import.meta.url));

/** The formats in which a register of thousands of rows is written. */
const formats = {
  'risk-register': ['csv', 'json', 'md', 'html', 'xlsx', 'docx', 'pdf'],
  'asset-inventory': ['csv', 'json', 'md', 'html', 'xlsx', 'docx', 'pdf'],
};

/**
 * Runs a program to its end. Exit codes other than those expected are errors: a failure must not count as fast.
 * @param {readonly string[]} args
 * @param {readonly (number | null)[]} [expected]
 * @returns {{ milliseconds: number, mebibytes: number }}
 */
function run(args, expected = [0]) {
  const from = performance.now();
  const { status, stderr, output } = spawnSync(process.execPath, ['--require', peak, ...args], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  const milliseconds = performance.now() - from;
  if (!expected.includes(status)) throw new Error(`node ${args.join(' ')} exited with ${status}: ${stderr}`);
  return { milliseconds, mebibytes: Number(output[3]) };
}

/** @param {number} repeat @param {() => { milliseconds: number, mebibytes: number }} once */
function repeated(repeat, once) {
  const runs = Array.from({ length: repeat }, once);
  return {
    time: statistics(runs.map(({ milliseconds }) => milliseconds)),
    memory: statistics(runs.map(({ mebibytes }) => mebibytes)),
  };
}

/**
 * @param {object} options
 * @param {number} options.risks
 * @param {number} options.assets
 * @param {number} options.repeat
 */
function measureProcesses({ risks, assets, repeat }) {
  const folder = mkdtempSync(join(tmpdir(), 'isms-bench-'));
  const register = join(folder, 'register');
  try {
    writeRegister({ risks, assets, out: register });
    const file = (/** @type {string} */ name) => join(folder, name);
    /** @type {{ name: string, ours: ReturnType<typeof repeated>, plain?: ReturnType<typeof repeated> }[]} */
    const rows = [
      {
        name: 'read and checked, nothing written (`isms stats`)',
        ours: repeated(repeat, () => run([command, 'stats', register])),
      },
    ];
    for (const [artefact, list] of Object.entries(formats)) {
      run([command, 'export', artefact, register, '--format', 'csv', '-o', file(`${artefact}.csv`)]);
      for (const format of list) {
        const ours = [command, 'export', artefact, register, '--format', format, '-o', file(`${artefact}.${format}`)];
        const plain = [plainly, format, file(`${artefact}.csv`), file(`plain.${format}`)];
        rows.push({
          name: `\`isms export ${artefact} --format ${format}\``,
          ours: repeated(repeat, () => run(ours)),
          plain: repeated(repeat, () => run(plain)),
        });
      }
    }
    for (const format of ['csv', 'xlsx']) {
      const target = file('imported');
      const once = () => {
        rmSync(target, { recursive: true, force: true });
        // What is not understood word by word is reported; 1 says so.
        return run([command, 'import', file(`risk-register.${format}`), '-o', target], [0, 1]);
      };
      rows.push({ name: `\`isms import risk-register.${format}\``, ours: repeated(repeat, once) });
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Formatting in a process of its own, beside reading the same texts: whole files, and the one declaration that a keystroke is in.
 * @param {string} data the folder of a corpus
 * @param {number} repeat
 */
async function measureFormatting(data, repeat) {
  const core = await loadCore();
  const files = await readFolder(core, join(data, 'isms'));
  const { declarations } = JSON.parse(readFileSync(join(data, 'manifest.json'), 'utf8'));
  const timed = (/** @type {() => void} */ once) => {
    const from = performance.now();
    once();
    return performance.now() - from;
  };
  const options = { lineWidth: core.defaultLineWidth };
  /** @type {number[]} */
  const whole = [];
  /** @type {number[]} */
  const split = [];
  for (let i = -1; i < repeat; i++) {
    const times = [
      timed(() => {
        for (const [, text] of files) core.formatText(text, options);
      }),
      timed(() => {
        for (const [, text] of files) new core.ChunkedText(text, core.kindKeywords);
      }),
    ];
    if (i < 0) continue;
    whole.push(times[0] ?? 0);
    split.push(times[1] ?? 0);
  }
  const workspace = new core.Workspace({ rules: core.rules, today: '2026-06-01' });
  workspace.setFiles(files);
  const ends = files.flatMap(([uri, text]) =>
    text.split('\n').flatMap((line, at) => (line === '}' ? [{ uri, position: { line: at, character: 1 } }] : [])),
  );
  // The first ones warm up.
  const keystrokes = ends
    .slice(0, 1000)
    .map(({ uri, position }) => timed(() => core.formatTyped(workspace, uri, position, '}')))
    .slice(500);
  return { declarations, whole: statistics(whole), split: statistics(split), keystroke: statistics(keystrokes) };
}

/** The table of registers going out and in. */
export function artefactTable({ rows, risks, assets }) {
  const cells = rows.map(({ name, ours, plain }) => [
    name,
    figure(ours.time.median),
    figure(ours.memory.median),
    plain ? figure(plain.time.median) : '',
    plain ? figure(plain.memory.median) : '',
    plain ? ratio(ours.time.median, plain.time.median) : '',
  ]);
  const head = [`${risks} risks, ${assets} assets`, 'ms', 'peak, MiB', 'plain library, ms', 'peak, MiB', 'to it'];
  return table(head, cells);
}

/** What formatting takes. */
export const formattingText = ({ declarations, whole, split, keystroke }) =>
  `Formatting ${declarations} declarations takes ${figure(whole.median)} ms, ${ratio(whole.median, split.median)} of what cutting the same texts into declarations takes; formatting the declaration that a \`}\` was typed at the end of ${keystroke.median.toFixed(2)} ms (p95 ${keystroke.p95.toFixed(2)}).`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      risks: { type: 'string', default: '5000' },
      assets: { type: 'string', default: '10000' },
      repeat: { type: 'string', default: '3' },
      data: { type: 'string', default: '.bench/data/50000' },
      out: { type: 'string' },
    },
  });
  const [risks, assets, repeat] = [Number(values.risks), Number(values.assets), Number(values.repeat)];
  const rows = measureProcesses({ risks, assets, repeat });
  const formatting = await measureFormatting(resolve(values.data), repeat);
  const result = { risks, assets, repeat, rows, formatting };
  console.log(`${artefactTable(result)}\n\n${formattingText(formatting)}`);
  if (values.out) {
    mkdirSync(dirname(resolve(values.out)), { recursive: true });
    writeFileSync(values.out, `${JSON.stringify(result, null, 1)}\n`);
  }
}
