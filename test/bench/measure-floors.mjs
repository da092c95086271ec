/**
 * What the machine could do, and what is taken: reading, splitting and parsing the same content by hand, by our core, by Langium, by
 * other parsers, in turns; the phases of the default Langium server; and the memory that the results hold.
 *   node --max-old-space-size=12288 measure-floors.mjs --data .bench/data/10000 [--repeat 5] [--out .bench/results/floors-10000.json]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import ts from 'typescript';
import * as YAML from 'yaml';
import { loadCore } from './lib/core.mjs';
import { lex, parse } from './lib/handmade.mjs';
import { built } from './lib/places.mjs';
import { filesUnder } from './lib/server-config.mjs';
import { figure, ratio, rounded, statistics, table } from './lib/statistics.mjs';

const self = fileURLToPath(import.meta.url);
const langium = createRequire(import.meta.url)(join(built, 'peers/langium-library.cjs'));
const core = await loadCore();
const { isms: services } = langium.createServices(langium.EmptyFileSystem);
/** Room for the tokens of a file, as the hand-made lexer leaves them. */
const scratch = new Int32Array(1 << 24);

/** Results go here, so that no engine finds out that nobody needs them. */
let sink = 0;

function readDialect(data, dialect) {
  const files = filesUnder(join(data, dialect), `.${dialect}`).filter(
    file => !/(schema|tsconfig)\.json$|\.d\.ts$|isms\.config\.json$/.test(file),
  );
  return { files, read: () => files.map(file => readFileSync(file, 'utf8')) };
}

const split = text => new core.ChunkedText(text, core.kindKeywords);

function ourWorkspace(texts) {
  const workspace = new core.Workspace({ rules: core.rules, today: '2026-06-30' });
  workspace.setFiles(texts.map((text, i) => [`file:///bench/${i}.isms`, text]));
  workspace.update();
  return workspace;
}

/** By name: the dialect, and what is done with one text (or, for `whole`, with all of them). */
const steps = {
  'read files': { dialect: 'isms', whole: (_texts, source) => source.read().length },
  'hand lexer': { dialect: 'isms', one: text => lex(text, scratch).count },
  'hand parser → tree': { dialect: 'isms', one: text => parse(text, scratch).length },
  'ours: splitting': { dialect: 'isms', one: text => split(text).chunks.length },
  'ours: splitting and reading': {
    dialect: 'isms',
    one: text =>
      split(text).chunks.reduce(
        (sum, chunk) => sum + core.readDeclaration(chunk.text.slice(chunk.bodyStart, chunk.bodyEnd)).problems.length,
        0,
      ),
  },
  'ours: everything, every rule': { dialect: 'isms', whole: texts => ourWorkspace(texts).files().length },
  'JSON.parse': { dialect: 'json', one: text => Object.keys(JSON.parse(text)).length },
  'TypeScript parser': {
    dialect: 'ts',
    one: text => ts.createSourceFile('x.ts', text, ts.ScriptTarget.ES2022, false).statements.length,
  },
  'Langium lexer': { dialect: 'isms', one: text => services.parser.Lexer.tokenize(text).tokens.length },
  'Langium parser → AST and CST': {
    dialect: 'isms',
    one: text => {
      const { parserErrors, value } = services.parser.LangiumParser.parse(text);
      if (parserErrors.length) throw new Error(parserErrors[0].message);
      return value.declarations.length;
    },
  },
  'yaml parser → values': { dialect: 'yaml', one: text => Object.keys(YAML.parse(text)).length },
};

const held = {
  'texts of the .isms files': ({ isms }) => isms.read(),
  'ours: split texts': ({ isms }) => isms.read().map(split),
  'ours: workspace, checked': ({ isms }) => ourWorkspace(isms.read()),
  'hand tree and texts': ({ isms }) => isms.read().map(text => [text, parse(text, scratch)]),
  'Langium AST and CST': ({ isms }) => isms.read().map(text => services.parser.LangiumParser.parse(text)),
  'Langium workspace, linked and validated': ({ isms }) => langiumPhases(isms.files),
  'TypeScript trees': sources =>
    sources.ts.read().map(text => ts.createSourceFile('x.ts', text, ts.ScriptTarget.ES2022, true)),
};

