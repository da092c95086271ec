/**
 * The whole benchmark: builds, generates the corpora, measures, and writes docs/benchmarks.md.   npm run bench -- [options]
 *   --sizes 1000,10000,50000   numbers of declarations
 *   --variants unfinished,onefile   at 10,000: 5 % of the risks name a missing asset; everything in one file
 *   --quick                    1,000 declarations, few repetitions: whether everything runs, not what it takes
 *   --only servers,floors,processes,profile   parts to measure; of the others the last results are kept
 *   --report                   measure nothing; write docs/benchmarks.md from the last results
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { install } from './install.mjs';
import { built, here, results, root } from './lib/places.mjs';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,50000' },
    variants: { type: 'string', default: 'unfinished,onefile' },
    only: { type: 'string', default: 'servers,floors,processes,profile' },
    quick: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
  },
});

/** How often things are repeated, by size: the larger ones take long. */
const efforts = {
  quick: { cold: 1, rounds: 1, edits: 8, requests: 1, burst: 30 },
  usual: { cold: 4, rounds: 4, edits: 8, requests: 4, burst: 500 },
  large: { cold: 2, rounds: 4, edits: 8, requests: 3, burst: 300 },
  onefile: { cold: 1, rounds: 1, edits: 4, requests: 1, burst: 60 },
};

/** Measurements of their own: another corpus, or other servers. */
const variants = {
  unfinished: { broken: 0.05, servers: ['isms', 'langium-default', 'floor'], effort: efforts.usual },
  onefile: { files: 1, servers: ['isms', 'langium-default', 'yaml', 'floor'], effort: efforts.onefile },
  indexed: { servers: ['isms', 'langium-default', 'langium-indexed'], effort: efforts.usual },
};
const everyServer = ['isms', 'langium-default', 'yaml', 'typescript', 'floor'];
const variantSize = 10_000;

const say = text => console.error(text);
const write = (name, result) => {
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, `${name}.json`), `${JSON.stringify(result, null, 1)}\n`);
};
const folderOf = tag => join(built, 'data', tag);

function run(script, args, options = []) {
  const { status } = spawnSync(process.execPath, [...options, join(here, script), ...args], {
    cwd: here,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`${script} ${args.join(' ')} failed`);
}

async function measure() {
  const parts = new Set(values.only.split(','));
  const sizes = values.quick ? [1000] : values.sizes.split(',').map(Number);
  const chosen = values.quick ? [] : values.variants.split(',').filter(Boolean);
  say('Building the peers and ourselves …');
  await install();
  const { buildOurs } = await import('./lib/build-ours.mjs');
  await buildOurs();

  const { generate, dialectNames } = await import('./corpus/generate.mjs');
  const { measureFindings } = await import('./corpus/measure-findings.mjs');
  const make = (tag, options) => {
    say(`Generating ${tag} …`);
    generate({ dialects: dialectNames, out: folderOf(tag), ...options });
  };
  for (const size of sizes) make(String(size), { declarations: size });
  for (const name of chosen) {
    const { broken, files } = variants[name];
    make(`${variantSize}-${name}`, { declarations: variantSize, broken, files });
  }
  const largest = Math.min(variantSize, Math.max(...sizes));
  const { declarations, flagged } = await measureFindings(folderOf(String(largest)));
  write('findings', { declarations, flagged });

  if (parts.has('servers')) {
    const { compareServers } = await import('./compare-servers.mjs');
    const compare = async (tag, servers, effort) => {
      say(`Comparing servers at ${tag} …`);
      const options = { data: folderOf(tag), servers, baseline: 'langium-default', burstMs: 33, ...effort };
      write(`servers-${tag}`, await compareServers({ ...options, log: text => say(`  ${text}`) }));
    };
    for (const size of sizes) {
      const effort = values.quick ? efforts.quick : size > 20_000 ? efforts.large : efforts.usual;
      await compare(String(size), everyServer, effort);
    }
    for (const name of chosen) await compare(`${variantSize}-${name}`, variants[name].servers, variants[name].effort);
  }
  if (parts.has('floors')) {
    for (const size of sizes) {
      say(`Measuring floors at ${size} …`);
      const out = join(results, `floors-${size}.json`);
      run(
        'measure-floors.mjs',
        ['--data', folderOf(String(size)), '--out', out, '--repeat', values.quick ? '1' : '5'],
        ['--max-old-space-size=12288'],
      );
    }
  }
  if (parts.has('profile')) {
    for (const server of ['isms', 'langium-default']) {
      for (const size of sizes.filter(each => each <= 10_000).slice(-1)) {
        say(`Profiling ${server} at ${size} …`);
        const out = join(results, `profile-${server}.json`);
        run('profile-server.mjs', ['--data', folderOf(String(size)), '--server', server, '--out', out]);
      }
    }
  }
  if (parts.has('processes')) {
    say('Timing whole processes …');
    const out = join(results, 'processes.json');
    run('measure-processes.mjs', [
      '--data',
      folderOf(String(largest)),
      '--repeat',
      values.quick ? '3' : '15',
      '--out',
      out,
    ]);
  }
}

if (!values.report) await measure();
const { writeReport } = await import('./lib/report.mjs');
writeReport(join(root, 'docs/benchmarks.md'), name => {
  const file = join(results, `${name}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
});
say('Written: docs/benchmarks.md');
process.exit(0);
