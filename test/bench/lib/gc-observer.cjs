// Required into a server that is measured: notes its garbage collections, on the clock that all processes of the machine share, and
// writes them to the file that GC_LOG names when the process ends.
const { writeFileSync } = require('node:fs');
const { constants, PerformanceObserver } = require('node:perf_hooks');

const log = process.env.GC_LOG;
if (!log) throw new Error('GC_LOG names no file.');

const kinds = new Map([
  [constants.NODE_PERFORMANCE_GC_MINOR, 'young'],
  [constants.NODE_PERFORMANCE_GC_MAJOR, 'full'],
  [constants.NODE_PERFORMANCE_GC_INCREMENTAL, 'incremental'],
  [constants.NODE_PERFORMANCE_GC_WEAKCB, 'weak'],
]);
const shift = Number(process.hrtime.bigint()) / 1e6 - performance.now();
const collections = [];
const note = list => {
  for (const { startTime, duration, detail } of list.getEntries()) {
    collections.push({ from: startTime + shift, to: startTime + duration + shift, kind: kinds.get(detail.kind) });
  }
};
const observer = new PerformanceObserver(note);
observer.observe({ entryTypes: ['gc'] });
process.on('exit', () => {
  note({ getEntries: () => observer.takeRecords() });
  writeFileSync(log, JSON.stringify(collections));
});
