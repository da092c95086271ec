/** What is measured of a language server at work: edits, requests, typing without a pause, memory. */
import { pathToFileURL } from 'node:url';
import { LanguageServer, sleep } from './language-server.mjs';

/** How long an answer may take, in milliseconds, before it counts as lost. */
export const limit = 90_000;

/** Whether the diagnostics hold an error or warning on a line. */
const flags = line => diagnostics =>
  diagnostics.some(({ range, severity = 1 }) => range.start.line <= line && range.end.line >= line && severity <= 2);
const not = predicate => diagnostics => !predicate(diagnostics);
export const anything = () => true;

/** Waits until a server that says so has diagnosed all of its workspace. */
export async function untilReady(/** @type {LanguageServer} */ server) {
  const { readyNotification } = server.config;
  const isReady = () => !readyNotification || server.notified.has(readyNotification);
  const end = performance.now() + limit;
  while (!isReady() && performance.now() < end && !server.isDead) await sleep(5);
}

/** Does something up to `n` times, at least once, and no more once `patience` milliseconds are over; tells how many times. */
async function repeat(n, patience, action) {
  const from = performance.now();
  let i = 0;
  while (i < n && (i === 0 || performance.now() - from < patience)) await action(i++);
  return i;
}

export class ServerRun {
  /** Samples by what was measured; not-a-number stands for a lost one. */
  samples = {};
  /** How much each request was answered with; a text if it failed. */
  answers = {};

  /**
   * @param isHidden whether it is measured for a comparison alone, and stands in no table
   * @param name by which the results go
   */
  constructor(config, sites, { name = config.name, isHidden = false } = {}) {
    this.config = config;
    this.name = name;
    this.isHidden = isHidden;
    this.sites = sites;
    this.server = new LanguageServer(config);
    this.risk = pathToFileURL(sites.value.file).href;
    this.declaration = pathToFileURL(sites.declaration.file).href;
    this.quietMs = config.quietMs ?? 60;
  }

  add(key, value) {
    if (value === undefined) return;
    (this.samples[key] ??= []).push(value);
  }

  async start() {
    await this.server.start(this.config.workspace);
    const { value, declaration, popular, shared } = this.sites;
    for (const place of [value, declaration, popular, shared]) if (place) await this.open(place.file);
    // A server that diagnoses the open file first has not read all of the workspace by now.
    await untilReady(this.server);
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
    if (!keys.length && times.includes(undefined) && !server.isDead) {
      throw new Error(`${this.name} says nothing after an edit at line ${at.line + 1} of ${uri}`);
    }
    keys.forEach((key, i) => {
      this.add(key, times[i] === undefined ? Number.NaN : times[i] - sent);
    });
    await server.quiet(this.quietMs);
  }

  /**
   * A round of edits of each kind: keystrokes in a title; a value broken and repaired; names edited and put back.
   * @param n how many edits of each kind
   * @param patience after how many milliseconds a server gets no more edits of a kind in this round
   * @param typingPatience the same for keystrokes in a title
   */
  async edits(n, { patience, typingPatience }) {
    const { title, value, anchor, popular, shared } = this.sites;
    const { risk } = this;
    const own = (predicate = anything) => [[risk, predicate]];
    // A standing error in the file, so that every server publishes something on every change.
    await this.edit([], risk, anchor.end, 0, 'zz', own(flags(anchor.end.line)));
    const text = ' revised';
    const typed = await repeat(n, typingPatience, i =>
      this.edit(['type'], risk, after(title.end, i), 0, text.charAt(i % text.length), own()),
    );
    await this.edit([], risk, title.end, typed, '', own());
    await this.edit([], risk, anchor.end, 2, '', own(not(flags(anchor.end.line))));
    await repeat(n, patience * 2, async () => {
      await this.edit(['break'], risk, value.end, 0, 'z', own(flags(value.end.line)));
      await this.edit(['repair'], risk, value.end, 1, '', own(not(flags(value.end.line))));
    });
    if (this.config.crossFile) await repeat(n / 2, patience, () => this.editReferencedName());
    if (popular) await repeat(n / 2, patience, () => this.editNameOfMany('popular', popular));
    if (shared) await repeat(n / 2, patience, () => this.editNameOfMany('shared', shared));
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

  /** A letter is added to a name that many use, and taken away: until the last file in which it stands has its diagnostics. */
  async editNameOfMany(key, { file, end, users }) {
    const { server } = this;
    const uris = users.files.map(each => pathToFileURL(each).href);
    for (const [remove, insert] of [
      [0, 'z'],
      [1, ''],
    ]) {
      const last = server.waitForAll(uris, limit);
      const sent = server.edit(pathToFileURL(file).href, end, remove, insert);
      const time = await last;
      this.add(key, time === undefined ? Number.NaN : time - sent);
      await server.quiet(this.quietMs);
    }
  }

  async requests(n, { patience }) {
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
    await repeat(n, patience, async () => {
      for (const [key, method, params, isOffered] of list) {
        if (!isOffered) continue;
        const { milliseconds, result } = await server.request(method, params, limit);
        this.answers[key] = result?.error ? String(result.error).slice(0, 80) : sizeOf(result);
        this.add(key, result?.error ? Number.NaN : milliseconds);
      }
    });
    if (offers.completionProvider) await repeat(n, patience, () => this.completionWhileTyping(completion.position));
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
  }

  /** Memory at rest after all that was done, and its peak. */
  async noteMemory() {
    await sleep(2000);
    this.add('rss.edits', this.server.residentMemory());
    this.add('rss.peak', this.server.peakMemory());
  }
}

const after = ({ line, character }, more) => ({ line, character: character + more });

function sizeOf(result) {
  if (result === null || result === undefined) return 0;
  if (result.changes) return Object.values(result.changes).flat().length;
  if (result.documentChanges) return result.documentChanges.flatMap(({ edits = [] }) => edits).length;
  return (result.items ?? result.data ?? (Array.isArray(result) ? result : [result])).length;
}
