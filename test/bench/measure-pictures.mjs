/**
 * The page of pictures in Chromium: how long until it is painted, and until what is clicked is shown; beside a page with the same risks as a plain table.
 * Where no Chromium is found that is left out. And how long until the pictures follow an edit, through the language server.
 *   node measure-pictures.mjs [--risks 2000] [--repeat 10] [--out .bench/results/pictures.json]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { writeRegister } from './corpus/register.mjs';
import { measureFollowing } from './lib/following.mjs';
import { built } from './lib/places.mjs';
import { figure, ratio, statistics, table } from './lib/statistics.mjs';

const command = join(built, 'ours/dist/cli/isms.cjs');

/** The browser to measure in: the one that `CHROMIUM` names, or the first that is found. */
function findChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = names.flatMap(name => folders.map(folder => join(folder, name))).find(existsSync);
  return process.env.CHROMIUM ?? found;
}

/** The same risks without any picture: the first columns of the register's CSV, which a list of levels filters. */
function plainPage(/** @type {string} */ csv) {
  const escaped = (/** @type {string} */ text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const rows = csv
    .trim()
    .split('\n')
    .map(line => line.split(',').slice(0, 9));
  const body = rows.map(row => `<tr>${row.map(cell => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('\n');
  const script = `document.getElementById('level').addEventListener('change', event => {
    for (const row of document.querySelectorAll('tr')) row.hidden = !row.textContent.includes(event.target.value);
  });`;
  const options = ['', 'high', 'low'].map(word => `<option>${word}</option>`).join('');
  return `<!doctype html><meta charset="utf-8"><title>Risks</title><h1>Risks</h1><select id="level">${options}</select><table>${body}</table><script>${script}</script>`;
}

/** What is done on the page of pictures, as what a reader would do; each ends in a state from which it can be done again. */
const actions = {
  'filter by a level': `document.getElementById('level').value = document.getElementById('level').value ? '' : 'high';
    document.getElementById('level').dispatchEvent(new Event('change'))`,
  'choose a risk': `document.querySelectorAll('svg [data-risk]')[turn % 50].dispatchEvent(new MouseEvent('click', { bubbles: true }))`,
  'open the Statement of Applicability': `document.getElementById('view-soa').click()`,
  'open the traceability': `document.getElementById('view-trace').click()`,
  'open the calendar': `document.getElementById('view-calendar').click()`,
  'begin a meeting': `document.getElementById('meeting').click()`,
  'go to the next item of a meeting': `document.getElementById('next-item').click()`,
  'leave a meeting': `document.getElementById('leave-meeting').click()`,
};
const plainActions = { 'filter by a level': actions['filter by a level'] };

/** Milliseconds from before an action to behind the frame that shows it. */
const timed = (/** @type {string} */ action, /** @type {number} */ turn) => `(async () => {
  const turn = ${turn};
  const from = performance.now();
  ${action};
  await new Promise(shown => requestAnimationFrame(() => setTimeout(shown)));
  return performance.now() - from;
})()`;

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} file
 * @param {Readonly<Record<string, string>>} wanted
 * @param {number} repeat
 */
async function measurePage(browser, file, wanted, repeat) {
  /** @type {number[]} */
  const paint = [];
  /** @type {Map<string, number[]>} */
  const times = new Map(Object.keys(wanted).map(name => [name, []]));
  for (let turn = 0; turn < repeat; turn++) {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.locator('h1').waitFor();
    await page.waitForFunction(`performance.getEntriesByName('first-contentful-paint').length > 0`);
    paint.push(Number(await page.evaluate(`performance.getEntriesByName('first-contentful-paint')[0].startTime`)));
    for (const [name, action] of Object.entries(wanted)) {
      times.get(name)?.push(Number(await page.evaluate(timed(action, turn))));
      if (name !== 'filter by a level') continue;
      await page.evaluate(timed(action, turn));
    }
    await context.close();
  }
  return {
    paint: statistics(paint),
    actions: Object.fromEntries([...times].map(([name, samples]) => [name, statistics(samples)])),
    bytes: statSync(file).size,
  };
}

/** @param {{ risks: number, repeat: number }} options */
export async function measurePictures({ risks, repeat }) {
  const folder = mkdtempSync(join(tmpdir(), 'isms-bench-'));
  try {
    const register = join(folder, 'register');
    writeRegister({ risks, assets: risks, out: register });
    const pages = await measurePages({ folder, register, repeat });
    // The median of few would be that of chance.
    return { risks, repeat, ...pages, following: await measureFollowing(register, repeat * 3) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The pages in Chromium; nothing where there is none.
 * @param {{ folder: string, register: string, repeat: number }} options
 */
async function measurePages({ folder, register, repeat }) {
  const executablePath = findChromium();
  if (!executablePath) return {};
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    execFileSync(process.execPath, [command, 'export', 'site', register, '-o', join(folder, 'site')]);
    const csv = join(folder, 'risks.csv');
    execFileSync(process.execPath, [command, 'export', 'risk-register', register, '--format', 'csv', '-o', csv]);
    const plain = join(folder, 'plain.html');
    writeFileSync(plain, plainPage(readFileSync(csv, 'utf8')));
    return {
      ours: await measurePage(browser, join(folder, 'site/index.html'), actions, repeat),
      plain: await measurePage(browser, plain, plainActions, repeat),
    };
  } finally {
    await browser.close();
  }
}

/** The tables of docs/benchmarks.md, as far as they were measured. */
export const pictureTable = found => [pageTable(found), followingTable(found)].filter(Boolean).join('\n\n');

function pageTable({ risks, ours, plain }) {
  if (!ours) return undefined;
  const row = (/** @type {string} */ name, a, b) => [
    name,
    `${figure(a.median)} (${figure(a.p95)})`,
    b ? `${figure(b.median)} (${figure(b.p95)})` : '',
    b ? ratio(a.median, b.median) : '',
  ];
  return table(
    [`${risks} risks, median (p95), ms`, 'pictures', 'plain table', 'to it'],
    [
      row('first paint', ours.paint, plain.paint),
      ...Object.entries(ours.actions).map(([name, found]) => row(name, found, plain.actions[name])),
    ],
  );
}

/** What is measured of an edit, from one moment to the next. */
const steps = {
  diagnosed: 'edit → its diagnostics',
  told: 'its diagnostics → told that pictures may have changed, once typing pauses',
  made: 'told → the new data of the pictures, read by the client',
  followed: 'its diagnostics → the new data, the pause included',
};

function followingTable({ risks, following }) {
  if (!following) return undefined;
  return table(
    [`edit of a likelihood among ${risks} risks, through the language server`, 'median, ms', 'p95'],
    Object.entries(steps).map(([name, words]) => [words, figure(following[name].median), figure(following[name].p95)]),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      // Every script of the benchmark is given a corpus; this one writes its own.
      data: { type: 'string' },
      risks: { type: 'string', default: '2000' },
      repeat: { type: 'string', default: '10' },
      out: { type: 'string' },
    },
  });
  const result = await measurePictures({ risks: Number(values.risks), repeat: Number(values.repeat) });
  if (!result.ours) console.error('No Chromium was found: set CHROMIUM to measure the page of pictures.');
  console.log(pictureTable(result));
  if (values.out) {
    mkdirSync(dirname(resolve(values.out)), { recursive: true });
    writeFileSync(values.out, `${JSON.stringify(result, null, 1)}\n`);
  }
}
