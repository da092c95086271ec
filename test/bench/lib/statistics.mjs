/** Medians, percentiles and ratios, and tables of them. */

/**
 * @typedef {object} Statistics
 * @property {number} n how many samples there are
 * @property {number} min
 * @property {number} median
 * @property {number} p95
 * @property {number} max
 * @property {number} [lost] how many more were lost
 */

/** Four significant digits; five from 1,000 on. */
export const rounded = (/** @type {number} */ x) => Number(x.toPrecision(x >= 1000 ? 5 : 4));

/**
 * What a list of samples says; not-a-number stands for a sample that was lost. Undefined if there is none.
 * @param {readonly number[]} samples
 * @returns {Statistics | undefined}
 */
export function statistics(samples) {
  const sorted = samples.filter(Number.isFinite).sort((x, y) => x - y);
  const [least] = sorted;
  if (least === undefined) return undefined;
  const at = (/** @type {number} */ index) => sorted[index] ?? least;
  const last = sorted.length - 1;
  const middle = Math.floor(sorted.length / 2);
  return {
    n: sorted.length,
    min: rounded(least),
    median: rounded(sorted.length % 2 ? at(middle) : (at(middle - 1) + at(middle)) / 2),
    p95: rounded(at(Math.min(last, Math.ceil(0.95 * sorted.length) - 1))),
    max: rounded(at(last)),
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
