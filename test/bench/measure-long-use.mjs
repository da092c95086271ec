/**
 * What our server holds after long use: thousands of edits of titles, values and names in files of several kinds, each awaited, as a
 * team would make them over weeks. Every edit is taken back a few edits later.
 *   node measure-long-use.mjs [--data .bench/data/50000] [--edits 5000] [--out .bench/results/long-use.json]
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Chance } from './corpus/random.mjs';
import { anything, untilReady } from './lib/edits-and-requests.mjs';
import { LanguageServer, sleep } from './lib/language-server.mjs';
import { filesUnder, loadConfig } from './lib/server-config.mjs';
import { rounded, statistics } from './lib/statistics.mjs';

/** The files of which some are edited: how many of each folder. */
const edited = { risks: 4, assets: 4, evidence: 2, documents: 1, operations: 1 };
/** Where a letter can be added, as the group of a pattern that ends there. */
const kinds = {
  title: /^(?:risk|asset|evidence|document|incident|change) \S+ "[^"]*(?=")/,
  name: /^(?:risk|asset|evidence|document|incident|change) \S+/,
  value: /^ {2}(?:likelihood|impact|treatment|integrity|availability|status|severity|kind): \w+/,
};
const kindNames = /** @type {(keyof typeof kinds)[]} */ (Object.keys(kinds));
/** How many edits stand before the first of them is taken back. */
const standing = 6;

/** Some files of each folder, spread evenly. */
function filesOf(config) {
  const all = filesUnder(config.workspace, config.extension);
  return Object.entries(edited).flatMap(([folder, count]) => {
    const list = all.filter(file => relative(config.workspace, file).startsWith(folder));
    const chosen = Array.from({ length: count }, (_, i) => list[Math.floor(((i + 0.5) * list.length) / count)]);
    return [...new Set(chosen)].filter(Boolean);
  });
}

/** By kind the places of a file: `{ line, character }`. */
function placesOf(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, pattern]) => [
      kind,
      lines.flatMap((text, line) => {
        const found = pattern.exec(text);
        return found ? [{ line, character: found[0].length }] : [];
      }),
    ]),
  );
}

/** @returns memory after load and after the edits (MiB), and how long each edit took, by kind */
export async function measureLongUse({ data, edits = 5000 }) {
  const config = loadConfig('isms', data);
  const { declarations } = JSON.parse(readFileSync(resolve(data, 'manifest.json'), 'utf8'));
  const server = new LanguageServer(config);
  try {
    await server.start(config.workspace);
    const documents = [];
    for (const file of filesOf(config)) {
      const opened = server.wait(pathToFileURL(file).href, anything);
      documents.push({ uri: server.open(file), places: placesOf(file) });
      await opened;
    }
    await untilReady(server);
    await sleep(2000);
    const afterLoad = server.residentMemory();
    /** @type {Map<string, number[]>} */
    const times = new Map(kindNames.map(kind => [kind, []]));
    let lost = 0;
    for (const { kind, uri, at, remove, insert } of stream(documents, edits)) {
      const seen = server.wait(uri, anything, 30_000, server.nextVersion(uri));
      const sent = server.edit(uri, at, remove, insert);
      const time = await seen;
      if (time === undefined) lost++;
      else times.get(kind)?.push(time - sent);
      if (server.isDead) throw new Error(`${config.name} died: ${server.stderr}`);
    }
    await sleep(2000);
    return {
      declarations,
      files: documents.length,
      edits,
      lost,
      rss: {
        load: rounded(afterLoad),
        edits: rounded(server.residentMemory()),
        peak: rounded(server.peakMemory()),
      },
      times: Object.fromEntries([...times].map(([kind, list]) => [kind, statistics(list)])),
    };
  } finally {
    await server.stop();
  }
}

/** The edits: chance chooses file, kind and place; no line has two edits at a time. */
function* stream(documents, count) {
  const chance = new Chance(5000);
  const open = [];
  for (let i = 0; i < count; i++) {
    const first = open.length === standing ? open.shift() : undefined;
    if (first) {
      const { kind, uri, line, character } = first;
      yield { kind, uri, at: { line, character }, remove: 1, insert: '' };
      continue;
    }
    const kind = kindNames[i % kindNames.length] ?? 'title';
    const { uri, places } = chance.pick(documents.filter(document => document.places[kind].length > standing));
    // A declaration has its name and its title on one line.
    const free = places[kind].filter(({ line }) => !open.some(each => each.uri === uri && each.line === line));
    const { line, character } = chance.pick(free);
    open.push({ kind, uri, line, character });
    yield { kind, uri, at: { line, character }, remove: 0, insert: 'z' };
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '.bench/data/50000' },
      edits: { type: 'string', default: '5000' },
      out: { type: 'string' },
    },
  });
  const result = await measureLongUse({ data: resolve(values.data), edits: Number(values.edits) });
  console.log(JSON.stringify(result, null, 1));
  if (values.out) {
    mkdirSync(dirname(resolve(values.out)), { recursive: true });
    writeFileSync(values.out, `${JSON.stringify(result, null, 1)}\n`);
  }
  process.exit(0);
}
