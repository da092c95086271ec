/** What is measured of a language server: cold starts, edits, requests, typing without a pause, memory. */
import { pathToFileURL } from 'node:url';
import { LanguageServer, plainUri, sleep } from './language-server.mjs';

/** How long an answer may take, in milliseconds, before it counts as lost. */
const limit = 90_000;

/** Whether the diagnostics hold an error or warning on a line. */
const flags = line => diagnostics =>
  diagnostics.some(({ range, severity = 1 }) => range.start.line <= line && range.end.line >= line && severity <= 2);
const not = predicate => diagnostics => !predicate(diagnostics);
const anything = () => true;

/** One cold start: from the spawn to the diagnostics of the opened file, and until the workspace is diagnosed. */
export async function coldStart(config, sites) {
  const server = new LanguageServer(config);
  const waiting = new Set(config.wholeWorkspace ? sites.files.map(file => plainUri(pathToFileURL(file).href)) : []);
  let allAt;
  server.listeners.add((uri, _diagnostics, time) => {
    if (waiting.delete(uri) && !waiting.size) allAt = time;
  });
  await server.start(config.workspace);
  const uri = pathToFileURL(sites.value.file).href;
  const first = server.wait(uri, anything, limit);
  server.open(sites.value.file);
  const firstAt = await first;
  const end = performance.now() + limit;
  const isReady = () => (config.readyNotification ? server.notified.has(config.readyNotification) : waiting.size === 0);
  while (!isReady() && performance.now() < end && !server.isDead) await sleep(10);
  if (config.readyNotification) allAt = server.notified.get(config.readyNotification);
  await server.quiet(config.quietMs ?? 60);
  await sleep(1500);
  const since = time => time && time - server.startedAt;
  const sample = {
    'cold.initialize': since(server.initializedAt),
    'cold.first': since(firstAt),
    'cold.workspace': config.wholeWorkspace ? since(allAt) : undefined,
    'rss.cold': server.residentMemory(),
  };
  if (server.isDead) console.error(`${config.name} died: ${server.stderr}`);
  await server.stop();
  return sample;
}

export class ServerRun {
  /** Samples by what was measured; not-a-number stands for a lost one. */
  samples = {};
  /** How much each request was answered with; a text if it failed. */
  answers = {};

  constructor(config, sites) {
    this.config = config;
    this.sites = sites;
    this.quietMs = config.quietMs ?? 60;
  }

  add(key, value) {
    if (value === undefined) return;
    (this.samples[key] ??= []).push(value);
  }

  async start() {
    this.server = new LanguageServer(this.config);
    await this.server.start(this.config.workspace);
    this.risk = pathToFileURL(this.sites.value.file).href;
    this.declaration = pathToFileURL(this.sites.declaration.file).href;
    this.popular = this.sites.popular && pathToFileURL(this.sites.popular.file).href;
    await this.open(this.sites.value.file);
    await this.open(this.sites.declaration.file);
    if (this.sites.popular) await this.open(this.sites.popular.file);
    // A server that diagnoses the open file first has not read all of the workspace by now.
    const { readyNotification } = this.config;
    const end = performance.now() + limit;
    while (readyNotification && !this.server.notified.has(readyNotification) && performance.now() < end)
      await sleep(10);
    await sleep(2000);
    this.add('rss.load', this.server.residentMemory());
  }

  async open(file) {
    const { server, config } = this;
    if (server.versions.has(pathToFileURL(file).href)) return;
    const first = server.wait(pathToFileURL(file).href, anything, config.silentWhenClean ? 5000 : limit);
    server.open(file);
    await first;
    await server.quiet(400, limit);
  }

  /**
   * Edits, then waits for what the user would see.
   * @param keys under which the times of the waits are noted; none for an edit that only prepares
   * @param waits `[uri, predicate]` each
   */
  async edit(keys, uri, at, remove, insert, waits) {
    const { server } = this;
    const pending = waits.map(([file, predicate]) =>
      server.wait(file, predicate, limit, file === uri ? server.nextVersion(uri) : 0),
    );
    const sent = server.edit(uri, at, remove, insert);
    const times = await Promise.all(pending);
    if (!keys.length && times.includes(undefined)) {
      throw new Error(`${this.config.name} says nothing after an edit at line ${at.line + 1} of ${uri}`);
    }
    keys.forEach((key, i) => {
      this.add(key, times[i] === undefined ? Number.NaN : times[i] - sent);
    });
    await server.quiet(this.quietMs);
    if (keys.length)
      this.add(`${keys[0]}.settled`, server.lastPublication > sent ? server.lastPublication - sent : undefined);
  }

  /** `n` keystrokes in a title, and as many times half of that a value broken and repaired, a referenced name edited. */
  async keystrokes(n) {
    const { title, value, anchor } = this.sites;
    const { risk } = this;
    const own = (predicate = anything) => [[risk, predicate]];
    // A standing error in the file, so that every server publishes something on every change.
    await this.edit([], risk, anchor.end, 0, 'zz', own(flags(anchor.end.line)));
    const typed = ' revised';
    for (let i = 0; i < n; i++) {
      await this.edit(['type'], risk, after(title.end, i), 0, typed[i % typed.length], own());
    }
    await this.edit([], risk, title.end, n, '', own());
    await this.edit([], risk, anchor.end, 2, '', own(not(flags(anchor.end.line))));
    for (let i = 0; i < n / 2; i++) {
      await this.edit(['break'], risk, value.end, 0, 'z', own(flags(value.end.line)));
      await this.edit(['repair'], risk, value.end, 1, '', own(not(flags(value.end.line))));
    }
    if (this.config.crossFile) for (let i = 0; i < n / 4; i++) await this.editReferencedName();
    if (this.popular) for (let i = 0; i < n / 8; i++) await this.editPopularName();
  }

