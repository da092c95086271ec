/**
 * Writes the measured parts of docs/benchmarks.md. Each stands between `<!-- name -->` and `<!-- end -->`; what people wrote around
 * them stays.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goalTable } from '../goals.mjs';
import { artefactTable, formattingText } from '../measure-artefacts.mjs';
import { pictureTable } from '../measure-pictures.mjs';
import { processTable } from '../measure-processes.mjs';
import { figure, ratio, rounded, table } from './statistics.mjs';
import { serverTable } from './tables.mjs';

const thousands = n => (n >= 1000 ? `${Math.round(n / 1000)}k` : String(n));
const percent = (part, whole) => `${((100 * part) / whole).toFixed(0)} %`;
const mebibytes = bytes => (bytes / 2 ** 20).toFixed(2);

/** All results of a kind, smallest corpus first. */
const tagsOf = (folder, prefix) =>
  readdirSync(folder)
    .filter(name => name.startsWith(`${prefix}-`) && name.endsWith('.json'))
    .map(name => name.slice(prefix.length + 1, -5));

function serverRuns(read, folder) {
  return tagsOf(folder, 'servers')
    .map(tag => {
      const run = read(`servers-${tag}`);
      const [, variant] = tag.split('-');
      return { ...run, variant, label: thousands(run.corpus.declarations) + (variant ? ` ${variant}` : '') };
    })
    .sort((a, b) => a.corpus.declarations - b.corpus.declarations);
}

/** Our server alone on a corpus that the others are not measured on. */
function largeRun(read) {
  const run = read('large');
  return run && { ...run, label: thousands(run.corpus.declarations) };
}

function machineText(runs, read) {
  const large = largeRun(read);
  const [run] = runs.filter(({ variant }) => !variant).slice(-1);
  if (!run) return '';
  const { node, platform, cores, processor, memoryGiB } = run.machine;
  const findings = read('findings');
  const lines = [
    `Node ${node.replace(/^v/, '')} on ${platform}, ${cores} cores (${processor}), ${memoryGiB} GiB.`,
    ...[...runs, ...(large ? [large] : [])].map(({ label, corpus, options, load }) => {
      const { cold, rounds, edits, requests, burst } = options;
      return `- ${label}: ${corpus.files} files, ${mebibytes(corpus.dialects.isms.bytes)} MiB of \`.isms\`; ${cold} cold starts, ${rounds} rounds of ${edits} edits of each kind and ${requests} of each request, ${burst} keystrokes without a pause; load average ${Math.min(...load)} to ${Math.max(...load)}.`;
    }),
  ];
  if (findings) {
    lines.push(
      `\nOf the ${thousands(findings.declarations)} corpus our rules find fault with ${findings.flagged} declarations (${((100 * findings.flagged) / findings.declarations).toFixed(1)} %), as in an ISMS in use.`,
    );
  }
  return lines.join('\n');
}

/** The main ratios of each size. */
function summary(runs, large) {
  const plain = runs.filter(({ variant }) => !variant);
  const of = (run, server, key) => run.servers[server]?.metrics[key]?.median;
  const ahead = (run, key, baseKey = key) => ratio(of(run, 'langium-default', baseKey), of(run, 'isms', key));
  const toFloor = (run, key) => ratio(of(run, 'isms', key), of(run, 'floor', key));
  /** @type {[text: string, value: (run: any) => string][]} */
  const rows = [
    ['keystroke → diagnostics, ahead of default Langium', run => ahead(run, 'type')],
    ['… to the floor', run => toFloor(run, 'type')],
    ['… p95 to its own median', run => ratio(run.servers.isms?.metrics.type?.p95, of(run, 'isms', 'type'))],
    ['edit of a referenced name, ahead of default Langium', run => ahead(run, 'name.cross')],
    ['edit of a name that 1,000 declarations use, ms', run => figure(of(run, 'isms', 'shared'))],
    [
      'edit of the name of who approves every document, ms (how many use it)',
      run => `${figure(of(run, 'isms', 'popular'))} (${run.servers.isms?.users?.popular ?? '–'})`,
    ],
    ['completion, ahead of default Langium', run => ahead(run, 'completion')],
    ['hover, ms', run => figure(of(run, 'isms', 'hover'))],
    ['spawn → open file diagnosed, to the floor', run => toFloor(run, 'cold.first')],
    ['spawn → workspace diagnosed, ahead of default Langium', run => ahead(run, 'cold.workspace')],
    ['… with findings kept from the last start', run => ahead(run, 'stored.workspace', 'cold.workspace')],
    ['publications per 100 keystrokes at 30 a second', run => figure(of(run, 'isms', 'burst.publications'))],
    [
      'RSS after load, to default Langium',
      run => ratio(of(run, 'isms', 'rss.load'), of(run, 'langium-default', 'rss.load')),
    ],
    [
      'RSS after the edits, to ours after load',
      run => ratio(of(run, 'isms', 'rss.edits'), of(run, 'isms', 'rss.load')),
    ],
  ];
  const all = [...plain, ...(large ? [large] : []), ...runs.filter(({ variant }) => variant)];
  return table(
    ['ours, medians', ...all.map(({ label }) => label)],
    rows.map(([text, value]) => [text, ...all.map(value)]),
  );
}

