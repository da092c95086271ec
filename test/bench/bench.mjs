/**
 * The whole benchmark: builds, generates the corpora, measures, and writes docs/benchmarks.md.   npm run bench -- [options]
 *   --sizes 1000,10000,50000   numbers of declarations
 *   --variants unfinished,onefile   at 10,000: 5 % of the risks name a missing asset; everything in one file
 *   --large 100000             number of declarations for our server alone; 0 for none
 *   --quick                    1,000 declarations, few repetitions: whether everything runs, not what it takes; fails where a
 *                              measurement gives no number; the page goes to .bench/quick/benchmarks.md
 *   --only servers,large,use,floors,processes,artefacts,pictures,profile   parts to measure; of the others the last results are kept
 *   --report                   measure nothing; write docs/benchmarks.md from the last results
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { install } from './install.mjs';
import { Minutes } from './lib/minutes.mjs';
import { built, here, results, root } from './lib/places.mjs';
import { missingNumbers } from './lib/smoke.mjs';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,50000' },
    variants: { type: 'string', default: 'unfinished,onefile' },
    large: { type: 'string', default: '100000' },
    only: { type: 'string', default: 'servers,large,use,floors,processes,artefacts,pictures,profile' },
    quick: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
  },
});

/**
 * How often things are repeated: in four rounds eight edits of each kind, thirty-two together. A round ends a kind of edit early when
 * a server has spent its patience on it.
 */
const efforts = {
  quick: { cold: 1, stored: 1, rounds: 1, edits: 2, requests: 1, burst: 15 },
  usual: { cold: 3, stored: 3, rounds: 4, edits: 8, requests: 8, burst: 150, patience: 3000 },
  onefile: { cold: 1, stored: 0, rounds: 1, edits: 32, requests: 8, burst: 30, patience: 9000, typingPatience: 25_000 },
  large: { cold: 2, stored: 2, rounds: 4, edits: 8, requests: 4, burst: 60, patience: 3000 },
};

/** Measurements of their own: another corpus, or other servers. */
const variants = {
  unfinished: {
    broken: 0.05,
    servers: ['isms', 'langium-default', 'floor'],
    // The same server on finished work, in the same turns.
    also: [{ server: 'isms', size: 10_000, name: 'isms, finished' }],
    effort: { ...efforts.usual, stored: 0 },
  },
  onefile: { files: 1, servers: ['isms', 'langium-default', 'floor'], effort: efforts.onefile },
  indexed: { servers: ['isms', 'langium-default', 'langium-indexed'], effort: efforts.usual },
};
const everyServer = ['isms', 'langium-default', 'yaml', 'typescript', 'floor'];
const variantSize = 10_000;
/** What the large corpus is compared to, in the same turns. */
const smallSize = 1000;

const say = text => console.error(text);
const minutes = new Minutes();
const write = (name, result) => {
  mkdirSync(resultsFolder, { recursive: true });
  writeFileSync(resultFile(name), `${JSON.stringify(result, null, 1)}\n`);
};
const resultsFolder = values.quick ? join(built, 'quick') : results;
const folderOf = tag => join(built, 'data', String(tag));
const resultFile = name => join(resultsFolder, `${name}.json`);

/** All results of the run, by name. */
const readResults = () =>
  new Map(
    readdirSync(resultsFolder)
      .filter(name => name.endsWith('.json'))
      .map(name => [name.slice(0, -5), JSON.parse(readFileSync(join(resultsFolder, name), 'utf8'))]),
  );

