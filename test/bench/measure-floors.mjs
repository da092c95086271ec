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

/**
 * @typedef {'isms' | 'json' | 'yaml' | 'ts'} Dialect
 * @typedef {{ files: string[], read: () => string[] }} Source
 */

/** @returns {Source} */
function readDialect(data, /** @type {Dialect} */ dialect) {
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

/**
 * What is measured in a dialect: something done with each text, or with all of them. A number comes of it.
 * @typedef {{ dialect: Dialect, one: (text: string) => number }} StepOfText
 * @typedef {{ dialect: Dialect, whole: (texts: string[], source: Source) => number }} StepOfAll
 */

const parsedByLangium = 'Langium parser → AST and CST';

/** @type {Record<string, StepOfText | StepOfAll>} */
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
  [parsedByLangium]: {
    dialect: 'isms',
    one: text => {
      const { parserErrors, value } = services.parser.LangiumParser.parse(text);
      if (parserErrors.length) throw new Error(parserErrors[0].message);
      return value.declarations.length;
    },
  },
  'yaml parser → values': { dialect: 'yaml', one: text => Object.keys(YAML.parse(text)).length },
};

/** @type {Record<string, (sources: Record<'isms' | 'ts', Source>) => unknown>} */
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
  const { gc } = globalThis;
  const make = held[name];
  if (!gc || !make) throw new Error('--hold takes what is to be held, and Node --expose-gc');
  const settle = async () => {
    for (let i = 0; i < 4; i++) {
      gc();
      await new Promise(done => setTimeout(done, 20));
    }
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const sources = { isms: readDialect(data, 'isms'), ts: readDialect(data, 'ts') };
  // All once, and let go: code and catalogues are not what a declaration holds.
  globalThis.kept = await make(sources);
  globalThis.kept = undefined;
  // The reader holds on to what it read last, and with that to all that this leads to.
  core.readDeclaration('role A "a"');
  const before = await settle();
  globalThis.kept = await make(sources);
  return (await settle()) - before;
}

/** @returns medians by step, phases of Langium and memory held */
async function measureFloors(data, repeat) {
  const manifest = JSON.parse(readFileSync(join(data, 'manifest.json'), 'utf8'));
  const load = (/** @type {Dialect} */ dialect) => {
    const source = readDialect(data, dialect);
    return { source, texts: source.read() };
  };
  const corpus = { isms: load('isms'), json: load('json'), yaml: load('yaml'), ts: load('ts') };
  /** @type {{ name: string, step: StepOfText | StepOfAll, times: number[] }[]} */
  const measured = Object.entries(steps).map(([name, step]) => ({ name, step, times: [] }));
  /** @type {Record<string, number[]>} */
  const phases = {};
  // The first round warms up.
  for (let i = -1; i < repeat; i++) {
    for (const { step, times } of measured) {
      const { texts, source } = corpus[step.dialect];
      const from = performance.now();
      if ('whole' in step) sink += step.whole(texts, source);
      else for (const text of texts) sink += step.one(text);
      if (i >= 0) times.push(performance.now() - from);
    }
  }
  for (let i = 0; i < Math.min(repeat, 3); i++) {
    const found = await langiumPhases(corpus.isms.source.files);
    for (const [name, time] of Object.entries(found.times)) (phases[name] ??= []).push(time);
  }
  /** @type {Record<string, number>} */
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
    steps: Object.fromEntries(measured.map(({ name, times }) => [name, statistics(times)])),
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
  const base = result.steps[parsedByLangium]?.median;
  const rows = Object.entries(result.steps).map(([name, found]) =>
    found
      ? [
          name,
          `${figure(found.median)} (${figure(found.p95)})`,
          rounded((found.median * 1000) / declarations),
          ratio(found.median, base),
        ]
      : [name],
  );
  console.log(table([`${declarations} declarations`, 'median (p95), ms', 'µs each', 'to Langium'], rows));
  if (values.out) {
    mkdirSync(dirname(resolve(values.out)), { recursive: true });
    writeFileSync(values.out, `${JSON.stringify(result, null, 1)}\n`);
  }
  if (sink === -1) console.log(sink);
}
process.exit(0);
