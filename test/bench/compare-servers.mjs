/**
 * Measures language servers side by side, as an editor sees them. All are alive at once and take turns.
 *   node compare-servers.mjs --data .bench/data/10000 --out .bench/results/servers-10000.json [--servers isms,floor] [--verbose]
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { machine } from './lib/machine.mjs';
import { loadConfig, sitesOf } from './lib/server-config.mjs';
import { coldStart, ServerRun } from './lib/server-run.mjs';
import { rounded, statistics } from './lib/statistics.mjs';
import { serverTable } from './lib/tables.mjs';

/**
 * @param options `{ data, servers, baseline, cold, rounds, edits, requests, burst, burstMs, log }`: how many cold starts, rounds,
 *   keystrokes and requests a round, keystrokes in the burst
 */
export async function compareServers(options) {
  const { data, servers, baseline, cold, rounds, edits, requests, burst, burstMs, log = () => {} } = options;
  const { declarations, files, broken, dialects } = JSON.parse(readFileSync(join(data, 'manifest.json'), 'utf8'));
  const runs = servers.map(name => {
    const config = loadConfig(name, data);
    return new ServerRun(config, sitesOf(config));
  });
  const load = [];
  for (let i = 0; i < cold; i++) {
    load.push(rounded(loadavg()[0]));
    for (const run of runs) {
      const sample = await coldStart(run.config, run.sites);
      for (const [key, value] of Object.entries(sample)) run.add(key, value);
      log(`${run.config.name}: cold start ${i + 1}`);
    }
  }
  for (const run of runs) await run.start();
  for (let i = 0; i < rounds; i++) {
    load.push(rounded(loadavg()[0]));
    // Each round begins with another server, so that none always has the cold or the warm caches.
    for (let k = 0; k < runs.length; k++) {
      const run = runs[(i + k) % runs.length];
      await run.keystrokes(edits);
      await run.requests(requests);
      log(`${run.config.name}: round ${i + 1}`);
    }
  }
  if (burst) for (const run of runs) await run.burst(burst, burstMs);
  for (const run of runs) {
    if (run.server.isDead) console.error(`${run.config.name} died: ${run.server.stderr}`);
    await run.server.stop();
  }
  return {
    corpus: { declarations, files, broken, dialects },
    machine: machine(),
    baseline,
    options: { cold, rounds, edits, requests, burst, burstMs },
    load,
    servers: Object.fromEntries(
      runs.map(({ config, samples, answers }) => [
        config.name,
        {
          description: config.description,
          debounceMs: config.knownDebounceMs,
          answers,
          metrics: Object.fromEntries(
            Object.entries(samples).flatMap(([key, list]) => {
              const found = statistics(list);
              return found ? [[key, found]] : [[key, { n: 0, lost: list.length }]];
            }),
          ),
        },
      ]),
    ),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '.bench/data/10000' },
      servers: { type: 'string', default: 'isms,langium-default,yaml,typescript,floor' },
      baseline: { type: 'string', default: 'langium-default' },
      cold: { type: 'string', default: '4' },
      rounds: { type: 'string', default: '4' },
      edits: { type: 'string', default: '8' },
      requests: { type: 'string', default: '4' },
      burst: { type: 'string', default: '300' },
      'burst-ms': { type: 'string', default: '33' },
      out: { type: 'string' },
      verbose: { type: 'boolean', default: false },
    },
  });
  const result = await compareServers({
    data: resolve(values.data),
    servers: values.servers.split(','),
    baseline: values.baseline,
    cold: Number(values.cold),
    rounds: Number(values.rounds),
    edits: Number(values.edits),
    requests: Number(values.requests),
    burst: Number(values.burst),
    burstMs: Number(values['burst-ms']),
    log: values.verbose ? console.error : undefined,
  });
  console.log(serverTable([{ label: '', ...result }]));
  if (values.out) {
    mkdirSync(dirname(resolve(values.out)), { recursive: true });
    writeFileSync(values.out, `${JSON.stringify(result, null, 1)}\n`);
  }
  process.exit(0);
}
