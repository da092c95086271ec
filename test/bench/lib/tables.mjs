/** The tables of docs/benchmarks.md about language servers. */
import { figure, ratio, table } from './statistics.mjs';

/** What is measured, and how it is called. */
const rows = [
  ['cold.first', 'spawn → open file diagnosed'],
  ['cold.workspace', 'spawn → workspace diagnosed'],
  ['type', 'keystroke in a title → diagnostics'],
  ['break', 'break a value → error seen'],
  ['repair', 'repair it → error gone'],
  ['name.cross', 'edit a referenced name → error in the other file'],
  ['popular.settled', 'edit a name used all over → last file diagnosed'],
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

function cell(run, name, key) {
  const server = run.servers[name];
  if (!server) return '';
  const found = server.metrics[key];
  if (!found) return '–';
  if (found.median === undefined) return 'lost';
  if (server.answers[key] === 0) return '∅';
  const base = run.servers[run.baseline]?.metrics[key];
  const spread = found.n > 1 ? ` (${figure(found.p95)})` : '';
  const times = name !== run.baseline && base && !isCount(key) ? ` **${ratio(found.median, base.median)}**` : '';
  return `${figure(found.median)}${spread}${times}${found.lost ? `, lost ${found.lost}` : ''}`;
}

/** @param runs results of compareServers, each with a `label`; the rows of one measure stand together */
export function serverTable(runs) {
  const names = [...new Set(runs.flatMap(run => Object.keys(run.servers)))];
  const body = rows.flatMap(([key, text]) =>
    runs
      .filter(run => names.some(name => run.servers[name]?.metrics[key]))
      .map((run, i) => [i ? '' : text, run.label, ...names.map(name => cell(run, name, key))]),
  );
  return table(['median (p95), ms; ratio to the baseline', 'size', ...names], body);
}
