/** A server with an editor and a disk around it, all in memory; the questions that the server asks are answered when a test says so. */
import type { Connection, Diagnostic } from 'vscode-languageserver';
import { ClientUris } from '../../../server/protocol/client-uris.ts';
import { positionBorder } from '../../../server/protocol/position-border.ts';
import { Methods, type StatusParams } from '../../../server/protocol/protocol.ts';
import { serve } from '../../../server/server.ts';
import type { Host } from '../../../server/session/host.ts';
import type { Rule } from '../../../src/rules/rule.ts';
import { fileSystemOf } from '../../../src/workspace/identity.ts';
import type { FindingsStore } from '../../../src/workspace/store/store.ts';
import { isWithin } from '../../../src/workspace/uri.ts';
import { applied, textChanges } from '../../workspace/equality/changes.ts';
import {
  attachments,
  configs,
  files,
  folders,
  locks,
  otherText,
  places,
  settings,
} from '../../workspace/equality/corpus.ts';
import { vscodeCapabilities } from '../clients.ts';
import { type Fault, type Sequence, type Spelling, type Step, spellings, workspaceFolders } from './steps.ts';

type Handler = (params: unknown) => unknown;

/** What the server is told and answers, without a wire: a handler for each message, and what it sends. */
class Wire {
  readonly handlers = new Map<string, Handler>();
  /** The diagnostics that the client shows. */
  readonly shown = new Map<string, readonly Diagnostic[]>();
  status: unknown;
  /** What the client shows when the server says that it shows what an earlier one has kept. */
  stored: ReadonlyMap<string, readonly Diagnostic[]> | undefined;

  get connection(): Connection {
    const register =
      (name: string) =>
      (first: unknown, second?: unknown): void => {
        const named = typeof first === 'string';
        this.handlers.set(named ? first : name, (named ? second : first) as Handler);
      };
    const given: Record<string, unknown> = {
      client: { register: async () => {} },
      console: { error: (message: string) => Promise.reject(new Error(message)), warn: () => {}, info: () => {} },
      sendDiagnostics: async ({ uri, diagnostics }: { uri: string; diagnostics: readonly Diagnostic[] }) => {
        if (diagnostics.length) this.shown.set(uri, diagnostics);
        else this.shown.delete(uri);
      },
      sendNotification: async (method: string, params: unknown) => {
        if (method !== Methods.status) return;
        this.status = params;
        if ((params as StatusParams).findings === 'stored') this.stored = new Map(this.shown);
      },
      listen: () => {},
    };
    const proxy = (own: Record<string, unknown>): Connection =>
      new Proxy(own, {
        get: (target, name) => {
          if (name in target) return target[String(name)];
          return String(name).startsWith('on') ? register(String(name)) : proxy({});
        },
      }) as unknown as Connection;
    return proxy(given);
  }

  send(name: string, params: unknown): unknown {
    return this.handlers.get(name)?.(params);
  }
}

export class Editor {
  readonly disk = new Map<string, string>();
  readonly attachments = new Set<string>(attachments.slice(0, 1));
  readonly open = new Map<string, string>();
  folders: readonly string[];
  settings: object = settings[0];
  /** Where the server keeps findings; nowhere if left out. */
  store: FindingsStore | undefined;
  /** Instead of those of the product. */
  rules: readonly Rule[] | undefined;
  spelling: Spelling = 'plain';
  /** What cannot be read. */
  private readonly faults = new Map<string, Fault>();
  private readonly wire = new Wire();
  private version = 1;
  /** What the host has been asked and has not answered. */
  private waiting: (() => void)[] = [];
  private isReady = false;

  constructor(disk: Iterable<readonly [string, string]>, folders: readonly string[], settings: object = {}) {
    for (const [uri, text] of disk) this.disk.set(uri, text);
    this.folders = folders;
    this.settings = settings;
  }

