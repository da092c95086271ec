/** The tables of docs/benchmarks.md about language servers. */
import { figure, ratio, table } from './statistics.mjs';

/**
 * What is measured, how it is called, and what of the baseline it is compared to, if that is something else.
 * @type {[key: string, text: string, baseKey?: string][]}
 */
const rows = [
  ['cold.first', 'spawn → open file diagnosed'],
  ['cold.workspace', 'spawn → workspace diagnosed'],
  ['stored.workspace', '… with findings kept from the last start', 'cold.workspace'],
  ['stored.checked', '… and all of them checked anew', 'cold.workspace'],
  ['type', 'keystroke in a title → diagnostics'],
  ['break', 'break a value → error seen'],
  ['repair', 'repair it → error gone'],
  ['name.cross', 'edit a referenced name → error in the other file'],
  ['shared', 'edit a name that 1,000 declarations use → last file diagnosed'],
  ['popular', 'edit the name of who approves every document → last file diagnosed'],
  ['completion', 'completion, file at rest'],
  ['completionTyping', 'keystroke + completion'],
  ['hover', 'hover'],
  ['definition', 'definition'],
  ['references', 'references'],
  ['rename', 'rename (edits computed)'],
  ['documentSymbol', 'document symbols'],
  ['semanticTokens', 'semantic tokens'],
  ['workspaceSymbol', 'workspace symbols'],
  ['burst.lag', 'typing without a pause, then an error → seen'],
  ['burst.publications', '… publications per 100 keystrokes'],
  ['rss.load', 'RSS after load, MiB'],
  ['rss.edits', 'RSS after the edits, MiB'],
  ['rss.peak', 'peak RSS, MiB'],
];

const isCount = key => key === 'burst.publications';
/** What is repeated thirty times, unless it takes too long; and what is asked as often as the run says, with the same exception. */
const edits = new Set(['type', 'break', 'repair', 'name.cross', 'shared', 'popular', 'completionTyping']);
const requests = new Set(
  'completion hover definition references rename documentSymbol semanticTokens workspaceSymbol'.split(' '),
);
const usualCount = (key, options) => (edits.has(key) ? 30 : requests.has(key) ? options.rounds * options.requests : 0);

function cell(run, name, key, baseKey) {
  const server = run.servers[name];
  if (!server) return '';
  const found = server.metrics[key];
  if (!found) return '–';
  if (found.median === undefined) return 'lost';
  if (server.answers[key] === 0) return '∅';
  const base = run.servers[run.baseline]?.metrics[baseKey];
  const count = found.n < usualCount(key, run.options) ? `; ${found.n}` : '';
  const spread = found.n > 1 ? ` (${figure(found.p95)}${count})` : '';
  const isCompared = (name !== run.baseline || key !== baseKey) && base && !isCount(key);
  const times = isCompared ? ` **${ratio(found.median, base.median)}**` : '';
  return `${figure(found.median)}${spread}${times}${found.lost ? `, lost ${found.lost}` : ''}`;
}

/** @param runs results of compareServers, each with a `label`; the rows of one measure stand together */
export function serverTable(runs) {
  const names = [
    ...new Set(runs.flatMap(({ servers }) => Object.keys(servers).filter(each => !servers[each].isHidden))),
  ];
  const body = rows.flatMap(([key, text, baseKey = key]) =>
    runs
      .filter(run => names.some(name => run.servers[name]?.metrics[key]))
      .map((run, i) => [i ? '' : text, run.label, ...names.map(name => cell(run, name, key, baseKey))]),
  );
  return table(['median (p95), ms; ratio to the baseline', 'size', ...names], body);
}
