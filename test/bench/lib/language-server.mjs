/** One language server under test: started by its command line, spoken to over stdio, as an editor does. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { peakMemory, processTree, residentMemory } from './processes.mjs';

export const sleep = milliseconds => new Promise(done => setTimeout(done, milliseconds));

/** Editors and servers escape URIs differently. */
export const plainUri = uri => decodeURIComponent(uri);

const tokenTypes =
  'namespace type class enum interface struct typeParameter parameter variable property enumMember event function method macro keyword modifier comment string number regexp operator';

const capabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: false },
    didChangeWatchedFiles: { dynamicRegistration: false },
    symbol: {},
    diagnostics: { refreshSupport: false },
  },
  textDocument: {
    synchronization: { didSave: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    hover: { contentFormat: ['markdown'] },
    definition: { linkSupport: true },
    references: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
    semanticTokens: {
      requests: { full: true, range: true },
      formats: ['relative'],
      tokenTypes: tokenTypes.split(' '),
      tokenModifiers: ['declaration', 'definition', 'readonly'],
    },
  },
  window: { workDoneProgress: true },
};

/** The value of a dotted section of the settings. */
const sectionOf = (settings, section = '') =>
  section
    .split('.')
    .filter(Boolean)
    .reduce((value, key) => value?.[key], settings) ?? null;

/**
 * @typedef {object} Started what there is once a server is started
 * @property {import('node:child_process').ChildProcessWithoutNullStreams} child
 * @property {import('vscode-languageserver-protocol/node').MessageConnection} connection
 * @property {Promise<void>} exited
 * @property {number} startedAt
 */

export class LanguageServer {
  /** @type {Started | undefined} */
  #started;

  constructor(config) {
    this.config = config;
    /** @type {import('vscode-languageserver-protocol').ServerCapabilities} */
    this.offers = {};
    this.versions = new Map();
    /** The last diagnostics of each file, by plain URI. */
    this.diagnostics = new Map();
    this.listeners = new Set();
    this.publications = 0;
    this.lastPublication = 0;
    /** When each method was notified first. */
    this.notified = new Map();
    /** All that was notified beside diagnostics: `{ method, params, time }`. */
    this.notifications = [];
    /**
     * Called with each method and its parameters.
     * @type {((method: string, params: unknown) => void) | undefined}
     */
    this.onNotification = undefined;
    this.stderr = '';
    this.isDead = false;
  }

  get #running() {
    if (!this.#started) throw new Error(`${this.config.name} is not started`);
    return this.#started;
  }

  get connection() {
    return this.#running.connection;
  }

  /** Resolves once the process has ended. */
  get exited() {
    return this.#running.exited;
  }

  /** When the process was started. */
  get startedAt() {
    return this.#running.startedAt;
  }