function floorTables(read, folder) {
  const runs = tagsOf(folder, 'floors')
    .map(tag => read(`floors-${tag}`))
    .sort((a, b) => a.corpus.declarations - b.corpus.declarations);
  if (!runs.length) return undefined;
  const labels = runs.map(({ corpus }) => thousands(corpus.declarations));
  const perDeclaration = (run, milliseconds) => rounded((milliseconds * 1000) / run.corpus.declarations);
  const last = runs.at(-1);
  const base = last.steps['Langium parser → AST and CST'].median;
  const steps = Object.keys(last.steps).map(name => [
    name,
    ...runs.map(run => perDeclaration(run, run.steps[name].median)),
    ratio(last.steps[name].median, base),
  ]);
  const phases = Object.keys(last.phases).map(name => [
    name,
    ...runs.map(run => {
      const total = Object.values(run.phases).reduce((sum, { median }) => sum + median, 0);
      return `${perDeclaration(run, run.phases[name].median)} (${percent(run.phases[name].median, total)})`;
    }),
  ]);
  const textBytes = last.corpus.dialects.isms.bytes;
  const held = Object.keys(last.bytesHeld).map(name => [
    name,
    ...runs.map(run => Math.round(run.bytesHeld[name] / run.corpus.declarations)),
    ratio(last.bytesHeld[name], textBytes),
  ]);
  return {
    floors: table(['whole workspace, µs a declaration', ...labels, 'to Langium’s parser'], steps),
    phases: table(['default Langium, µs a declaration', ...labels], phases),
    memory: table(['held after garbage collection, bytes a declaration', ...labels, 'to the text'], held),
  };
}

function profileTable(read) {
  const profiles = ['isms', 'isms-largest', 'langium-default'].map(name => read(`profile-${name}`)).filter(Boolean);
  if (!profiles.length) return undefined;
  const columns = profiles.flatMap(({ server, declarations, phases }) =>
    Object.entries(phases).map(([phase, found]) => ({ head: `${server} ${thousands(declarations)}: ${phase}`, found })),
  );
  const weight = name =>
    columns.reduce((sum, { found }) => sum + (found.byCategory[name] ?? 0) / found.milliseconds, 0);
  const categories = [...new Set(columns.flatMap(({ found }) => Object.keys(found.byCategory)))].sort(
    (a, b) => weight(b) - weight(a),
  );
  const rows = categories.map(name => [
    name,
    ...columns.map(({ found }) => {
      const time = found.byCategory[name];
      return time === undefined ? '' : `${figure(time)} (${percent(time, found.milliseconds)})`;
    }),
  ]);
  rows.push(['sum', ...columns.map(({ found }) => figure(found.milliseconds))]);
  return table(['CPU, ms', ...columns.map(({ head }) => head)], rows);
}

function processText(read) {
  const found = read('processes');
  if (!found) return undefined;
  const lines = [processTable(found)];
  if (found.package) lines.push(`\nThe packaged extension takes ${mebibytes(found.package.bytes)} MiB.`);
  if (found.activation !== undefined) {
    lines.push(`\nActivation of the extension on the example, in the editor test: ${figure(found.activation)} ms.`);
  }
  return lines.join('\n');
}

function artefactText(read) {
  const found = read('artefacts');
  return found && `${artefactTable(found)}\n\n${formattingText(found.formatting)}`;
}

function pictureText(read) {
  const found = read('pictures');
  return found && pictureTable(found);
}

/** What is held after thousands of edits, and what the slow keystrokes are due to. */
function longUseText(read) {
  const found = read('long-use');
  if (!found) return undefined;
  const { declarations, edits, files, rss, times, lost } = found;
  const rows = Object.entries(times).map(([kind, { n, median, p95, max }]) => [
    kind,
    n,
    figure(median),
    figure(p95),
    figure(max),
  ]);
  const lines = [
    `${edits} edits in ${files} files at ${thousands(declarations)}: ${figure(rss.load)} MiB after load, ${figure(rss.edits)} MiB after the edits (${ratio(rss.edits, rss.load)}), ${figure(rss.peak)} MiB at most.${lost ? ` ${lost} got no diagnostics.` : ''}\n`,
    table(['edit of a', 'edits', 'median, ms', 'p95', 'longest'], rows),
  ];
  const collections = read('collections');
  if (collections) {
    const { times: all, slow, slowFrom, slowWithCollection, quickWithCollection } = collections;
    lines.push(
      `\nOf ${all.n} keystrokes in a title at ${thousands(collections.declarations)}, ${slow} took more than ${slowFrom} times the median of ${figure(all.median)} ms. In ${slowWithCollection} of them garbage was collected; in the other keystrokes, ${quickWithCollection} times.`,
    );
  }
  return lines.join('\n');
}

/**
 * Fills in what was measured; what was not keeps its last text.
 * @param page the text of the document; it has to hold the markers
 * @param file where the filled page goes
 * @param folder the results
 */
export function writeReport(page, file, folder) {
  const read = name => {
    const path = join(folder, `${name}.json`);
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  };
  const runs = serverRuns(read, folder);
  const plain = runs.filter(({ variant }) => !variant);
  const large = largeRun(read);
  const parts = {
    machine: machineText(runs, read),
    goals: goalTable(read),
    summary: runs.length ? summary(runs, large) : undefined,
    servers: plain.length ? serverTable(plain) : undefined,
    large: large && serverTable([large]),
    variants: plain.length < runs.length ? serverTable(runs.filter(({ variant }) => variant)) : undefined,
    longuse: longUseText(read),
    ...floorTables(read, folder),
    profile: profileTable(read),
    processes: processText(read),
    artefacts: artefactText(read),
    pictures: pictureText(read),
  };
  let text = page;
  for (const [name, content] of Object.entries(parts)) {
    if (content === undefined) continue;
    const pattern = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- end -->)`);
    if (!pattern.test(text)) throw new Error(`the page has no place for ${name}`);
    text = text.replace(pattern, (_, start, end) => `${start}${content}\n${end}`);
  }
  writeFileSync(file, text);
}
