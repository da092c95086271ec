/**
 * What the benchmark is to show: each goal with what is wanted, and where its figure comes from. A goal whose figure was not
 * measured stands without one.
 */
import { figure, ratio, table } from './lib/statistics.mjs';

const times = (a, b) => (a === undefined || !b ? undefined : a / b);
const ratioText = x => ratio(x, 1);
const atMost = limit => x => x <= limit;
const atLeast = limit => x => x >= limit;
const below = limit => x => x < limit;
const worst = list => (list.length && list.every(x => x !== undefined) ? Math.max(...list) : undefined);
const peers = ['langium-default', 'yaml', 'typescript'];

/** Reads figures out of the results. */
class Figures {
  constructor(read) {
    this.read = read;
  }

  of(run, server, key, statistic = 'median') {
    const found = this.read(run)?.servers[server];
    return found?.answers[key] === 0 ? undefined : found?.metrics[key]?.[statistic];
  }

  ahead(run, key, baseKey = key) {
    return times(this.of(run, 'langium-default', baseKey), this.of(run, 'isms', key));
  }

  toFloor(run, key) {
    return times(this.of(run, 'isms', key), this.of(run, 'floor', key));
  }

  toBaseline(run, key) {
    return times(this.of(run, 'isms', key), this.of(run, 'langium-default', key));
  }

  /** Ours to the fastest of the peers that answer. */
  toFastest(run, key) {
    const found = peers.map(server => this.of(run, server, key)).filter(x => x !== undefined);
    return found.length ? times(this.of(run, 'isms', key), Math.min(...found)) : undefined;
  }

  p95(run, key) {
    return times(this.of(run, 'isms', key, 'p95'), this.of(run, 'isms', key));
  }

  process(pattern) {
    const { processes = {} } = this.read('processes') ?? {};
    return Object.entries(processes).find(([name]) => pattern.test(name))?.[1].median;
  }
}

const [small, middle, large] = ['servers-1000', 'servers-10000', 'servers-50000'];
const checkCorpus = /^isms check, /;
const checkKept = /^isms check --cache, /;
const langiumParser = /^Langium parser alone/;

/**
 * @typedef {[
 *   goal: string,
 *   wanted: string,
 *   figure: (figures: Figures) => number | undefined,
 *   isReached: (figure: number) => boolean,
 *   text?: (figure: number) => string,
 * ]} Goal
 */