/** The default Langium server's work on a whole workspace, phase by phase; the workspace is kept for measuring memory. */
async function langiumPhases(files) {
  const times = {};
  let from = performance.now();
  const lap = name => {
    const now = performance.now();
    times[name] = now - from;
    from = now;
  };
  const { shared, isms } = langium.createServices(langium.NodeFileSystem);
  isms.parser.LangiumParser.parse('');
  lap('build services and parser');
  const documents = [];
  for (const file of files) {
    documents.push(await shared.workspace.LangiumDocuments.getOrCreateDocument(langium.URI.file(file)));
  }
  lap('read and parse');
  const { DocumentState: state } = langium;
  for (const [phase, name] of [
    [state.IndexedContent, 'index names'],
    [state.ComputedScopes, 'local scopes'],
    [state.Linked, 'link'],
    [state.IndexedReferences, 'index references'],
    [state.Validated, 'validate'],
  ]) {
    shared.workspace.DocumentBuilder.onBuildPhase(phase, () => lap(name));
  }
  await shared.workspace.DocumentBuilder.build(documents, { validation: true });
  const diagnostics = documents.flatMap(document => document.diagnostics ?? []);
  if (diagnostics.length) console.error(`${diagnostics.length} diagnostics, e.g. ${diagnostics[0].message}`);
  return { times, shared, documents };
}

/** What a result holds after garbage collection, in bytes; in a process of its own. */
async function measureHeld(data, name) {
  const settle = async () => {
    for (let i = 0; i < 4; i++) {
      globalThis.gc();
      await new Promise(done => setTimeout(done, 20));
    }
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const sources = { isms: readDialect(data, 'isms'), ts: readDialect(data, 'ts') };
  // All once, and let go: code and catalogues are not what a declaration holds.
  globalThis.kept = await held[name](sources);
  globalThis.kept = undefined;
  // The reader holds on to what it read last, and with that to all that this leads to.
  core.readDeclaration('role A "a"');
  const before = await settle();
  globalThis.kept = await held[name](sources);
  return (await settle()) - before;
}

/** @returns medians by step, phases of Langium and memory held */
async function measureFloors(data, repeat) {
  const manifest = JSON.parse(readFileSync(join(data, 'manifest.json'), 'utf8'));
  const sources = Object.fromEntries(['isms', 'json', 'yaml', 'ts'].map(name => [name, readDialect(data, name)]));
  const texts = Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, source.read()]));
  const times = Object.fromEntries(Object.keys(steps).map(name => [name, []]));
  const phases = {};
  // The first round warms up.
  for (let i = -1; i < repeat; i++) {
    for (const [name, { dialect, one, whole }] of Object.entries(steps)) {
      const from = performance.now();
      if (whole) sink += whole(texts[dialect], sources[dialect]);
      else for (const text of texts[dialect]) sink += one(text);
      if (i >= 0) times[name].push(performance.now() - from);
    }
  }
  for (let i = 0; i < Math.min(repeat, 3); i++) {
    const found = await langiumPhases(sources.isms.files);
    for (const [name, time] of Object.entries(found.times)) (phases[name] ??= []).push(time);
  }
  const bytesHeld = {};
  for (const name of Object.keys(held)) {
    const options = ['--expose-gc', '--max-old-space-size=12288', self, '--data', data, '--hold', name];
    const { stdout, stderr, status } = spawnSync(process.execPath, options, { encoding: 'utf8' });
    if (status === 0) bytesHeld[name] = Number(stdout.trim());
    else console.error(name, stderr.slice(-300));
  }
  return {
    corpus: { declarations: manifest.declarations, files: manifest.files, dialects: manifest.dialects },
    repeat,
    steps: Object.fromEntries(Object.entries(times).map(([name, list]) => [name, statistics(list)])),
    phases: Object.fromEntries(Object.entries(phases).map(([name, list]) => [name, statistics(list)])),
    bytesHeld,
  };
}

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '.bench/data/10000' },
    repeat: { type: 'string', default: '5' },
    out: { type: 'string' },
    hold: { type: 'string' },
  },
});
if (values.hold) {
  console.log(await measureHeld(resolve(values.data), values.hold));
} else {
  const result = await measureFloors(resolve(values.data), Number(values.repeat));
  const { declarations } = result.corpus;
  const base = result.steps['Langium parser → AST and CST'].median;
  const rows = Object.entries(result.steps).map(([name, { median, p95 }]) => [
    name,
    `${figure(median)} (${figure(p95)})`,
    rounded((median * 1000) / declarations),
    ratio(median, base),
  ]);
  console.log(table([`${declarations} declarations`, 'median (p95), ms', 'µs each', 'to Langium'], rows));
  if (values.out) {
    mkdirSync(dirname(resolve(values.out)), { recursive: true });
    writeFileSync(values.out, `${JSON.stringify(result, null, 1)}\n`);
  }
  if (sink === -1) console.log(sink);
}
process.exit(0);