  /** Starts the server on a folder; resolves once it is initialized. */
  async start(folder) {
    const { command, args = [], env, settings = {}, initializationOptions = {} } = this.config;
    const uri = pathToFileURL(folder).href;
    const folders = [{ uri, name: 'bench' }];
    const startedAt = performance.now();
    const child = spawn(command, args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      cwd: folder,
    });
    child.stderr.on('data', data => {
      this.stderr = (this.stderr + data).slice(-4000);
    });
    /** @type {Promise<void>} */
    const exited = new Promise(done => {
      child.on('exit', () => {
        this.isDead = true;
        done();
      });
    });
    const connection = this.connect(child, settings, folders);
    this.#started = { child, connection, exited, startedAt };
    const answer = connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: uri,
      rootPath: folder,
      workspaceFolders: folders,
      capabilities,
      initializationOptions,
    });
    const died = exited.then(() => Promise.reject(new Error(`${this.config.name} died: ${this.stderr}`)));
    died.catch(() => {});
    this.offers = (await Promise.race([answer, died])).capabilities;
    this.initializedAt = performance.now();
    this.notify('initialized', {});
    if (this.config.settings) this.notify('workspace/didChangeConfiguration', { settings });
  }

  /** Sends a notification. That the server is gone is noticed elsewhere. */
  notify(method, params) {
    this.connection.sendNotification(method, params).catch(() => {});
  }

  connect(/** @type {Started['child']} */ child, settings, folders) {
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.onError(() => {});
    connection.onClose(() => {});
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics, version }) =>
      this.noteDiagnostics(uri, diagnostics, version),
    );
    connection.onRequest('workspace/configuration', ({ items }) =>
      items.map(({ section }) => sectionOf(settings, section)),
    );
    connection.onRequest('workspace/workspaceFolders', () => folders);
    connection.onRequest(() => null);
    connection.onNotification((method, params) => {
      const time = performance.now();
      if (!this.notified.has(method)) this.notified.set(method, time);
      this.notifications.push({ method, params, time });
      this.onNotification?.(method, params);
    });
    connection.listen();
    return connection;
  }

  noteDiagnostics(uri, diagnostics, version) {
    const time = performance.now();
    this.publications++;
    this.lastPublication = time;
    this.diagnostics.set(plainUri(uri), diagnostics);
    for (const listener of [...this.listeners]) listener(plainUri(uri), diagnostics, time, version);
  }

  /**
   * Resolves to the time at which diagnostics that satisfy the predicate arrived; undefined after the limit (milliseconds).
   * @returns {Promise<number | undefined>}
   */
  wait(uri, predicate, limit = 60_000, version = 0) {
    return new Promise(done => {
      const end = time => {
        clearTimeout(timer);
        this.listeners.delete(listener);
        done(time);
      };
      const listener = (published, diagnostics, time, ofVersion) => {
        const isCurrent = ofVersion === undefined || ofVersion === null || ofVersion >= version;
        if (published === plainUri(uri) && isCurrent && predicate(diagnostics)) end(time);
      };
      const timer = setTimeout(() => end(undefined), limit);
      this.listeners.add(listener);
      void this.exited.then(() => end(undefined));
    });
  }

  /**
   * Resolves to the time at which the last of some files was published; undefined after the limit (milliseconds).
   * @returns {Promise<number | undefined>}
   */
  waitForAll(uris, limit = 60_000) {
    const waiting = new Set(uris.map(plainUri));
    return new Promise(done => {
      const end = time => {
        clearTimeout(timer);
        this.listeners.delete(listener);
        done(time);
      };
      const listener = (published, _diagnostics, time) => {
        if (waiting.delete(published) && !waiting.size) end(time);
      };
      const timer = setTimeout(() => end(undefined), limit);
      this.listeners.add(listener);
      void this.exited.then(() => end(undefined));
    });
  }

  /** Waits until nothing was published for a while. */
  async quiet(milliseconds, limit = 60_000) {
    const from = performance.now();
    while (performance.now() - from < limit && !this.isDead) {
      const idle = performance.now() - Math.max(this.lastPublication, from);
      if (idle >= milliseconds) return;
      await sleep(Math.min(milliseconds, milliseconds - idle + 1));
    }
  }

  /** Opens a file; returns its URI. */
  open(file) {
    const uri = pathToFileURL(file).href;
    const text = readFileSync(file, 'utf8');
    this.versions.set(uri, 1);
    this.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: this.config.languageId, version: 1, text },
    });
    return uri;
  }

  /** The version that the next edit of a document will have. */
  nextVersion(uri) {
    return (this.versions.get(uri) ?? 0) + 1;
  }

  /** Sends one incremental edit; returns the time just before it was sent. */
  edit(uri, { line, character }, remove, insert) {
    const version = this.nextVersion(uri);
    this.versions.set(uri, version);
    const time = performance.now();
    this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [
        {
          range: { start: { line, character }, end: { line, character: character + remove } },
          rangeLength: remove,
          text: insert,
        },
      ],
    });
    return time;
  }

  /** Sends a request. Resolves to its result or `{ error }`, with the time it took in milliseconds. */
  async request(method, params, limit = 120_000) {
    const time = performance.now();
    let timer;
    const result = await Promise.race([
      this.connection.sendRequest(method, params).catch(error => ({ error: String(error.message ?? error) })),
      this.exited.then(() => ({ error: 'the server exited' })),
      new Promise(done => {
        timer = setTimeout(() => done({ error: 'time limit' }), limit);
      }),
    ]);
    clearTimeout(timer);
    return { milliseconds: performance.now() - time, result };
  }

  residentMemory() {
    return residentMemory(this.#running.child.pid);
  }

  peakMemory() {
    return peakMemory(this.#running.child.pid);
  }

  /** Asks the server to end, and ends it and what it started after a moment. */
  async stop() {
    if (this.isDead) return;
    const pids = processTree(this.#running.child.pid);
    this.connection
      .sendRequest('shutdown')
      .then(() => this.connection.sendNotification('exit'))
      .catch(() => {});
    await Promise.race([this.exited, sleep(1500)]);
    for (const pid of pids.reverse()) {
      try {
        process.kill(Number(pid), 'SIGKILL');
      } catch {
        // It is gone.
      }
    }
    await Promise.race([this.exited, sleep(1500)]);
    this.connection.dispose();
  }
}
