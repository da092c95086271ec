/** A client of the protocol like any other: it says what it takes, and notes whatever it is sent that it did not ask for. */
import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  type InitializeResult,
  ProposedFeatures,
  StreamMessageReader as ServerReader,
  StreamMessageWriter as ServerWriter,
} from 'vscode-languageserver/node';
import {
  createMessageConnection,
  type MessageConnection,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { CatalogueFiles } from '../../server/features/shared/catalogues.ts';
import { borderOf } from '../../server/protocol/border.ts';
import { ClientUris } from '../../server/protocol/client-uris.ts';
import type { Supports } from '../../server/protocol/protocol.ts';
import { serve } from '../../server/server.ts';
import { fileSystemOf } from '../../src/workspace/identity.ts';

export interface GenericOptions {
  readonly capabilities: ClientCapabilities;
  readonly supports?: Supports;
  readonly settings?: unknown;
  /** What the client answers when it is asked for the settings; unanswered if left out. */
  readonly configuration?: () => unknown;
  readonly catalogueFiles?: CatalogueFiles;
  /** Files that are no texts. */
  readonly bytes?: Readonly<Record<string, Uint8Array>>;
}

/** Something that was sent: its method, and what came with it. */
export interface Sent {
  readonly method: string;
  readonly params: unknown;
}

export class GenericClient {
  readonly connection: MessageConnection;
  readonly files: Map<string, string>;
  /** All that the server has sent beside answers. */
  readonly sent: Sent[] = [];
  initialized: InitializeResult | undefined;
  /** Whether it applies the edits that it is sent. */
  applies = true;
  private readonly writer: PassThrough;
  private version = 0;

  private constructor(files: Readonly<Record<string, string>>, options: GenericOptions) {
    this.files = new Map(Object.entries(files));
    const up = new PassThrough();
    const down = new PassThrough();
    this.writer = up;
    const uris = new ClientUris(fileSystemOf('linux'), () => undefined);
    const border = borderOf(uris, new ServerWriter(down));
    serve({
      connection: createConnection(ProposedFeatures.all, new ServerReader(up), border.writer, border.options),
      uris,
      positions: border.positions,
      host: () => ({
        findFiles: async folder => ({ uris: [...this.files.keys()].filter(uri => uri.startsWith(`${folder}/`)) }),
        readFile: async uri => {
          const text = this.files.get(uri);
          return text === undefined ? undefined : { text };
        },
        fileExists: uri => this.files.has(uri),
        readBytes: async uri => {
          const bytes = options.bytes?.[uri];
          return bytes ? { bytes } : { reason: 'there is no such file' };
        },
      }),
      today: () => '2026-06-01',
      rulePages: 'file:///pages',
      ...(options.catalogueFiles && { catalogueFiles: () => options.catalogueFiles as CatalogueFiles }),
    });
    this.connection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    this.connection.onRequest((method, params) => {
      this.sent.push({ method, params });
      if (method === 'workspace/configuration') return options.configuration ? options.configuration() : [null];
      return method === 'workspace/applyEdit' ? { applied: this.applies } : null;
    });
    this.connection.onNotification((method, params) => {
      this.sent.push({ method, params });
    });
    this.connection.onUnhandledProgress(params => {
      this.sent.push({ method: '$/progress', params });
    });
    this.connection.listen();
  }

  /** A client whose server has not been initialized. */
  static connect(files: Readonly<Record<string, string>>, options: GenericOptions): GenericClient {
    return new GenericClient(files, options);
  }

  /** A client whose server has read these files. */
  static async start(files: Readonly<Record<string, string>>, options: GenericOptions): Promise<GenericClient> {
    const client = new GenericClient(files, options);
    client.initialized = await client.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: 'file:///w', name: 'w' }],
      capabilities: options.capabilities,
      initializationOptions: { settings: options.settings, supports: options.supports },
    });
    await client.connection.sendNotification('initialized', {});
    await client.settled();
    return client;
  }

  /** Resolves once everything sent so far has been dealt with, answers to the server included. */
  async settled(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) await this.connection.sendRequest('isms/check', {});
  }

  async open(uri: string, text: string, languageId = 'isms'): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: ++this.version, text },
    });
  }

  async change(uri: string, contentChanges: readonly unknown[]): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++this.version },
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Sends a message as it is. */
  raw(message: unknown): void {
    const content = JSON.stringify(message);
    this.writer.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
  }

  /** The answer to a request, or its error. */
  async ask(
    method: string,
    params: unknown,
  ): Promise<{ readonly result: unknown } | { readonly error: ResponseError }> {
    try {
      return { result: await this.connection.sendRequest(method, params) };
    } catch (error) {
      if (error instanceof ResponseError) return { error };
      throw error;
    }
  }

  /** The diagnostics of a file that were sent last. */
  diagnostics(uri: string): readonly Record<string, unknown>[] {
    const last = this.sent.findLast(
      ({ method, params }) => method === 'textDocument/publishDiagnostics' && (params as { uri: string }).uri === uri,
    );
    return (last?.params as { diagnostics: Record<string, unknown>[] } | undefined)?.diagnostics ?? [];
  }

  codes(uri: string): string[] {
    return this.diagnostics(uri)
      .map(({ code }) => String(code))
      .sort();
  }

  /** What was told in the log. */
  log(): string[] {
    return this.sent.flatMap(({ method, params }) =>
      method === 'window/logMessage' ? [(params as { message: string }).message] : [],
    );
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
  }
}