  async editReferencedName() {
    const { reference, declaration } = this.sites;
    const ownIsSilent = this.declaration === this.risk || this.config.silentWhenClean;
    const waits = predicate => [[this.risk, predicate], ...(ownIsSilent ? [] : [[this.declaration, anything]])];
    const keys = ['name.cross', ...(ownIsSilent ? [] : ['name.own'])];
    const seen = flags(reference.start.line);
    await this.edit(keys, this.declaration, declaration.end, 0, 'z', waits(seen));
    await this.edit(keys, this.declaration, declaration.end, 1, '', waits(not(seen)));
  }

  /** A name that a great many refer to: until the last of their files has its diagnostics. */
  async editPopularName() {
    const { end } = this.sites.popular;
    const waits = this.config.silentWhenClean ? [] : [[this.popular, anything]];
    for (const [remove, insert] of [
      [0, 'z'],
      [1, ''],
    ]) {
      const before = this.server.publications;
      await this.edit(['popular'], this.popular, end, remove, insert, waits);
      this.add('popular.publications', this.server.publications - before);
    }
  }

  async requests(n) {
    const { server, sites, risk } = this;
    const { offers } = server;
    const textDocument = { uri: risk };
    const at = { textDocument, position: after(sites.reference.start, 2) };
    const name = { textDocument: { uri: this.declaration }, position: sites.declaration.start };
    const completion = { textDocument, position: after(sites.completion.start, sites.completionOffset) };
    const list = [
      ['completion', 'textDocument/completion', completion, offers.completionProvider],
      ['hover', 'textDocument/hover', at, offers.hoverProvider],
      ['definition', 'textDocument/definition', at, offers.definitionProvider],
      [
        'references',
        'textDocument/references',
        { ...name, context: { includeDeclaration: true } },
        offers.referencesProvider,
      ],
      ['rename', 'textDocument/rename', { ...name, newName: 'RenamedByBenchmark' }, offers.renameProvider],
      ['documentSymbol', 'textDocument/documentSymbol', { textDocument }, offers.documentSymbolProvider],
      ['semanticTokens', 'textDocument/semanticTokens/full', { textDocument }, offers.semanticTokensProvider],
      ['workspaceSymbol', 'workspace/symbol', { query: 'R-0004' }, offers.workspaceSymbolProvider],
    ];
    for (let i = 0; i < n; i++) {
      for (const [key, method, params, isOffered] of list) {
        if (!isOffered) continue;
        const { milliseconds, result } = await server.request(method, params, limit);
        this.answers[key] = result?.error ? String(result.error).slice(0, 80) : sizeOf(result);
        this.add(key, result?.error ? Number.NaN : milliseconds);
      }
    }
    if (offers.completionProvider) for (let i = 0; i < n; i++) await this.completionWhileTyping(completion.position);
  }

  /** The request follows the keystroke at once, as in an editor. */
  async completionWhileTyping(position) {
    const { server, risk } = this;
    const sent = server.edit(risk, position, 0, 'a');
    const params = { textDocument: { uri: risk }, position: after(position, 1) };
    const { result } = await server.request('textDocument/completion', params, limit);
    this.add('completionTyping', result?.error ? Number.NaN : performance.now() - sent);
    const settled = server.wait(risk, anything, this.config.silentWhenClean ? 700 : 5000);
    server.edit(risk, position, 1, '');
    await settled;
    await server.quiet(this.quietMs * 2);
  }

  /** `n` keystrokes without a pause, `every` milliseconds; the last edit breaks a value. */
  async burst(n, every) {
    const { server, risk } = this;
    const { title, value } = this.sites;
    const before = server.publications;
    let length = 0;
    for (let i = 0; i < n; i++) {
      const grows = i < n / 2;
      server.edit(risk, after(title.end, grows ? length : length - 1), grows ? 0 : 1, grows ? 'x' : '');
      length += grows ? 1 : -1;
      await sleep(every);
    }
    const seen = server.wait(risk, flags(value.end.line), limit, server.nextVersion(risk));
    const sent = server.edit(risk, value.end, 0, 'z');
    const time = await seen;
    this.add('burst.lag', time === undefined ? Number.NaN : time - sent);
    this.add('burst.publications', (100 * (server.publications - before)) / (n + 1));
    const repaired = server.wait(risk, not(flags(value.end.line)), limit, server.nextVersion(risk));
    server.edit(risk, value.end, 1, '');
    await repaired;
    await server.quiet(400);
    await sleep(2000);
    this.add('rss.edits', server.residentMemory());
    this.add('rss.peak', server.peakMemory());
  }
}

const after = ({ line, character }, more) => ({ line, character: character + more });

function sizeOf(result) {
  if (result === null || result === undefined) return 0;
  if (result.changes) return Object.values(result.changes).flat().length;
  if (result.documentChanges) return result.documentChanges.flatMap(({ edits = [] }) => edits).length;
  return (result.items ?? result.data ?? (Array.isArray(result) ? result : [result])).length;
}
