/**
 * Where a server's time goes: starts it with a sampling profiler, loads the workspace, types in a title, edits a referenced name and
 * one that 1,000 declarations use (in a small corpus: that of who approves the documents), and sorts the samples of each phase by module.
 *   node profile-server.mjs --data .bench/data/10000 [--server isms] [--out .bench/results/profile-10000.json] [--top 15]
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildForProfile } from './lib/build-ours.mjs';
import { LanguageServer, sleep } from './lib/language-server.mjs';
import { built } from './lib/places.mjs';
import { categoryOf, moduleFinder } from './lib/profile-categories.mjs';
import { loadConfig, sitesOf } from './lib/server-config.mjs';
import { rounded, table } from './lib/statistics.mjs';

/** The phases, and of how much each is the sum. */
const phases = [
  { name: 'load', count: () => 1 },
  { name: 'keystroke', count: ({ edits }) => edits },
  { name: 'name', count: ({ renames }) => renames },
  { name: 'name of many', count: ({ renames }) => renames },
];

/** The clock of the profile: monotonic microseconds. */
const now = () => Number(process.hrtime.bigint() / 1000n);
const anything = () => true;

/** @returns the profile, with the times at which the phases began and the last one ended */
async function record(config, { edits, renames }) {
  const folder = join(built, 'profiles', config.name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const profiled = {
    ...config,
    args: ['--cpu-prof', `--cpu-prof-dir=${folder}`, ...(config.profileArgs ?? config.args)],
  };
  const sites = sitesOf(config);
  const many = sites.shared ?? sites.popular;
  const server = new LanguageServer(profiled);
  const marks = [now()];
  const open = async file => {
    const first = server.wait(pathToFileURL(file).href, anything, 300_000);
    server.open(file);
    await first;
    await server.quiet(1000, 300_000);
  };
  const type = async (file, at, count, alternate) => {
    const uri = pathToFileURL(file).href;
    for (let i = 0; i < count; i++) {
      const seen = server.wait(uri, anything);
      if (alternate) server.edit(uri, at, i % 2, i % 2 ? '' : 'z');
      else server.edit(uri, { line: at.line, character: at.character + i }, 0, 'x');
      await seen;
      await server.quiet(40);
    }
    marks.push(now());
  };
  await server.start(config.workspace);
  const files = [sites.title.file, sites.declaration.file, ...(many ? [many.file] : [])];
  for (const file of new Set(files)) await open(file);
  await sleep(1000);
  marks.push(now());
  await type(sites.title.file, sites.title.end, edits, false);
  await type(sites.declaration.file, sites.declaration.end, renames, true);
  if (many) await type(many.file, many.end, renames, true);
  server.connection
    .sendRequest('shutdown')
    .then(() => server.connection.sendNotification('exit'))
    .catch(() => {});
  await Promise.race([server.exited, sleep(60_000)]);
  await server.stop();
  const file = readdirSync(folder).find(name => name.endsWith('.cpuprofile'));
  if (!file) throw new Error(`${config.name} left no profile in ${folder}`);
  return { profile: JSON.parse(readFileSync(join(folder, file), 'utf8')), marks };
}

/** CPU time of each phase by category and by function, in milliseconds. */
function sort({ profile, marks }) {
  const moduleOf = moduleFinder();
  const nodes = new Map(profile.nodes.map(node => [node.id, node]));
  const parents = new Map();
  for (const node of profile.nodes) for (const child of node.children ?? []) parents.set(child, node.id);
  const categories = new Map();
  const category = id => {
    if (categories.has(id)) return categories.get(id);
    const { functionName, url, lineNumber } = nodes.get(id).callFrame;
    const own = categoryOf(functionName, moduleOf(url, lineNumber));
    const found = own ?? (parents.has(id) ? category(parents.get(id)) : 'start, Node');
    categories.set(id, found);
    return found;
  };
  const label = ({ callFrame: { functionName, url, lineNumber } }) =>
    `${functionName || '(anonymous)'} · ${moduleOf(url, lineNumber).replace(/^.*node_modules\//, '')}`;
  // Inclusive time: each function of the stack once.
  const stacks = new Map();
  const stackOf = id => {
    if (stacks.has(id)) return stacks.get(id);
    const stack = new Set(parents.has(id) ? stackOf(parents.get(id)) : []);
    stack.add(label(nodes.get(id)));
    stacks.set(id, stack);
    return stack;
  };
  const spent = marks
    .slice(1)
    .map((to, i) => ({ from: marks[i], to, byCategory: new Map(), self: new Map(), total: new Map() }));
  const add = (map, key, value) => map.set(key, (map.get(key) ?? 0) + value);
  let time = profile.startTime;
  profile.samples.forEach((id, i) => {
    const milliseconds = profile.timeDeltas[i] / 1000;
    time += profile.timeDeltas[i];
    const phase = spent.find(({ from, to }) => time >= from && time < to);
    if (!phase || category(id) === 'idle') return;
    const { byCategory, self, total } = phase;
    add(byCategory, category(id), milliseconds);
    add(self, label(nodes.get(id)), milliseconds);
    for (const each of stackOf(id)) add(total, each, milliseconds);
  });
  return spent;
}

/** @returns milliseconds of CPU by phase: of the whole load, of one keystroke, of one edit of a name */
export async function profileServer({ data, server, edits = 40, renames = 20, top = 15 }) {
  const config = loadConfig(server, data);
  if (config.profileArgs) await buildForProfile();
  const { declarations } = JSON.parse(readFileSync(join(data, 'manifest.json'), 'utf8'));
  const best = (map, count) =>
    [...map]
      .sort(([, a], [, b]) => b - a)
      .slice(0, top)
      .map(([name, value]) => ({ name, milliseconds: rounded(value / count) }));
  const phaseResult = ({ byCategory, self, total }, count) => ({
    milliseconds: rounded([...byCategory.values()].reduce((sum, x) => sum + x, 0) / count),
    byCategory: Object.fromEntries([...byCategory].map(([key, x]) => [key, rounded(x / count)])),
    self: best(self, count),
    total: best(total, count),
  });
  const spent = sort(await record(config, { edits, renames }));
  return {
    server: config.name,
    declarations,
    phases: Object.fromEntries(
      phases.flatMap(({ name, count }, i) =>
        spent[i] ? [[name, phaseResult(spent[i], count({ edits, renames }))]] : [],
      ),
    ),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '.bench/data/10000' },
      server: { type: 'string', default: 'isms' },
      edits: { type: 'string', default: '40' },
      renames: { type: 'string', default: '20' },
      top: { type: 'string', default: '15' },
      out: { type: 'string' },
    },
  });
  const result = await profileServer({
    data: resolve(values.data),
    server: values.server,
    edits: Number(values.edits),
    renames: Number(values.renames),
    top: Number(values.top),
  });
  const found = Object.entries(result.phases);
  const names = found.map(([name]) => name);
  const categories = [...new Set(found.flatMap(([, { byCategory }]) => Object.keys(byCategory)))];
  const rows = categories.map(key => [key, ...found.map(([, { byCategory }]) => byCategory[key] ?? '')]);
  rows.push(['sum', ...found.map(([, { milliseconds }]) => milliseconds)]);
  console.log(table([`${result.server}, ${result.declarations} declarations: CPU, ms`, ...names], rows));
  for (const [name, phase] of found) {
    for (const kind of ['self', 'total']) {
      console.log(`\n${name}, ${kind}`);
      for (const entry of phase[kind]) {
        console.log(`  ${String(entry.milliseconds).padStart(8)}  ${entry.name}`);
      }
    }
  }
  if (values.out) {
    mkdirSync(dirname(resolve(values.out)), { recursive: true });
    writeFileSync(values.out, `${JSON.stringify(result, null, 1)}\n`);
  }
  process.exit(0);
}
