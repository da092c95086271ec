/** Medians, percentiles and ratios, and tables of them. */

/** Four significant digits; five from 1,000 on. */
export const rounded = x => (x === undefined ? undefined : Number(x.toPrecision(x >= 1000 ? 5 : 4)));

/** What a list of samples says; not-a-number stands for a sample that was lost. Undefined if there is none. */
export function statistics(samples) {
  const sorted = samples.filter(Number.isFinite).sort((x, y) => x - y);
  if (!sorted.length) return undefined;
  const middle = sorted.length / 2;
  const median = sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
  const p95 = sorted[Math.min(sorted.length - 1, Math.ceil(0.95 * sorted.length) - 1)];
  return {
    n: sorted.length,
    min: rounded(sorted[0]),
    median: rounded(median),
    p95: rounded(p95),
    max: rounded(sorted.at(-1)),
    ...(sorted.length < samples.length ? { lost: samples.length - sorted.length } : {}),
  };
}

/** Milliseconds (or a plain number) as a reader wants it: three digits, seconds from ten on. */
export function figure(x) {
  if (x === undefined) return '–';
  if (x >= 10_000) return `${(x / 1000).toFixed(1)} s`;
  return x.toFixed(x >= 100 ? 0 : x >= 10 ? 1 : 2);
}

/** How many times `a` is of `b`. */
export function ratio(a, b) {
  if (a === undefined || !b) return '';
  const x = a / b;
  return `${x.toFixed(x >= 100 ? 0 : x >= 10 ? 1 : x >= 0.1 ? 2 : 3)}×`;
}

/** A Markdown table; the first column is aligned left, the others right. */
export function table(head, rows) {
  const all = [head, ...rows].map(row => row.map(cell => String(cell ?? '')));
  const length = cell => [...cell].length;
  const widths = head.map((_, i) => Math.max(...all.map(row => length(row[i]))));
  const line = row =>
    `| ${row.map((cell, i) => (i ? ' '.repeat(widths[i] - length(cell)) + cell : cell + ' '.repeat(widths[i] - length(cell)))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (i ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2))).join('|')}|`;
  return [line(all[0]), rule, ...all.slice(1).map(line)].join('\n');
}
