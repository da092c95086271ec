/**
 * One session with a client: the workspace core, the open documents, and what was published. A change is applied, checked and
 * published at once, in the notification's own turn; there is nothing to wait for, to cancel or to lose.
 */

import type { Connection, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { rules } from '../src/rules/generated/registry.ts';
import { configFileName, lockFileName } from '../src/workspace/config.ts';
import type { Diagnostic } from '../src/workspace/diagnostic.ts';
import { baseName, isWithin } from '../src/workspace/uri.ts';
import { Workspace, type WorkspaceSettings } from '../src/workspace/workspace.ts';
import { toPublishedDiagnostics } from './diagnostics.ts';
import type { Host } from './host.ts';

export interface SessionOptions {
  readonly connection: Connection;
  readonly host: Host;
  readonly settings: WorkspaceSettings;
  readonly today: string;
  /** Called after each publication. */
  readonly onUpdate: () => void;
}

export class Session {
  readonly workspace: Workspace;
  /** The last published diagnostics of each file that has any. */
  readonly published = new Map<string, readonly Diagnostic[]>();
  private readonly connection: Connection;
  private readonly host: Host;
  private readonly onUpdate: () => void;
  /** The versions of the open documents. */
  private readonly open = new Map<string, number>();
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

  /**
   * Reads the files of the folders, in turns of a few milliseconds, so that requests and edits get in between. Open documents
   * win over the files on disk; until all is read only those of their findings are published that need no other file.
   */
  async load(folders: readonly string[], progress: (done: number, total: number) => void = () => {}): Promise<void> {
    const found = new Set<string>();
    for (const folder of folders) for (const uri of await this.host.findFiles(folder)) found.add(uri);
    const texts = await Promise.all([...found].map(async uri => [uri, await this.host.readFile(uri)] as const));
    const files = texts.flatMap(([uri, text]) =>
      text === undefined || this.open.has(uri) ? [] : [[uri, text] as const],
    );
    files.sort(([a], [b]) => (a < b ? -1 : 1));
    let done = 0;
    await inTurns(this.workspace.setFilesSteps(files), () => progress(++done, files.length));
    const changed = await inTurns(this.workspace.updateSteps());
    this.loaded = true;
    this.publishAll(changed, [...this.open.keys()]);
  }

  /** Whether all files have been read. */
  get isLoaded(): boolean {
    return this.loaded;
  }

  didOpen(uri: string, version: number, text: string): void {
    this.open.set(uri, version);
    this.workspace.setFiles([[uri, text]]);
    this.update([uri]);
  }

  didChange(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    if (!this.open.has(uri)) return;
    this.open.set(uri, version);
    this.workspace.editFile(uri, changes);
    this.update([uri]);
  }

  /** A document was closed: what is on disk counts again. */
  async didClose(uri: string): Promise<void> {
    this.open.delete(uri);
    await this.reread([uri]);
  }

  /** Files came, went or changed on disk. */
  async filesChanged(uris: readonly string[]): Promise<void> {
    if (!this.loaded) return;
    this.workspace.filesChanged();
    // Where a folder went, the client names only the folder; a file of another kind may be evidence, but is none of ours.
    const inside = this.workspace.files().filter(file => uris.some(uri => isWithin(file, uri)));
    const ours = new Set([...uris.filter(isCoreFile), ...inside]);
    await this.reread([...ours].filter(uri => !this.open.has(uri)));
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
    if (this.loaded) this.publishAll(this.workspace.update(), always);
    else for (const uri of always) this.send(uri, this.workspace.localDiagnostics(uri));
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

  private publishAll(changed: Set<string>, always: readonly string[]): void {
    for (const uri of always) changed.add(uri);
    for (const uri of [...changed].sort()) {
      const diagnostics = this.workspace.diagnostics(uri);
      if (!always.includes(uri) && !diagnostics.length && !this.published.has(uri)) continue;
      if (diagnostics.length) this.published.set(uri, diagnostics);
      else this.published.delete(uri);
      this.send(uri, diagnostics);
    }
    this.onUpdate();
  }

  private send(uri: string, diagnostics: readonly Diagnostic[]): void {
    void this.connection.sendDiagnostics({
      uri,
      version: this.open.get(uri),
      diagnostics: toPublishedDiagnostics(diagnostics),
    });
  }
}

/** Whether a file is part of an ISMS's text: what the workspace reads. */
const isCoreFile = (uri: string): boolean =>
  uri.endsWith('.isms') || [configFileName, lockFileName].includes(baseName(uri));

/** How long work goes on before others have a turn, in milliseconds. */
const turn = 15;

/** Lets what is waiting have its turn. A timer waits for a millisecond at least, which adds up; browsers have nothing better. */
const nextTurn = (): Promise<void> =>
  new Promise(resolve => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });

/** Takes the steps of a piece of work, with a turn for others whenever some time has passed. */
async function inTurns<T>(steps: Generator<void, T>, onStep: () => void = () => {}): Promise<T> {
  let start = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    onStep();
    if (performance.now() - start < turn) continue;
    await nextTurn();
    start = performance.now();
  }
}
