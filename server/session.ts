/**
 * One session with a client: the workspace core, the open documents, and what was published. A change is applied, checked and
 * published at once, in the notification's own turn; there is nothing to wait for, to cancel or to lose.
 */

import type { Connection, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { faultText } from '../src/model/fault.ts';
import { rules } from '../src/rules/generated/registry.ts';
import { configFileName, lockFileName } from '../src/workspace/config.ts';
import type { Diagnostic } from '../src/workspace/diagnostic.ts';
import type { Findings } from '../src/workspace/findings.ts';
import type { FindingsStore } from '../src/workspace/store/store.ts';
import { baseName, isWithin } from '../src/workspace/uri.ts';
import { Workspace, type WorkspaceSettings } from '../src/workspace/workspace.ts';
import { toPublishedDiagnostics } from './diagnostics.ts';
import { FindingsKeeper, type KeepingDelays } from './findings-keeper.ts';
import type { Host } from './host.ts';
import { Publications } from './publications.ts';

export interface SessionOptions {
  readonly connection: Connection;
  readonly host: Host;
  readonly settings: WorkspaceSettings;
  readonly today: string;
  /** Called after each publication. */
  readonly onUpdate: () => void;
  readonly pace?: Pace | undefined;
  /** Where findings are kept for the next start. */
  readonly store?: FindingsStore | undefined;
  readonly keepingDelays?: KeepingDelays | undefined;
  /** Called when findings that were kept have been published, with the date as of which they were found. */
  readonly onStored?: (asOf: string) => void;
}

/** How much is done at a time while files are read, before others have a turn. */
export interface Pace {
  /** In milliseconds. */
  readonly turn: number;
  /** How many declarations are checked at least. */
  readonly cells?: number;
}

const usualPace: Pace = { turn: 15 };

export class Session {
  readonly workspace: Workspace;
  readonly published = new Publications(uri => this.workspace.unitOf(uri)?.root);
  private readonly connection: Connection;
  private readonly host: Host;
  private readonly onUpdate: () => void;
  private readonly pace: Pace;
  /** The versions of the open documents. */
  private readonly open = new Map<string, number>();
  private folders: readonly string[] = [];
  /** All files on disk, and which reading of each was begun last: answers may come in another order. */
  private readonly readings = new Map<string, object>();
  /** What was told of files while the first reading went on; undefined once it is over. */
  private missed: string[] | undefined = [];
  private readonly keeper: FindingsKeeper | undefined;
  private readonly onStored: (asOf: string) => void;
  /** What an earlier session found in the files as they are on disk, until all are checked. */
  private stored: { readonly texts: ReadonlyMap<string, string>; readonly findings: Findings } | undefined;

  constructor(options: SessionOptions) {
    this.connection = options.connection;
    this.host = options.host;
    this.onUpdate = options.onUpdate;
    this.pace = options.pace ?? usualPace;
    this.onStored = options.onStored ?? (() => {});
    const fileExists = (uri: string): boolean | undefined => options.host.fileExists(uri);
    this.keeper =
      options.store &&
      new FindingsKeeper({
        store: options.store,
        fileExists,
        run: steps => inTurns(steps, this.pace.turn),
        workspace: () => this.workspace,
        update: () => this.update(),
        isSaved: () => this.isSaved(),
        delays: options.keepingDelays,
      });
    this.workspace = new Workspace({
      rules,
      today: options.today,
      settings: options.settings,
      fileExists: this.keeper?.fileExists ?? fileExists,
      onFault: fault => options.connection.console.error(faultText(fault)),
    });
  }

  /**
   * Reads the files of the folders, in turns of a few milliseconds, so that requests and edits get in between. Open documents
   * win over the files on disk; until all is read only those of their findings are published that need no other file.
   */
  async load(folders: readonly string[], progress: (done: number, total: number) => void = () => {}): Promise<void> {
    this.folders = folders;
    const found = new Set<string>();
    for (const folder of folders) for (const uri of await this.host.findFiles(folder)) found.add(uri);
    const files: [uri: string, text: string][] = [];
    const isCurrent = await this.read([...found].sort(), (uri, text) => {
      if (text === undefined) this.forget(uri);
      else files.push([uri, text]);
    });
    if (this.keeper) await this.showStored(this.keeper, found, new Map(files));
    const { turn, cells } = this.pace;
    let done = 0;
    await inTurns(this.workspace.setFilesSteps(files, isCurrent), turn, () => progress(++done, files.length));
    const changed = await inTurns(this.workspace.updateSteps(cells), turn);
    // What was edited between two steps is not checked yet.
    for (const uri of this.workspace.update()) changed.add(uri);
    const missed = this.missed ?? [];
    this.missed = undefined;
    this.published.regroup();
    if (!this.stored) this.publishAll(changed, [...this.open.keys()]);
    // Where all that was kept is right there is nothing more to say or to keep.
    if (!this.stored || this.publishDifferences(changed)) this.keeper?.changed('afterLoad');
    this.stored = undefined;
    if (missed.length) await this.filesChanged(missed);
  }

  /** Whether all files have been read. */
  get isLoaded(): boolean {
    return this.missed === undefined;
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
    this.keeper?.changed('afterChange');
    this.update([uri]);
  }

  /** A document was closed: what is on disk counts again, if it is in one of the folders. */
  async didClose(uri: string): Promise<void> {
    this.open.delete(uri);
    if (this.isInFolders(uri)) return this.reread([uri]);
    this.workspace.removeFile(uri);
    this.update();
  }

  /** Files came, went or changed on disk. */
  async filesChanged(uris: readonly string[]): Promise<void> {
    if (this.missed) {
      this.missed.push(...uris);
      return;
    }
    this.workspace.filesChanged();
    // An open document may have been saved.
    if (uris.some(isCoreFile)) this.keeper?.changed('afterChange');
    // Where a folder went, the client names only the folder; a file of another kind may be evidence, but is none of ours.
    const inside = [...this.readings.keys()].filter(file => uris.some(uri => isWithin(file, uri)));
    await this.reread([...new Set([...uris.filter(isCoreFile), ...inside])]);
  }

  async foldersChanged(added: readonly string[], removed: readonly string[]): Promise<void> {
    this.folders = [...this.folders.filter(folder => !removed.includes(folder)), ...added];
    for (const uri of [...this.readings.keys()]) if (!this.isInFolders(uri)) this.forget(uri);
    const uris = (await Promise.all(added.map(folder => this.host.findFiles(folder)))).flat();
    await this.reread(uris);
  }

  /** Checks what has changed and publishes the files whose diagnostics differ, and those of `always`. */
  update(always: readonly string[] = []): void {
    this.keeper?.touched();
    if (this.isLoaded) {
      const changed = this.workspace.update();
      if (changed.size) this.keeper?.changed('afterChange');
      this.publishAll(changed, always);
    } else for (const uri of always) this.publish(uri, this.earlyDiagnostics(uri));
  }

  private async reread(uris: readonly string[]): Promise<void> {
    await this.read(uris, (uri, text) => {
      if (text === undefined) this.forget(uri);
      else this.workspace.setFiles([[uri, text]]);
      this.keeper?.changed('afterChange');
    });
    this.update();
  }

  /**
   * Reads files and hands on those answers that still count when all are there. Resolves with what tells whether one does later.
   * An answer counts unless the document was opened, its folder was closed, or it was read again meanwhile.
   */
  private async read(
    uris: readonly string[],
    use: (uri: string, text: string | undefined) => void,
  ): Promise<(uri: string) => boolean> {
    const reading = {};
    for (const uri of uris) this.readings.set(uri, reading);
    const isCurrent = (uri: string): boolean =>
      this.readings.get(uri) === reading && !this.open.has(uri) && this.isInFolders(uri);
    const texts = await Promise.all(uris.map(async uri => [uri, await this.host.readFile(uri)] as const));
    for (const [uri, text] of texts) if (isCurrent(uri)) use(uri, text);
    return isCurrent;
  }

  /** A file is gone, or concerns us no more; an open document stays. */
  private forget(uri: string): void {
    this.readings.delete(uri);
    this.keeper?.touched();
    if (!this.open.has(uri)) this.workspace.removeFile(uri);
  }

  private isInFolders(uri: string): boolean {
    return this.folders.some(folder => isWithin(uri, folder));
  }

  /** Whether everything is read, and all open documents are as they are on disk. */
  private async isSaved(): Promise<boolean> {
    if (!this.isLoaded) return false;
    const isSame = async (uri: string): Promise<boolean> =>
      (await this.host.readFile(uri)) === this.workspace.text(uri);
    return (await Promise.all([...this.open.keys()].map(isSame))).every(Boolean);
  }

  /** Keeps what is still to be kept. */
  async flush(): Promise<void> {
    await this.keeper?.flush();
  }

  /** Publishes what an earlier session found in the same files, but not of documents that have another text now. */
  private async showStored(
    keeper: FindingsKeeper,
    uris: Iterable<string>,
    closed: ReadonlyMap<string, string>,
  ): Promise<void> {
    const texts = new Map(closed);
    for (const uri of uris) {
      const text = texts.get(uri) ?? (await this.host.readFile(uri));
      if (text !== undefined) texts.set(uri, text);
    }
    const findings = await keeper.find(texts);
    if (!findings) return;
    this.stored = { texts, findings };
    for (const uri of [...texts.keys()].sort()) {
      const isOpen = this.open.has(uri);
      if (isOpen && !this.isAsStored(uri)) continue;
      const diagnostics = findings.diagnostics.get(uri) ?? [];
      if (isOpen || diagnostics.length) this.publish(uri, diagnostics);
    }
    const [asOf = ''] = findings.dates.values();
    this.onStored(asOf);
  }

  private isAsStored(uri: string): boolean {
    const text = this.stored?.texts.get(uri);
    return text !== undefined && text === this.workspace.text(uri);
  }

  /** What can be told of an open document before everything is checked. */
  private earlyDiagnostics(uri: string): readonly Diagnostic[] {
    if (this.stored && this.isAsStored(uri)) return this.stored.findings.diagnostics.get(uri) ?? [];
    return this.workspace.localDiagnostics(uri);
  }

  /** Publishes the files that have other diagnostics than were published. Returns whether there are any. */
  private publishDifferences(changed: ReadonlySet<string>): boolean {
    const uris = new Set([...changed, ...this.published.uris()]);
    const isSame = (uri: string): boolean =>
      JSON.stringify(this.workspace.diagnostics(uri)) === JSON.stringify(this.published.of(uri));
    const different = [...uris].filter(uri => !isSame(uri));
    this.publishAll(new Set(different), different);
    return different.length > 0;
  }

  private publishAll(changed: Set<string>, always: readonly string[]): void {
    for (const uri of always) changed.add(uri);
    const moved = new Set<string>();
    for (const uri of changed) for (const other of this.published.mentioning(uri)) moved.add(other);
    for (const uri of [...changed].sort()) {
      const diagnostics = this.workspace.diagnostics(uri);
      if (!always.includes(uri) && !diagnostics.length && !this.published.of(uri).length) continue;
      this.publish(uri, diagnostics);
    }
    // Where nothing else differs, places in a file that changed may have moved.
    for (const uri of [...moved].sort()) {
      if (changed.has(uri)) continue;
      const diagnostics = this.workspace.diagnostics(uri);
      if (placesIn(diagnostics) !== placesIn(this.published.of(uri))) this.publish(uri, diagnostics);
    }
    this.onUpdate();
  }

  private publish(uri: string, diagnostics: readonly Diagnostic[]): void {
    this.published.set(uri, diagnostics);
    this.send(uri, diagnostics);
  }

  private send(uri: string, diagnostics: readonly Diagnostic[]): void {
    void this.connection.sendDiagnostics({
      uri,
      version: this.open.get(uri),
      diagnostics: toPublishedDiagnostics(diagnostics),
    });
  }
}

/** The places elsewhere that diagnostics mention, to be compared. */
const placesIn = (diagnostics: readonly Diagnostic[]): string =>
  JSON.stringify(diagnostics.map(({ related }) => related.map(({ uri, range }) => [uri, range])));

/** Whether a file is part of an ISMS's text: what the workspace reads. */
const isCoreFile = (uri: string): boolean =>
  uri.endsWith('.isms') || [configFileName, lockFileName].includes(baseName(uri));

/** Lets what is waiting have its turn. A timer waits for a millisecond at least, which adds up; browsers have nothing better. */
const nextTurn = (): Promise<void> =>
  new Promise(resolve => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });

/** Takes the steps of a piece of work, with a turn for others whenever some time has passed, in milliseconds. */
async function inTurns<T>(steps: Generator<void, T>, turn: number, onStep: () => void = () => {}): Promise<T> {
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
