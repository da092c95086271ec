/** Starts of a language server: a new process each time, until the opened file and the whole workspace are diagnosed. */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { anything, limit } from './edits-and-requests.mjs';
import { LanguageServer, plainUri, sleep } from './language-server.mjs';

/** What a server says of where the published diagnostics come from; those that say nothing have checked everything. */
const cameFrom = ({ params }) => params?.findings ?? 'checked';

/**
 * One start.
 * @param config of the server
 * @param sites of its corpus
 * @param {object} [options]
 * @param {string} [options.storage] a folder in which the server may keep its findings
 * @param {boolean} [options.isToBeFilled] waits until it has
 * @returns milliseconds since the spawn, and what was published when the whole workspace was diagnosed
 */
async function start(config, sites, { storage, isToBeFilled = false } = {}) {
  const options = config.initializationOptions ?? {};
  const server = new LanguageServer(
    storage
      ? { ...config, initializationOptions: { ...options, [config.storageOption]: pathToFileURL(storage).href } }
      : config,
  );
  const waiting = new Set(config.wholeWorkspace ? sites.files.map(file => plainUri(pathToFileURL(file).href)) : []);
  let allAt;
  server.listeners.add((uri, _diagnostics, time) => {
    if (waiting.delete(uri) && !waiting.size) allAt = time;
  });
  let published;
  server.onNotification = method => {
    if (method === config.readyNotification) published ??= textOf(server.diagnostics);
  };
  try {
    await server.start(config.workspace);
    const first = server.wait(pathToFileURL(sites.value.file).href, anything, limit);
    server.open(sites.value.file);
    const firstAt = await first;
    const statuses = () => server.notifications.filter(({ method }) => method === config.readyNotification);
    // What is told last is what was checked.
    const isReady = () =>
      config.readyNotification ? statuses().some(each => cameFrom(each) === 'checked') : waiting.size === 0;
    const end = performance.now() + limit;
    while (!isReady() && performance.now() < end && !server.isDead) await sleep(5);
    const since = time => time && time - server.startedAt;
    const at = config.readyNotification ? statuses()[0]?.time : allAt;
    if (isToBeFilled) await untilKept(storage);
    return {
      first: since(firstAt),
      workspace: config.wholeWorkspace ? since(at) : undefined,
      checked: since(statuses().find(each => cameFrom(each) === 'checked')?.time),
      isStored: statuses().some(each => cameFrom(each) === 'stored'),
      published,
      checkedText: textOf(server.diagnostics),
    };
  } finally {
    if (server.isDead) console.error(`${config.name} died: ${server.stderr}`);
    await server.quiet(config.quietMs ?? 60);
    await server.stop();
  }
}

/** What is published, to be compared. */
const textOf = diagnostics =>
  JSON.stringify([...diagnostics].filter(([, list]) => list.length).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Waits until a server has written its findings. */
async function untilKept(folder) {
  let last = -1;
  for (let i = 0; i < 40; i++) {
    const size = sizeOf(folder);
    if (size > 0 && size === last) return;
    last = size;
    await sleep(250);
  }
}

function sizeOf(path) {
  if (!existsSync(path)) return 0;
  if (!statSync(path).isDirectory()) return statSync(path).size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

/** One cold start of a run's server, added to its samples. */
export async function coldStart(run) {
  const { first, workspace } = await start(run.config, run.sites);
  run.add('cold.first', first);
  run.add('cold.workspace', workspace);
}

/** Starts with findings that an earlier start has kept. */
export class StoredStarts {
  constructor(run) {
    this.run = run;
    this.folder = mkdtempSync(join(tmpdir(), 'isms-bench-store-'));
  }

  /** The start that fills the folder; not measured. */
  async fill() {
    await start(this.run.config, this.run.sites, { storage: this.folder, isToBeFilled: true });
    this.isFilled = sizeOf(this.folder) > 0;
    if (!this.isFilled) console.error(`${this.run.name} has kept no findings`);
  }

  /** A start that finds the folder filled. Other findings than those that the check then gives count as lost. */
  async measure() {
    if (!this.isFilled) return;
    const { run } = this;
    const { first, workspace, checked, isStored, published, checkedText } = await start(run.config, run.sites, {
      storage: this.folder,
    });
    const isRight = isStored && published === checkedText;
    if (!isRight)
      console.error(`${run.name} ${isStored ? 'showed other findings than it found' : 'showed no stored findings'}`);
    run.add('stored.first', first);
    run.add('stored.workspace', isRight ? workspace : Number.NaN);
    run.add('stored.checked', checked);
  }

  end() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
