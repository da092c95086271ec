/**
 * How many of the slow keystrokes coincide with a garbage collection: our server types in a title, and tells when it collected. A
 * keystroke is slow if it takes more than twice the median.
 *   node measure-collections.mjs [--data .bench/data/50000] [--edits 200] [--out .bench/results/collections.json]
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { anything, untilReady } from './lib/edits-and-requests.mjs';
import { LanguageServer, sleep } from './lib/language-server.mjs';
import { here } from './lib/places.mjs';
import { loadConfig, sitesOf } from './lib/server-config.mjs';
import { rounded, statistics } from './lib/statistics.mjs';

const now = () => Number(process.hrtime.bigint()) / 1e6;
const slowFrom = 2;

/** @returns keystrokes, the slow ones, and those of them during which something was collected, by the kind of collection */
export async function measureCollections({ data, edits = 200 }) {
  const folder = mkdtempSync(join(tmpdir(), 'isms-bench-gc-'));
  const log = join(folder, 'collections.json');
  const config = loadConfig('isms', data);
  const { declarations } = JSON.parse(readFileSync(join(data, 'manifest.json'), 'utf8'));
  const server = new LanguageServer({
    ...config,
    args: ['--require', join(here, 'lib/gc-observer.cjs'), ...config.args],
    env: { GC_LOG: log },
  });
  try {
    const { title } = sitesOf(config);
    const keystrokes = [];
    await server.start(config.workspace);
    const uri = pathToFileURL(title.file).href;
    const opened = server.wait(uri, anything);
    server.open(title.file);
    await opened;
    await untilReady(server);
    await sleep(2000);
    for (let i = 0; i < edits; i++) {
      const seen = server.wait(uri, anything, 60_000, server.nextVersion(uri));
      const from = now();
      server.edit(uri, { line: title.end.line, character: title.end.character + i }, 0, 'x');
      await seen;
      keystrokes.push({ from, to: now() });
      await server.quiet(40);
    }
    await server.stop();
    return { declarations, ...compare(keystrokes, JSON.parse(readFileSync(log, 'utf8'))) };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

function compare(keystrokes, collections) {
  const times = statistics(keystrokes.map(({ from, to }) => to - from));
  if (!times) throw new Error('nothing was typed');
  const slow = keystrokes.filter(({ from, to }) => to - from > slowFrom * times.median);
  const during = ({ from, to }) => collections.filter(each => each.from < to && each.to > from);
  const byKind = {};
  for (const each of slow) {
    for (const kind of new Set(during(each).map(({ kind }) => kind))) byKind[kind] = (byKind[kind] ?? 0) + 1;
  }
  const quick = keystrokes.filter(each => !slow.includes(each));
  return {
    times,
    slowFrom,
    slow: slow.length,
    slowWithCollection: slow.filter(each => during(each).length).length,
    quickWithCollection: quick.filter(each => during(each).length).length,
    byKind,
    longest: rounded(Math.max(0, ...collections.map(({ from, to }) => to - from))),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '.bench/data/50000' },
      edits: { type: 'string', default: '200' },
      out: { type: 'string' },
    },
  });
  const result = await measureCollections({ data: resolve(values.data), edits: Number(values.edits) });
  console.log(JSON.stringify(result, null, 1));
  if (values.out) {
    mkdirSync(dirname(resolve(values.out)), { recursive: true });
    writeFileSync(values.out, `${JSON.stringify(result, null, 1)}\n`);
  }
  process.exit(0);
}