  /** Starts the server. */
  start(): void {
    const host: Host = {
      findFiles: folder => {
        if (this.faults.get(folder) === 'thrown') return this.failLater();
        const closed = [...this.faults.keys()].filter(
          uri => workspaceFolders.includes(uri) && (uri === folder || isWithin(uri, folder)),
        );
        const uris = [...this.disk.keys()].filter(
          uri => isWithin(uri, folder) && !closed.some(other => isWithin(uri, other)),
        );
        return this.later({ uris, unread: closed.map(uri => ({ uri, reason: 'you may not' })) });
      },
      readFile: uri => {
        const text = this.disk.get(uri);
        const fault = text === undefined ? undefined : this.faultOf(uri);
        if (fault === 'thrown') return this.failLater();
        return this.later(fault ? { reason: 'you may not' } : text === undefined ? undefined : { text });
      },
      fileExists: uri => this.attachments.has(uri) || this.disk.has(uri),
      // As every host that reads disks has it; of what lies around nothing is an ISMS.
      enclosingIsms: () => this.later(undefined),
    };
    const uris = new ClientUris(fileSystemOf('linux'), () => undefined);
    uris.setFolders(this.folders);
    serve({
      connection: this.wire.connection,
      uris,
      positions: positionBorder(),
      host: () => host,
      today: () => '2026-06-01',
      pace: { turn: 0, cells: 1 },
      ...(this.rules && { rules: this.rules }),
      store: () => this.store,
      keepingDelays: { afterLoad: 0, afterChange: 0 },
    });
    this.wire.send('onInitialize', {
      workspaceFolders: this.folders.map(uri => ({ uri, name: uri })),
      capabilities: { workspace: { workspaceFolders: true }, textDocument: vscodeCapabilities.textDocument },
      initializationOptions: {
        settings: this.settings,
        trusted: true,
        storage: this.store && 'file:///storage',
        supports: { status: true, catalogues: true },
      },
    });
    void this.wire.send('onInitialized', {});
    void Promise.resolve(this.wire.send(Methods.check, {})).then(() => {
      this.isReady = true;
    });
  }

  stop(): void {
    this.wire.send('onShutdown', undefined);
  }

  /** An answer that holds what is true now, but comes when it is asked for. */
  private later<T>(answer: T): Promise<T> {
    return new Promise(resolve => this.waiting.push(() => resolve(answer)));
  }

  private failLater(): Promise<never> {
    return new Promise((_, reject) => this.waiting.push(() => reject(new Error('you may not'))));
  }

  private faultOf(uri: string): Fault | undefined {
    const at = [...this.faults.keys()].find(other => other === uri || isWithin(uri, other));
    return at === undefined ? undefined : this.faults.get(at);
  }

  /** Everything can be read again, and the server hears of what changed. */
  heal(): void {
    const healed = [...this.faults.keys()];
    this.faults.clear();
    this.tellOfFiles(healed);
  }

  /** Answers everything until nothing is asked any more. */
  async wait(): Promise<void> {
    for (let quiet = 0; quiet < 3; ) {
      const { waiting } = this;
      this.waiting = [];
      for (const answer of waiting) answer();
      await turn();
      quiet = this.waiting.length || !this.isReady ? 0 : quiet + 1;
    }
  }

  /** What the user sees in the end. */
  shown(): Map<string, unknown> {
    const shown = [...this.wire.shown].sort(([a], [b]) => (a < b ? -1 : 1));
    return new Map<string, unknown>([...shown, ['status', this.wire.status]]);
  }

  /** What the user sees when the server says that it shows what an earlier one has kept. */
  storedShown(): ReadonlyMap<string, unknown> | undefined {
    return this.wire.stored;
  }

  private spelled(uri: string): string {
    return spellings[this.spelling](uri);
  }

  openDocument(uri: string, text: string): void {
    this.open.set(uri, text);
    this.wire.send('onDidOpenTextDocument', {
      textDocument: { uri: this.spelled(uri), languageId: 'isms', version: this.version++, text },
    });
  }

