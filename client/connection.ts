import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  type InitializationOptions,
  Methods,
  openPlaceCommand,
  type Requests,
  type StatusParams,
  watchedFiles,
} from '../server/protocol/protocol.ts';
import { documentSelector } from './documents.ts';
import { serveFiles } from './files.ts';

/** What differs between the Node and the browser extension host. */
export interface Host {
  kind: InitializationOptions['host'];
  createClient(id: string, name: string, options: LanguageClientOptions): BaseLanguageClient;
  /** Ends what a stopped client may leave behind. */
  end?(): void;
}

/** What the connection is given, and whom it tells of the server's news. */
export interface ConnectionOptions {
  /** A folder of the workspace's own but outside it, where the server may keep what it finds. */
  readonly storage: vscode.Uri | undefined;
  readonly onStatus: (status: StatusParams) => void;
  readonly onViewsChanged: () => void;
}

/** How to ask the server something. */
export interface Server {
  /** Sends a request once the server is up. Rejects with the server's message when it fails or cannot be started. */
  request<M extends keyof Requests>(
    method: M,
    params?: Requests[M][0],
    token?: vscode.CancellationToken,
  ): Promise<Requests[M][1]>;
  /** Changes documents as the server says it (a `WorkspaceEdit`), as one undo. Resolves to whether they have changed. */
  applyEdit(edit: object): Promise<boolean>;
}

/** The one language server of this window: started, asked, restarted, stopped. */
export class Connection implements Server, vscode.Disposable {
  readonly #host: Host;
  readonly #output: vscode.LogOutputChannel;
  readonly #options: ConnectionOptions;
  #client: BaseLanguageClient | undefined;
  #watchers: vscode.FileSystemWatcher[] = [];

  constructor(host: Host, output: vscode.LogOutputChannel, options: ConnectionOptions) {
    this.#host = host;
    this.#output = output;
    this.#options = options;
  }

  /** Starts a server; resolves when it answers. */
  async start(): Promise<void> {
    this.#watchers = watchFiles();
    const client = this.#host.createClient('isms', 'ISMS', this.#clientOptions());
    this.#client = client;
    serveFiles(client);
    client.onNotification(Methods.status, (status: StatusParams) => this.#options.onStatus(status));
    client.onNotification(Methods.viewsChanged, () => this.#options.onViewsChanged());
    await client.start();
  }

  /** Ends the server, however it fares, and starts a new one. */
  async restart(): Promise<void> {
    await this.#stop();
    await this.start();
    this.#options.onViewsChanged();
  }

  async request<M extends keyof Requests>(
    method: M,
    params?: Requests[M][0],
    token?: vscode.CancellationToken,
  ): Promise<Requests[M][1]> {
    const client = this.#client;
    if (!client)
      throw new Error(vscode.l10n.t('The language server is not running. Run “ISMS: Restart Language Server”.'));
    // Resolved while it runs; after a crash it waits for the new server, or tries once more.
    await client.start().catch(error => {
      throw new Error(
        vscode.l10n.t('The language server does not run ({0}). Its output says more.', String(error.message ?? error)),
      );
    });
    return client.sendRequest<Requests[M][1]>(method, params ?? {}, token);
  }

  async applyEdit(edit: object): Promise<boolean> {
    const converted = await this.#client?.protocol2CodeConverter.asWorkspaceEdit(edit);
    return converted !== undefined && vscode.workspace.applyEdit(converted);
  }

  /** Tells the server something that needs no answer; drops it where there is no server, who asks when it starts. */
  notify(method: string, params: object): void {
    if (this.#client?.isRunning()) void this.#client.sendNotification(method, params);
  }

  /** Says that the server could not be started, and offers the two things that help. */
  async reportFailedStart(error: unknown): Promise<void> {
    const message = error instanceof Error ? error.message : String(error);
    this.#output.error(`The language server could not be started: ${message}`);
    const [again, show] = [vscode.l10n.t('Restart'), vscode.l10n.t('Show Output')] as const;
    const choice = await vscode.window.showErrorMessage(
      vscode.l10n.t('The ISMS language server could not be started: {0}', message),
      again,
      show,
    );
    if (choice === again) void vscode.commands.executeCommand('isms.restartServer');
    if (choice === show) this.#output.show();
  }

  async dispose(): Promise<void> {
    await this.#stop();
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    for (const watcher of this.#watchers.splice(0)) watcher.dispose();
    try {
      await client?.dispose();
    } catch (error) {
      // A server that never started or hangs cannot be stopped politely; what matters is that it is gone.
      this.#output.debug(`while stopping: ${error}`);
    }
    this.#host.end?.();
  }

  #clientOptions(): LanguageClientOptions {
    return {
      documentSelector: documentSelector(),
      outputChannel: this.#output,
      diagnosticCollectionName: 'isms',
      // Hovers lead to what they name by this command, and by no other.
      markdown: { isTrusted: { enabledCommands: [openPlaceCommand] } },
      connectionOptions: { maxRestartCount: 3 },
      initializationOptions: (): InitializationOptions => ({
        // Through JSON: the proxy that VS Code gives cannot be sent to a worker.
        settings: JSON.parse(JSON.stringify(vscode.workspace.getConfiguration('isms'))),
        trusted: vscode.workspace.isTrusted,
        supports: {
          status: true,
          views: true,
          catalogues: true,
          pictures: true,
          suggestCommand: true,
          showReferences: true,
          showReadiness: true,
          openPlace: true,
          chooseRefactoring: true,
          fileEvents: true,
        },
        storage: this.#options.storage?.toString(),
        host: this.#host.kind,
      }),
      synchronize: { configurationSection: 'isms', fileEvents: this.#watchers },
    };
  }
}

/**
 * Tells the server of changes to its own kinds of file, and of everything that comes and goes: of a deleted folder VS
 * Code names only the folder, not the files that were in it, and an evidence file may be of any kind.
 */
function watchFiles(): vscode.FileSystemWatcher[] {
  const watch = vscode.workspace.createFileSystemWatcher;
  return [...watchedFiles.map(glob => watch(glob, true, false, true)), watch('**/*', false, true, false)];
}
