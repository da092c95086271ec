/**
 * One session with a client: the workspace core, the open documents, and what was published. A change is applied, checked and
 * published at once, in the notification's own turn; there is nothing to wait for, to cancel or to lose.
 */

import type { Connection, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rules } from '../src/rules/generated/registry.ts';
import { configFileName, lockFileName } from '../src/workspace/config.ts';
import type { Diagnostic } from '../src/workspace/diagnostic.ts';
import { baseName, isWithin } from '../src/workspace/uri.ts';
import { Workspace, type WorkspaceSettings } from '../src/workspace/workspace.ts';
import { toLspDiagnostics } from './diagnostics.ts';
import type { Host } from './host.ts';

export interface SessionOptions {
  readonly connection: Connection;
  readonly host: Host;
  readonly settings: WorkspaceSettings;
  readonly today: string;
  /** Called after each publication. */
  readonly onUpdate: () => void;
}

interface OpenDocument {
  version: number;
  /** Kept only until the workspace is loaded; then the core has the text. */
  early: TextDocument | undefined;
}

export class Session {
  readonly workspace: Workspace;
  /** The last published diagnostics of each file that has any. */
  readonly published = new Map<string, readonly Diagnostic[]>();
  private readonly connection: Connection;
  private readonly host: Host;
  private readonly onUpdate: () => void;
  private readonly open = new Map<string, OpenDocument>();
  private loaded = false;

  constructor(options: SessionOptions) {
    this.connection = options.connection;
    this.host = options.host;
    this.onUpdate = options.onUpdate;
    this.workspace = new Workspace({
      rules,
      today: options.today,
      settings: options.settings,
      fileExists: uri => options.host.fileExists(uri),
    });
  }

  /** Reads the files of the folders. Documents that are open win over the files on disk. */
  async load(folders: readonly string[]): Promise<void> {
    const found = new Set<string>();
    for (const folder of folders) for (const uri of await this.host.findFiles(folder)) found.add(uri);
    const texts = await Promise.all([...found].map(async uri => [uri, await this.host.readFile(uri)] as const));
    const files = new Map<string, string>();
    for (const [uri, text] of texts) if (text !== undefined) files.set(uri, text);
    for (const [uri, document] of this.open) {
      if (document.early) files.set(uri, document.early.getText());
      document.early = undefined;
    }
    this.loaded = true;
    this.workspace.setFiles([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
    this.update();
  }

  /** Whether all files have been read. */
  get isLoaded(): boolean {
    return this.loaded;
  }

  didOpen(uri: string, version: number, text: string): void {
    this.open.set(uri, { version, early: this.loaded ? undefined : TextDocument.create(uri, 'isms', version, text) });
    if (!this.loaded) return;
    this.workspace.setFiles([[uri, text]]);
    this.update([uri]);
  }

  didChange(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const document = this.open.get(uri);
    if (!document) return;
    document.version = version;
    if (document.early) {
      document.early = TextDocument.update(document.early, [...changes], version);
      return;
    }
    if (isCoreFile(uri)) this.workspace.editFile(uri, changes);
    this.update([uri]);
  }

  /** A document was closed: what is on disk counts again. */
  async didClose(uri: string): Promise<void> {
    this.open.delete(uri);
    if (this.loaded) await this.reread([uri]);
  }

  /** Files came, went or changed on disk. */
  async filesChanged(uris: readonly string[]): Promise<void> {
    if (!this.loaded) return;
    this.workspace.filesChanged();
    await this.reread(uris.filter(uri => !this.open.has(uri)));
  }

  async foldersChanged(added: readonly string[], removed: readonly string[]): Promise<void> {
    for (const folder of removed) {
      for (const uri of this.workspace.files())
        if (isWithin(uri, folder) && !this.open.has(uri)) this.workspace.removeFile(uri);
    }
    const uris = (await Promise.all(added.map(folder => this.host.findFiles(folder)))).flat();
    await this.reread(uris.filter(uri => !this.open.has(uri)));
  }

  /** Checks what has changed and publishes the files whose diagnostics differ, and those of `always`. */
  update(always: readonly string[] = []): void {
    const changed = this.workspace.update();
    for (const uri of always) changed.add(uri);
    for (const uri of [...changed].sort()) this.publish(uri, always.includes(uri));
    this.onUpdate();
  }

  private async reread(uris: readonly string[]): Promise<void> {
    const read = await Promise.all(uris.map(async uri => [uri, await this.host.readFile(uri)] as const));
    // An answer that comes after the document was opened is out of date.
    for (const [uri, text] of read) {
      if (this.open.has(uri)) continue;
      if (text === undefined) this.workspace.removeFile(uri);
      else this.workspace.setFiles([[uri, text]]);
    }
    this.update();
  }

  private publish(uri: string, always: boolean): void {
    const diagnostics = this.workspace.diagnostics(uri);
    if (!always && !diagnostics.length && !this.published.has(uri)) return;
    if (diagnostics.length) this.published.set(uri, diagnostics);
    else this.published.delete(uri);
    const version = this.open.get(uri)?.version;
    void this.connection.sendDiagnostics({ uri, version, diagnostics: toLspDiagnostics(diagnostics) });
  }
}

const isCoreFile = (uri: string): boolean => baseName(uri) !== configFileName && baseName(uri) !== lockFileName;