  async take(step: Step): Promise<void> {
    switch (step.do) {
      case 'open': {
        const uri = places[step.file] as string;
        const text = this.disk.get(uri);
        if (text !== undefined && !this.open.has(uri))
          this.openDocument(uri, applied(textChanges(step.changes, text), text));
        break;
      }
      case 'change':
        this.withOpen(step.file, (uri, text) => {
          const contentChanges = textChanges(step.changes, text);
          this.open.set(uri, applied(contentChanges, text));
          const textDocument = { uri: this.spelled(uri), version: this.version++ };
          this.wire.send('onDidChangeTextDocument', { textDocument, contentChanges });
        });
        break;
      case 'save':
        this.withOpen(step.file, (uri, text) => this.write([[uri, text]]));
        break;
      case 'close':
        this.withOpen(step.file, uri => {
          this.open.delete(uri);
          void this.wire.send('onDidCloseTextDocument', { textDocument: { uri: this.spelled(uri) } });
        });
        break;
      case 'write': {
        const uri = places[step.file] as string;
        const text = this.disk.get(uri) ?? files[uri] ?? otherText;
        this.write([[uri, applied(textChanges(step.changes, text), text)]]);
        break;
      }
      case 'delete':
        this.withFile(step.file, uri => this.write([[uri, undefined]]));
        break;
      case 'move':
        this.withFile(step.file, (uri, text) => {
          const to = places[step.to] as string;
          if (to !== uri)
            this.write([
              [uri, undefined],
              [to, text],
            ]);
        });
        break;
      case 'delete folder': {
        const folder = workspaceFolders[step.n] as string;
        for (const uri of this.disk.keys()) if (isWithin(uri, folder)) this.disk.delete(uri);
        for (const uri of this.attachments)
          if (isWithin(uri, folder) && this.isInFolders(uri)) this.attachments.delete(uri);
        this.tellOfFiles([folder]);
        break;
      }
      case 'open or close folder': {
        const folder = workspaceFolders[step.n] as string;
        const isOpen = this.folders.includes(folder);
        this.folders = isOpen ? this.folders.filter(uri => uri !== folder) : [...this.folders, folder];
        const told = [{ uri: folder, name: folder }];
        void this.wire.send('onDidChangeWorkspaceFolders', { added: isOpen ? [] : told, removed: isOpen ? told : [] });
        break;
      }
      case 'config':
        this.write([[`${folders[step.folder]}/isms.config.json`, configs[step.n]]]);
        break;
      case 'lock':
        this.write([[`${folders[step.folder]}/isms.lock.json`, locks[step.n]]]);
        break;
      case 'settings':
        this.settings = settings[step.n] as object;
        this.wire.send('onDidChangeConfiguration', { settings: { isms: this.settings } });
        break;
      case 'attachment': {
        const uri = attachments[step.n] as string;
        // Of what is elsewhere nobody tells the server.
        if (!this.isInFolders(uri)) break;
        if (!this.attachments.delete(uri)) this.attachments.add(uri);
        this.tellOfFiles([uri]);
        break;
      }
      case 'fault': {
        const uri = places[step.file] as string;
        this.faults.set(uri, step.how);
        this.tellOfFiles([uri]);
        break;
      }
      case 'folder fault': {
        const uri = workspaceFolders[step.n] as string;
        this.faults.set(uri, step.how);
        this.tellOfFiles([uri]);
        break;
      }
      case 'heal':
        this.heal();
        break;
      case 'odd batch':
        this.tellOfFiles([places[step.file] as string], ['file:///w/a/%FF.isms', 'file:///w/a/%', 'nonsense']);
        break;
      case 'answer': {
        const [answer] = this.waiting.splice(step.n % Math.max(1, this.waiting.length), 1);
        answer?.();
        break;
      }
      case 'wait':
        await this.wait();
        break;
    }
    await turn();
  }

  private isInFolders(uri: string): boolean {
    return this.folders.some(folder => isWithin(uri, folder));
  }

  private withOpen(n: number, act: (uri: string, text: string) => void): void {
    const open = [...this.open];
    const [uri, text] = open[n % Math.max(1, open.length)] ?? [];
    if (uri !== undefined && text !== undefined) act(uri, text);
  }

  private withFile(n: number, act: (uri: string, text: string) => void): void {
    const uri = places[n] as string;
    const text = this.disk.get(uri);
    if (text !== undefined) act(uri, text);
  }

  /** Files are written, or deleted where there is no text, all at once. */
  private write(texts: readonly (readonly [string, string | undefined])[]): void {
    for (const [uri, text] of texts) {
      if (text === undefined) this.disk.delete(uri);
      else this.disk.set(uri, text);
    }
    this.tellOfFiles(texts.map(([uri]) => uri));
  }

  /** The server hears of files in the folders of the workspace. */
  private tellOfFiles(uris: readonly string[], odd: readonly string[] = []): void {
    // What happens to a folder happens to those that are open in it.
    const all = [...uris, ...this.folders.filter(folder => uris.some(uri => isWithin(folder, uri)))];
    const inFolders = [...odd, ...all.filter(uri => this.folders.includes(uri) || this.isInFolders(uri))];
    if (inFolders.length) {
      void this.wire.send('onDidChangeWatchedFiles', { changes: inFolders.map(uri => ({ uri, type: 2 })) });
    }
  }
}

/** Lives through a sequence, and starts a server afresh with what is there in the end. Returns both, at rest. */
export async function liveAndStartAgain(given: Sequence, rules?: readonly Rule[]): Promise<readonly [Editor, Editor]> {
  const lived = new Editor(
    given.files.map(uri => [uri, files[uri] as string]),
    given.folders,
  );
  lived.rules = rules;
  lived.spelling = given.spelling ?? 'plain';
  lived.start();
  if (given.started) await lived.wait();
  for (const step of given.steps) await lived.take(step);
  lived.heal();
  await lived.wait();
  const fresh = new Editor(lived.disk, lived.folders, lived.settings);
  fresh.rules = rules;
  for (const uri of attachments) {
    if (lived.attachments.has(uri)) fresh.attachments.add(uri);
    else fresh.attachments.delete(uri);
  }
  fresh.start();
  await fresh.wait();
  for (const [uri, text] of lived.open) fresh.openDocument(uri, text);
  await fresh.wait();
  return [lived, fresh];
}

/** Lets everything that does not wait for an answer go on. */
const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