/** Runs a script of this folder on a corpus, in a process of its own; it writes the result itself. */
function run(script, tag, name, args, options = []) {
  mkdirSync(resultsFolder, { recursive: true });
  const all = [join(here, script), '--data', folderOf(tag), '--out', resultFile(name), ...args.map(String)];
  const { status } = spawnSync(process.execPath, [...options, ...all], {
    cwd: here,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`${script} ${all.slice(1).join(' ')} failed`);
}

async function measure() {
  const parts = new Set(values.only.split(','));
  const { quick } = values;
  // Nothing of an earlier run may stand for what this one does not measure.
  if (quick) rmSync(resultsFolder, { recursive: true, force: true });
  const sizes = quick ? [smallSize] : values.sizes.split(',').map(Number);
  const chosen = quick ? [] : values.variants.split(',').filter(Boolean);
  const large = parts.has('large') ? (quick ? 2000 : Number(values.large)) : 0;
  const largest = Math.max(...sizes);
  const middle = Math.min(variantSize, largest);
  minutes.begin('building');
  say('Building the peers and ourselves …');
  await install();
  const { buildOurs } = await import('./lib/build-ours.mjs');
  await buildOurs();

  minutes.begin('generating');
  const { generate, dialectNames } = await import('./corpus/generate.mjs');
  const { measureFindings } = await import('./corpus/measure-findings.mjs');
  const make = (tag, options, dialects = dialectNames) => {
    say(`Generating ${tag} …`);
    generate({ dialects, out: folderOf(tag), ...options });
  };
  for (const size of sizes) make(size, { declarations: size });
  if (large) make(large, { declarations: large }, ['isms']);
  if (large && !sizes.includes(smallSize)) make(smallSize, { declarations: smallSize }, ['isms']);
  for (const name of chosen) {
    const { broken, files } = variants[name];
    make(`${variantSize}-${name}`, { declarations: variantSize, broken, files }, ['isms']);
  }
  if (chosen.includes('unfinished') && !sizes.includes(variantSize)) {
    make(variantSize, { declarations: variantSize }, ['isms']);
  }
  const { declarations, flagged } = await measureFindings(folderOf(middle));
  write('findings', { declarations, flagged });

  const { compareServers } = await import('./compare-servers.mjs');
  const compare = async (name, tag, options) => {
    minutes.begin(name);
    say(`Comparing servers at ${tag} …`);
    const log = text => say(`  ${text}`);
    write(name, await compareServers({ data: folderOf(tag), baseline: 'langium-default', log, ...options }));
  };
  if (parts.has('servers')) {
    for (const size of sizes) {
      const effort = quick ? efforts.quick : efforts.usual;
      await compare(`servers-${size}`, size, { servers: everyServer, ...effort });
    }
    for (const name of chosen) {
      const { servers, also = [], effort } = variants[name];
      const others = also.map(({ size, ...each }) => ({ ...each, data: folderOf(size) }));
      await compare(`servers-${variantSize}-${name}`, `${variantSize}-${name}`, { servers, also: others, ...effort });
    }
  }
  if (large) {
    const small = { data: folderOf(smallSize) };
    await compare('large', large, {
      servers: ['isms', 'isms-1gb', 'floor'],
      baseline: 'floor',
      also: [
        { ...small, server: 'isms', name: 'isms, small' },
        { ...small, server: 'floor', name: 'floor, small' },
      ],
      ...(quick ? efforts.quick : efforts.large),
    });
  }
  if (parts.has('use')) {
    minutes.begin('long use');
    say(`Editing at length at ${largest} …`);
    run('measure-long-use.mjs', largest, 'long-use', ['--edits', quick ? 200 : 5000]);
    run('measure-collections.mjs', largest, 'collections', ['--edits', quick ? 30 : 200]);
  }
  if (parts.has('floors')) {
    minutes.begin('floors');
    say(`Measuring floors at ${middle} …`);
    const repeat = ['--repeat', quick ? 1 : 5];
    run('measure-floors.mjs', middle, `floors-${middle}`, repeat, ['--max-old-space-size=12288']);
  }
  if (parts.has('pictures')) {
    minutes.begin('pictures');
    say('Painting pictures …');
    run('measure-pictures.mjs', largest, 'pictures', ['--risks', quick ? 100 : 2000, '--repeat', quick ? 1 : 10]);
  }
  if (parts.has('profile')) {
    minutes.begin('profile');
    const profile = (server, size, name) => {
      say(`Profiling ${server} at ${size} …`);
      const counts = quick ? [4, 2] : [40, 20];
      run('profile-server.mjs', size, `profile-${name}`, [
        '--server',
        server,
        '--edits',
        counts[0],
        '--renames',
        counts[1],
      ]);
    };
    profile('isms', middle, 'isms');
    if (largest > middle) profile('isms', largest, 'isms-largest');
    profile('langium-default', middle, 'langium-default');
  }
  if (parts.has('processes')) {
    minutes.begin('processes');
    say('Timing whole processes …');
    run('measure-processes.mjs', middle, 'processes', ['--repeat', quick ? 1 : 12]);
  }
  if (parts.has('artefacts')) {
    minutes.begin('artefacts');
    say('Exporting, importing and formatting …');
    const counts = quick ? [50, 100, 1] : [5000, 10_000, 3];
    const [risks, assets, repeat] = counts;
    run('measure-artefacts.mjs', largest, 'artefacts', ['--risks', risks, '--assets', assets, '--repeat', repeat]);
  }
}

if (!values.report) await measure();
const { writeReport } = await import('./lib/report.mjs');
const page = join(root, 'docs/benchmarks.md');
const written = values.quick ? join(resultsFolder, 'benchmarks.md') : page;
writeReport(readFileSync(page, 'utf8'), written, resultsFolder);
say(`Written: ${relative(root, written)}`);
if (!values.report) say(`\nWhere the time went:\n${minutes.text()}`);
const missing = values.quick && !values.report ? missingNumbers(readResults(), new Set(values.only.split(','))) : [];
for (const each of missing) say(each);
if (values.quick)
  say(missing.length ? `\n${missing.length} measurements gave no number.` : '\nEach measurement gave a number.');
process.exit(missing.length ? 1 : 0);