/** @type {readonly Goal[]} */
const goals = [
  ['keystroke → diagnostics at 10k, ahead of default Langium', '≥ 25×', f => f.ahead(middle, 'type'), atLeast(25)],
  ['… at 50k', '≥ 25×', f => f.ahead(large, 'type'), atLeast(25)],
  [
    '… to the floor, the worst of 1k, 10k and 50k',
    '≤ 2.5×',
    f => worst([small, middle, large].map(run => f.toFloor(run, 'type'))),
    atMost(2.5),
  ],
  ['… p95 to its own median at 50k', '≤ 4×', f => f.p95(large, 'type'), atMost(4)],
  [
    '… at 100k to 1k',
    '≤ 1.5×',
    f => times(f.of('large', 'isms', 'type'), f.of('large', 'isms, small', 'type')),
    atMost(1.5),
  ],
  [
    '… unfinished work to finished work, 10k',
    '≤ 1.2×',
    f =>
      times(
        f.of('servers-10000-unfinished', 'isms', 'type'),
        f.of('servers-10000-unfinished', 'isms, finished', 'type'),
      ),
    atMost(1.2),
  ],
  [
    '… one file of 10k, ahead of default Langium',
    '≥ 300×',
    f => f.ahead('servers-10000-onefile', 'type'),
    atLeast(300),
  ],
  [
    'keystrokes at 30 a second that get diagnostics of their own, 50k',
    '≥ 90 of 100',
    f => f.of(large, 'isms', 'burst.publications'),
    atLeast(90),
    x => `${x.toFixed(0)} of 100`,
  ],
  [
    'edit of a referenced name at 50k, ahead of default Langium',
    '≥ 300×',
    f => f.ahead(large, 'name.cross'),
    atLeast(300),
  ],
  [
    'edit of a name that 1,000 declarations use → last file at 10k, ahead of default Langium',
    '≥ 50×',
    f => f.ahead(middle, 'shared'),
    atLeast(50),
  ],
  ['… at 50k', '≥ 150×', f => f.ahead(large, 'shared'), atLeast(150)],
  ['completion at 50k, ahead of default Langium', '≥ 10×', f => f.ahead(large, 'completion'), atLeast(10)],
  ['hover with content at 50k, to the fastest peer', '< 1×', f => f.toFastest(large, 'hover'), below(1)],
  ['references at 50k, to the fastest peer', '< 1×', f => f.toFastest(large, 'references'), below(1)],
  ['rename at 50k, to the fastest peer', '< 1×', f => f.toFastest(large, 'rename'), below(1)],
  ['names of the workspace at 50k, to the fastest peer', '< 1×', f => f.toFastest(large, 'workspaceSymbol'), below(1)],
  [
    'spawn → open file diagnosed, to the floor, the worst of 1k, 10k and 50k',
    '≤ 2.5×',
    f => worst([small, middle, large].map(run => f.toFloor(run, 'cold.first'))),
    atMost(2.5),
  ],
  [
    'spawn → workspace diagnosed at 50k, ahead of default Langium',
    '≥ 3×',
    f => f.ahead(large, 'cold.workspace'),
    atLeast(3),
  ],
  [
    '… with findings kept from the last start',
    '≥ 7×',
    f => f.ahead(large, 'stored.workspace', 'cold.workspace'),
    atLeast(7),
  ],
  ['RSS after load at 50k, to default Langium', '≤ 0.3×', f => f.toBaseline(large, 'rss.load'), atMost(0.3)],
  [
    'RSS after 5,000 edits at 50k, to ours after load',
    '≤ 1.15×',
    f => times(f.read('long-use')?.rss.edits, f.read('long-use')?.rss.load),
    atMost(1.15),
  ],
  [
    'held by a declaration after garbage collection, kB',
    '≤ 1.5',
    f => {
      const floors = f.read('floors-10000');
      return floors && floors.bytesHeld['ours: workspace, checked'] / floors.corpus.declarations / 1000;
    },
    atMost(1.5),
    figure,
  ],
  [
    'the server lives through 100k with 1 GiB of heap',
    'yes',
    f => {
      const found = f.read('large')?.servers['isms-1gb'];
      return found && Number(!found.hasDied && !found.metrics.type?.lost);
    },
    atLeast(1),
    x => (x ? 'yes' : 'no'),
  ],
  [
    '`isms check` of 10k, to Langium’s parser alone',
    '≤ 1×',
    f => times(f.process(checkCorpus), f.process(langiumParser)),
    atMost(1),
  ],
  ['… with `--cache`, nothing changed', '≤ 1×', f => times(f.process(checkKept), f.process(langiumParser)), atMost(1)],
  [
    '`isms check` of the example, to `node -e 0`',
    '≤ 12×',
    f => times(f.process(/^isms check examples/), f.process(/^node -e 0$/)),
    atMost(12),
  ],
  [
    'told that pictures may have changed → their new data at 2,000 risks, ms',
    '≤ 300',
    f => f.read('pictures')?.following?.made.median,
    atMost(300),
    figure,
  ],
  ['activation of the extension, ms', '≤ 300', f => f.read('processes')?.activation, atMost(300), figure],
];

/** @param read gives a result by name, or undefined if there is none */
export function goalTable(read) {
  const figures = new Figures(read);
  return table(
    ['goal', 'wanted', 'measured', 'reached'],
    goals.map(([text, wanted, value, isReached, show = ratioText]) => {
      const found = value(figures);
      return [text, wanted, ...(found === undefined ? ['–', ''] : [show(found), isReached(found) ? 'yes' : '**no**'])];
    }),
  );
}
