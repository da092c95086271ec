import { PassThrough } from 'node:stream';
import {
  createConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  ProposedFeatures,
  StreamMessageReader as ServerReader,
  StreamMessageWriter as ServerWriter,
} from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  ShowMessageNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { borderOf } from '../../server/protocol/border.ts';
import { ClientUris } from '../../server/protocol/client-uris.ts';
import { Methods, type StatusParams } from '../../server/protocol/protocol.ts';
import { serve } from '../../server/server.ts';
import type { KeepingDelays } from '../../server/session/findings-keeper.ts';
import type { Host, HostContext } from '../../server/session/host.ts';
import { type FileSystem, fileSystemOf } from '../../src/workspace/identity.ts';
import type { FindingsStore } from '../../src/workspace/store/store.ts';
import { isWithin } from '../../src/workspace/uri.ts';
import { vscodeCapabilities } from './clients.ts';

export interface ClientOptions {
  readonly today?: string;
  readonly settings?: object;
  readonly gate?: Promise<void>;
  /** The one file that waits for the gate; all do if left out. */
  readonly gated?: string;
  readonly existing?: 'all';
  readonly store?: FindingsStore;
  readonly keepingDelays?: KeepingDelays;
  /** What differs from the usual host. */
  readonly host?: (context: HostContext, usual: Host) => Partial<Host>;
  readonly fileSystem?: FileSystem;
  readonly realUri?: (uri: string) => string | undefined;
  /** What differs from the usual request: one folder `file:///w`, in a workspace that is trusted. */
  readonly initialize?: Partial<InitializeParams>;
  readonly trusted?: boolean;
}

/** A real server over streams, with files in memory, and a client that remembers what it is told. */
export class Client {
  readonly connection: ProtocolConnection;
  readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  /** Every publication, in order. */
  readonly published: { uri: string; version: number | undefined; messages: string[] }[] = [];
  readonly files: Map<string, string>;
  /** What the user was told in messages. */
  readonly messages: string[] = [];
  status: StatusParams | undefined;
  /** What each status said of the findings, and how many publications came before it. */
  readonly statuses: { findings: StatusParams['findings']; after: number }[] = [];
  private version = 1;

  /** Reading a file waits for this. */
  readonly gate: Promise<void>;

  private constructor(files: Readonly<Record<string, string>>, options: ClientOptions) {
    const { today = '2026-06-01', store, keepingDelays } = options;
    this.gate = options.gate ?? Promise.resolve();
    this.files = new Map(Object.entries(files));
    const up = new PassThrough();
    const down = new PassThrough();
    const uris = new ClientUris(options.fileSystem ?? fileSystemOf('linux'), options.realUri ?? (() => undefined));
    const border = borderOf(uris, new ServerWriter(down));
    const usual: Host = {
      findFiles: async folder => ({ uris: [...this.files.keys()].filter(uri => isWithin(uri, folder)) }),
      readFile: async uri => {
        if (uri === (options.gated ?? uri)) await this.gate;
        const text = this.files.get(uri);
        return text === undefined ? undefined : { text };
      },
      fileExists: uri => options.existing === 'all' || this.files.has(uri),
      // As every host that reads disks has it; around these files there is nothing.
      enclosingIsms: async () => undefined,
    };
    serve({
      connection: createConnection(ProposedFeatures.all, new ServerReader(up), border.writer, border.options),
      uris,
      positions: border.positions,
      host: context => ({ ...usual, ...options.host?.(context, usual) }),
      today: () => today,
      rulePages: 'file:///pages',
      store: () => store,
      keepingDelays,
    });
    this.connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    this.connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, version, diagnostics }) => {
      this.diagnostics.set(uri, diagnostics);
      this.published.push({ uri, version, messages: diagnostics.map(({ message }) => String(message)) });
    });
    this.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      this.messages.push(message);
    });
    this.connection.onNotification(Methods.status, (status: StatusParams) => {
      this.status = status;
      this.statuses.push({ findings: status.findings, after: this.published.length });
    });
    for (const method of ['client/registerCapability', 'workspace/configuration', 'window/workDoneProgress/create'])
      this.connection.onRequest(method, () => null);
    this.connection.listen();
  }

  /** Starts a server on these files and waits until it has read them. */
  static async start(files: Readonly<Record<string, string>>, options: ClientOptions = {}): Promise<Client> {
    const client = new Client(files, options);
    client.initialized = await client.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: 'file:///w', name: 'w' }],
      capabilities: vscodeCapabilities,
      ...options.initialize,
      initializationOptions: {
        settings: options.settings ?? {},
        trusted: options.trusted ?? true,
        host: 'browser',
        supports: { status: true, catalogues: true, suggestCommand: true, fileEvents: true },
        storage: options.store && 'file:///storage',
      },
    });
    await client.connection.sendNotification('initialized', {});
    if (!options.gate) await client.settled();
    return client;
  }

  initialized: InitializeResult | undefined;

  /** Resolves once everything sent so far has been dealt with. */
  async settled(): Promise<void> {
    await this.connection.sendRequest(Methods.check, {});
  }

  async open(uri: string, text = this.files.get(uri) ?? ''): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'isms', version: this.version, text },
    });
    await this.settled();
  }

  /** Replaces a range (0-based line and column) by a text. */
  async change(uri: string, from: [number, number], to: [number, number], text: string): Promise<void> {
    this.version++;
    const at = ([line, character]: [number, number]) => ({ line, character });
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: this.version },
      contentChanges: [{ range: { start: at(from), end: at(to) }, text }],
    });
    await this.settled();
  }

  at(
    uri: string,
    line: number,
    character: number,
  ): { textDocument: { uri: string }; position: { line: number; character: number } } {
    return { textDocument: { uri }, position: { line, character } };
  }

  codes(uri: string): string[] {
    return (this.diagnostics.get(uri) ?? []).map(({ code }) => String(code)).sort();
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
  }
}
