/**
 * Measures language servers side by side, as an editor sees them. All are alive at once and take turns.
 *   node compare-servers.mjs --data .bench/data/10000 --out .bench/results/servers-10000.json [--servers isms,floor] [--verbose]
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { coldStart, StoredStarts } from './lib/cold-start.mjs';
import { ServerRun } from './lib/edits-and-requests.mjs';
import { machine } from './lib/machine.mjs';
import { loadConfig, sitesOf } from './lib/server-config.mjs';
import { rounded, statistics } from './lib/statistics.mjs';
import { serverTable } from './lib/tables.mjs';

/** How often things are done. `patience` and `typingPatience`: after how many milliseconds a round ends a kind of edit early. */
export const usualEffort = {
  cold: 4,
  stored: 4,
  rounds: 4,
  edits: 8,
  requests: 8,
  burst: 300,
  burstMs: 33,
  patience: 3000,
  typingPatience: 60_000,
};

/**
 * @param options as `usualEffort`, and `{ data, servers, baseline, also, log }`. `also`: servers on another corpus that are measured
 *   in the same turns, for a comparison alone: `[{ server, data, name }]`
 */
export async function compareServers(options) {
  const { data, servers, baseline, also = [], log = () => {}, ...given } = options;
  const effort = { ...usualEffort, ...given };
  const { declarations, files, broken, dialects } = JSON.parse(readFileSync(join(data, 'manifest.json'), 'utf8'));
  const runOf = (server, folder, extra) => {
    const config = loadConfig(server, folder);
    return new ServerRun(config, sitesOf(config), extra);
  };
  const runs = [
    ...servers.map(server => runOf(server, data)),
    ...also.map(({ server, data: folder, name }) => runOf(server, folder, { name, isHidden: true })),
  ];
  const load = [];
  await coldStarts(runs, effort, load, log);
  for (const run of runs) await run.start();
  for (let i = 0; i < effort.rounds; i++) {
    load.push(loadAverage());
    // Each round begins with another server, so that none always has the cold or the warm caches.
    for (let k = 0; k < runs.length; k++) {
      const run = runs[(i + k) % runs.length];
      const from = performance.now();
      if (!run.server.isDead) await run.edits(effort.edits, effort);
      if (!run.server.isDead) await run.requests(effort.requests, effort);
      log(`${run.name}: round ${i + 1}, ${((performance.now() - from) / 1000).toFixed(0)} s`);
    }
  }
  for (const run of runs) {
    if (effort.burst && !run.server.isDead) await run.burst(effort.burst, effort.burstMs);
    if (!run.server.isDead) await run.noteMemory();
  }
  for (const run of runs) {
    if (run.server.isDead) console.error(`${run.name} died: ${run.server.stderr}`);
  }
  const died = runs.filter(({ server }) => server.isDead);
  for (const run of runs) await run.server.stop();
  return {
    corpus: { declarations, files, broken, dialects },
    machine: machine(),
    baseline,
    options: effort,
    load,
    servers: Object.fromEntries(
      runs.map(run => [run.name, { ...resultOf(run), ...(died.includes(run) ? { hasDied: true } : {}) }]),
    ),
  };
}

/** How busy the machine was in the last minute. */
const loadAverage = () => rounded(loadavg()[0] ?? 0);

/** Cold starts in turns, those with kept findings among them. */
async function coldStarts(runs, { cold, stored }, load, log) {
  const storedStarts = new Map(
    runs.filter(({ config }) => stored && config.storageOption).map(run => [run, new StoredStarts(run)]),
  );
  try {
    for (const starts of storedStarts.values()) await starts.fill();
    for (let i = 0; i < cold; i++) {
      load.push(loadAverage());
      for (const run of runs) {
        await coldStart(run);
        if (i < stored) await storedStarts.get(run)?.measure();
        log(`${run.name}: cold start ${i + 1}`);
      }
    }
  } finally {
    for (const starts of storedStarts.values()) starts.end();
  }
}

const resultOf = ({ config, samples, answers, sites, isHidden }) => ({
  description: config.description,
  ...(isHidden ? { isHidden } : {}),
  debounceMs: config.knownDebounceMs,
  answers,
  users: { popular: sites.popular?.users.declarations, shared: sites.shared?.users.declarations },
  metrics: Object.fromEntries(
    Object.entries(samples).map(([key, list]) => [key, statistics(list) ?? { n: 0, lost: list.length }]),
  ),
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '.bench/data/10000' },
      servers: { type: 'string', default: 'isms,langium-default,yaml,typescript,floor' },
      baseline: { type: 'string', default: 'langium-default' },
      ...Object.fromEntries(
        Object.entries(usualEffort).map(([name, value]) => [name, { type: 'string', default: String(value) }]),
      ),
      out: { type: 'string' },
      verbose: { type: 'boolean', default: false },
    },
  });
  const result = await compareServers({
    data: resolve(values.data),
    servers: values.servers.split(','),
    baseline: values.baseline,
    ...Object.fromEntries(Object.keys(usualEffort).map(name => [name, Number(values[name])])),
    log: values.verbose ? console.error : undefined,
  });
  console.log(serverTable([{ label: '', ...result }]));
  if (values.out) {
    mkdirSync(dirname(resolve(values.out)), { recursive: true });
    writeFileSync(values.out, `${JSON.stringify(result, null, 1)}\n`);
  }
  process.exit(0);
}
