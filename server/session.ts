/**
 * One session with a client: the workspace core, the open documents, and what was published. A change is applied, checked and
 * published at once, in the notification's own turn; there is nothing to wait for, to cancel or to lose.
 */

import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Fault } from '../src/model/fault.ts';
import { rules } from '../src/rules/generated/registry.ts';
import type { Rule } from '../src/rules/rule.ts';
import { configFileName, lockFileName } from '../src/workspace/config.ts';
import type { Diagnostic } from '../src/workspace/diagnostic.ts';
import type { Findings } from '../src/workspace/findings.ts';
import { isIn, isUnplaced, placeOf } from '../src/workspace/grouping.ts';
import type { FindingsStore } from '../src/workspace/store/store.ts';
import { baseName, isWithin, parentUri, relativePath } from '../src/workspace/uri.ts';
import { Workspace, type WorkspaceSettings } from '../src/workspace/workspace.ts';
import { FindingsKeeper, type KeepingDelays } from './findings-keeper.ts';
import { reasonOf } from './guard.ts';
import type { FileContent, FoundFiles, Host } from './host.ts';
import { Publications } from './publications.ts';

export interface SessionOptions {
  readonly host: Host;
  /** Shows the diagnostics of a file; `version` is that of an open document. */
  readonly sendDiagnostics: (uri: string, version: number | undefined, diagnostics: readonly Diagnostic[]) => void;
  /** Tells the user, in a sentence, what failed by itself while the rest goes on. */
  readonly onProblem: (message: string) => void;
  /** Notes a rule or the like that failed, for whoever looks at the log; what it means for the findings is a finding itself. */
  readonly onFault?: ((fault: Fault) => void) | undefined;
  /** Called with the folders of ISMSs outside of the workspace that are read for what lies in it. */
  readonly onAround?: (uris: readonly string[]) => void;
  readonly settings: WorkspaceSettings;
  readonly today: string;
  /** Called after each publication. */
  readonly onUpdate: () => void;
  readonly pace?: Pace | undefined;
  /** Instead of those of the product. */
  readonly rules?: readonly Rule[] | undefined;
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
  private readonly host: Host;
  private readonly sendDiagnostics: SessionOptions['sendDiagnostics'];
  private readonly onProblem: (message: string) => void;
  private readonly onAround: (uris: readonly string[]) => void;
  private readonly onUpdate: () => void;
  private readonly pace: Pace;
  /** The versions of the open documents. */
  private readonly open = new Map<string, number>();
  private folders: readonly string[] = [];
  /** The folders of the ISMSs around and beside those of the workspace that are read too. */
  private around: ReadonlySet<string> = new Set();
  /** Open documents of which is not known yet which ISMS they belong to. */
  private readonly unplaced = new Set<string>();
  /** Reading what lies around, one after the other. */
  private following: Promise<void> = Promise.resolve();
  /** The folders that could not be looked into, and why; and those of them that the user knows of. */
  private readonly unreadFolders = new Map<string, string>();
  private readonly toldUnread = new Set<string>();
  /** What folders hold, as far as it was asked and is not answered yet. */
  private readonly finding = new Set<Promise<FoundFiles>>();
  /** All files on disk, and which reading of each was begun last: answers may come in another order. */
  private readonly readings = new Map<string, object>();
  /** What was told of files while the first reading went on; undefined once it is over. */
  private missed: string[] | undefined = [];
  private readonly keeper: FindingsKeeper | undefined;
  private readonly onStored: (asOf: string) => void;
  /** What an earlier session found in the files as they are on disk, until all are checked. */
  private stored: { readonly texts: ReadonlyMap<string, string>; readonly findings: Findings } | undefined;

  constructor(options: SessionOptions) {
    this.host = options.host;
    this.sendDiagnostics = options.sendDiagnostics;
    this.onProblem = options.onProblem;
    this.onAround = options.onAround ?? (() => {});
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
      rules: options.rules ?? rules,
      today: options.today,
      settings: options.settings,
      fileExists: this.keeper?.fileExists ?? fileExists,
      onFault: options.onFault,
    });
  }

  /**
   * Reads the files of the folders, in turns of a few milliseconds, so that requests and edits get in between. Open documents
   * win over the files on disk; until all is read only those of their findings are published that need no other file. What cannot be
   * read is told, and the rest is read all the same.
   */
  async load(folders: readonly string[], progress: (done: number, total: number) => void = () => {}): Promise<void> {
    this.folders = folders;
    await this.findAround();
    const found = new Set<string>();
    for (const folder of this.places()) for (const uri of await this.find(folder)) found.add(uri);
    const files: [uri: string, text: string][] = [];
    const isCurrent = await this.read([...found].sort(), (uri, content) => {
      if (content && 'text' in content) files.push([uri, content.text]);
      else this.take(uri, content);
    });
    if (this.keeper && this.isWhole) await this.showStored(this.keeper, found, new Map(files));
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
    this.tellUnread();
    if (missed.length) await this.filesChanged(missed);
    // Documents that were opened meanwhile may belong to an ISMS that is not read yet.
    await this.followDocuments();
  }

  /** Reading the workspace came to no end: what is there is shown, what comes is read as ever, and the folders count as unread. */
  failed(reason: string): void {
    this.missed = undefined;
    this.stored = undefined;
    for (const folder of this.folders) this.unreadFolders.set(folder, reason);
    this.update([...this.open.keys()]);
  }

  /** Whether all files have been read. */
  get isLoaded(): boolean {
    return this.missed === undefined;
  }

  /** Resolves when nothing is being read any more. */
  async settled(): Promise<void> {
    await this.following;
  }

  didOpen(uri: string, version: number, text: string): void {
    this.open.set(uri, version);
    this.workspace.setFiles([[uri, text]]);
    if (this.mayBelongElsewhere(uri)) {
      this.unplaced.add(uri);
      if (this.isLoaded) this.follow();
    }
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
    this.unplaced.delete(uri);
    if (this.isOurs(uri)) await this.reread([uri]);
    else {
      this.workspace.removeFile(uri);
      this.update();
    }
    // The client may spell it otherwise now.
    if (this.isShown(uri)) this.send(uri, this.published.of(uri));
    else {
      // What is only shown while it is open.
      if (this.published.of(uri).length) this.publish(uri, []);
      await this.followDocuments();
    }
  }

  /** Files came, went or changed on disk. */
  async filesChanged(uris: readonly string[]): Promise<void> {
    if (this.missed) {
      this.missed.push(...uris);
      return;
    }
    this.host.filesChanged?.(uris);
    this.workspace.filesChanged();
    // An open document may have been saved.
    if (uris.some(isCoreFile)) this.keeper?.changed('afterChange');
    // Where a folder went, the client names only the folder; a file of another kind may be evidence, but is none of ours.
    const inside = [...this.readings.keys()].filter(file => uris.some(uri => isWithin(file, uri)));
    const links = uris.flatMap(uri => [...this.workspace.linksTo(uri)]);
    const unread = this.workspace.unreadFiles().map(([uri]) => uri);
    // What a folder holds may have been asked before this happened and be answered after it.
    await Promise.allSettled([...this.finding]);
    const again = await this.findAgain();
    await this.reread([...new Set([...uris.filter(isCoreFile), ...inside, ...links, ...unread, ...again])]);
    if (this.around.size || uris.some(uri => !this.isInFolders(uri))) await this.followDocuments();
  }

  /** The version of an open document. */
  version(uri: string): number | undefined {
    return this.open.get(uri);
  }

  /** Looks for files and reads them again: other files may be read, or nobody tells of those that have changed. */
  async rescan(): Promise<void> {
    if (this.missed) return;
    this.host.filesChanged?.([]);
    this.workspace.filesChanged();
    const found = new Set<string>();
    for (const folder of this.places()) for (const uri of await this.find(folder)) found.add(uri);
    await this.reread([...new Set([...this.readings.keys(), ...found])]);
    await this.followDocuments();
  }

  async foldersChanged(added: readonly string[], removed: readonly string[]): Promise<void> {
    this.folders = [...this.folders.filter(folder => !removed.includes(folder)), ...added];
    for (const folder of this.unreadFolders.keys()) if (!this.isOurs(folder)) this.unreadFolders.delete(folder);
    for (const uri of [...this.readings.keys()]) if (!this.isOurs(uri)) this.forget(uri);
    const uris: string[] = [];
    for (const folder of added) uris.push(...(await this.find(folder)));
    await this.reread(uris);
    await this.followDocuments();
    // What lay around the folders lies in them now, or the reverse.
    this.publishDifferences(new Set(this.workspace.files()));
  }

  /** The folders and files that could not be read, and why; those that a configuration excludes are left out. */
  get unread(): ReadonlyMap<string, string> {
    const folders = [...this.unreadFolders].filter(([uri]) => !this.workspace.isExcluded(uri));
    return new Map([...folders, ...this.workspace.unreadFiles()]);
  }

  /** Tries again what could not be read. */
  async retry(): Promise<void> {
    if (this.isLoaded && !this.isWhole) await this.filesChanged([]);
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
    const texts: [uri: string, text: string][] = [];
    await this.read(uris, (uri, content) => {
      // Where much is read again, most of it is as it was.
      if (content && 'text' in content) {
        if (this.workspace.text(uri) !== content.text) texts.push([uri, content.text]);
      } else this.take(uri, content);
      this.keeper?.changed('afterChange');
    });
    this.workspace.setFiles(texts);
    this.tellUnread();
    this.update();
  }

  /** Takes that a file could not be read, or is not there any more. */
  private take(uri: string, content: FileContent): void {
    if (!content) this.forget(uri);
    else if ('reason' in content) this.workspace.setUnread(uri, content.reason);
  }

  /**
   * Reads files and hands on those answers that still count when all are there. Resolves with what tells whether one does later.
   * An answer counts unless the document was opened, its folder was closed, or it was read again meanwhile. What fails, fails alone.
   */
  private async read(
    uris: readonly string[],
    use: (uri: string, content: FileContent) => void,
  ): Promise<(uri: string) => boolean> {
    const reading = {};
    for (const uri of uris) this.readings.set(uri, reading);
    const isCurrent = (uri: string): boolean =>
      this.readings.get(uri) === reading && !this.open.has(uri) && this.isOurs(uri);
    const contents = await Promise.all(uris.map(async uri => [uri, await this.contentOf(uri)] as const));
    for (const [uri, content] of contents) if (isCurrent(uri)) use(uri, content);
    return isCurrent;
  }

  private async contentOf(uri: string): Promise<FileContent> {
    try {
      return await this.host.readFile(uri);
    } catch (error) {
      return { reason: reasonOf(error) };
    }
  }

  /** The files under a folder. Folders that cannot be looked into are noted, and told once. */
  private async find(folder: string): Promise<readonly string[]> {
    const asked = this.filesIn(folder);
    this.finding.add(asked);
    const found = await asked;
    this.finding.delete(asked);
    if (!isIn(folder, this.places())) return [];
    for (const uri of this.unreadFolders.keys())
      if (uri === folder || isWithin(uri, folder)) this.unreadFolders.delete(uri);
    for (const { uri, reason } of found.unread ?? []) this.unreadFolders.set(uri, reason);
    this.workspace.setLinks(found.uris.map(uri => [uri, found.links?.get(uri)]));
    return found.uris;
  }

  private async filesIn(folder: string): Promise<FoundFiles> {
    try {
      return await this.host.findFiles(folder);
    } catch (error) {
      return { uris: [], unread: [{ uri: folder, reason: reasonOf(error) }] };
    }
  }

  /** Looks again into the folders that could not be looked into. */
  private async findAgain(): Promise<readonly string[]> {
    const uris: string[] = [];
    for (const folder of [...this.unreadFolders.keys()])
      if (this.isOurs(folder)) uris.push(...(await this.find(folder)));
    return uris;
  }

  /** Names each folder that cannot be looked into, once; what a configuration excludes is not missed. */
  private tellUnread(): void {
    for (const [uri, reason] of this.unreadFolders) {
      if (this.toldUnread.has(uri) || this.workspace.isExcluded(uri)) continue;
      this.toldUnread.add(uri);
      this.onProblem(
        `The folder ${relativePathOf(uri, this.places())} cannot be read, so files in it are missing: ${reason}.`,
      );
    }
    for (const uri of this.toldUnread) if (!this.unreadFolders.has(uri)) this.toldUnread.delete(uri);
  }

  /** Whether everything that is there could be read. */
  private get isWhole(): boolean {
    return !this.unread.size;
  }

  /** A file is gone, or concerns us no more; an open document stays. */
  private forget(uri: string): void {
    this.readings.delete(uri);
    this.keeper?.touched();
    if (!this.open.has(uri)) this.workspace.removeFile(uri);
    this.workspace.setLinks([[uri, undefined]]);
  }

  /** The folders that are read: those of the workspace, and those of ISMSs around and beside them. */
  private places(): readonly string[] {
    return [...this.folders, ...this.around];
  }

  private isOurs(uri: string): boolean {
    return isIn(uri, this.folders) || isIn(uri, this.around);
  }

  private isInFolders(uri: string): boolean {
    return isIn(uri, this.folders);
  }

  /** Whether the findings of a file are shown: of what lies around the workspace only while it is open. */
  private isShown(uri: string): boolean {
    return this.open.has(uri) || this.isInFolders(uri);
  }

  private mayBelongElsewhere(uri: string): boolean {
    return this.host.enclosingIsms !== undefined && !isIn(placeOf(uri), this.places()) && parentUri(uri) !== undefined;
  }

  /** Begins to read the ISMSs of documents that lie outside of all folders. */
  private follow(): void {
    if (!this.host.enclosingIsms) return;
    this.following = this.following
      .then(() => this.followNow())
      .catch(error => this.onProblem(`An ISMS around the workspace could not be read: ${reasonOf(error)}.`));
  }

  private async followDocuments(): Promise<void> {
    this.follow();
    await this.following;
  }

  /** Reads the ISMSs around the folders and open documents, and lets go of those that nothing lies in any more. */
  private async followNow(): Promise<void> {
    const unplaced = [...this.unplaced];
    const before = this.around;
    await this.findAround();
    for (const uri of [...this.readings.keys()]) if (!this.isOurs(uri)) this.forget(uri);
    for (const folder of this.unreadFolders.keys()) if (!this.isOurs(folder)) this.unreadFolders.delete(folder);
    const uris: string[] = [];
    for (const root of this.around) if (!before.has(root)) uris.push(...(await this.find(root)));
    if (uris.length) await this.reread(uris.filter(uri => !this.readings.has(uri)));
    for (const uri of unplaced) this.unplaced.delete(uri);
    this.update(unplaced.filter(uri => this.open.has(uri)));
  }

  private async findAround(): Promise<void> {
    this.around = await this.enclosing();
    this.onAround([...this.around]);
  }

  /** The folders of the ISMSs that hold folders of the workspace or open documents, as far as they lie outside of the workspace. */
  private async enclosing(): Promise<ReadonlySet<string>> {
    const { host } = this;
    const roots = new Set<string>();
    if (!host.enclosingIsms) return roots;
    const outside = [...this.open.keys()]
      .map(placeOf)
      .filter(uri => !this.isInFolders(uri))
      .map(parentUri);
    for (const place of new Set([...this.folders, ...outside])) {
      if (place === undefined) continue;
      const root = await host.enclosingIsms(place).catch(() => undefined);
      if (root !== undefined && !this.isInFolders(root)) roots.add(root);
    }
    return roots;
  }

  /** Whether everything is read, and all open documents are as they are on disk. */
  private async isSaved(): Promise<boolean> {
    if (!this.isLoaded || !this.isWhole) return false;
    const isSame = async (uri: string): Promise<boolean> => {
      const content = await this.contentOf(uri);
      return (content && 'text' in content ? content.text : undefined) === this.workspace.text(uri);
    };
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
      if (texts.has(uri)) continue;
      const content = await this.contentOf(uri);
      if (content && 'text' in content) texts.set(uri, content.text);
    }
    const findings = await keeper.find(texts);
    if (!findings) return;
    this.stored = { texts, findings };
    for (const uri of [...texts.keys()].sort()) {
      const isOpen = this.open.has(uri);
      if (isOpen && !this.isAsStored(uri)) continue;
      const diagnostics = findings.diagnostics.get(uri) ?? [];
      if (isOpen || (diagnostics.length && this.isShown(uri))) this.publish(uri, diagnostics);
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
      JSON.stringify(this.diagnosticsOf(uri)) === JSON.stringify(this.published.of(uri));
    const different = [...uris].filter(uri => !isSame(uri));
    this.publishAll(new Set(different), different);
    return different.length > 0;
  }

  private publishAll(changed: Set<string>, always: readonly string[]): void {
    for (const uri of always) changed.add(uri);
    const moved = new Set<string>();
    for (const uri of changed) for (const other of this.published.mentioning(uri)) moved.add(other);
    for (const uri of [...changed].sort()) {
      const diagnostics = this.diagnosticsOf(uri);
      if (!always.includes(uri) && !diagnostics.length && !this.published.of(uri).length) continue;
      this.publish(uri, diagnostics);
    }
    // Where nothing else differs, places in a file that changed may have moved.
    for (const uri of [...moved].sort()) {
      if (changed.has(uri)) continue;
      const diagnostics = this.diagnosticsOf(uri);
      if (placesIn(diagnostics) !== placesIn(this.published.of(uri))) this.publish(uri, diagnostics);
    }
    // How many ISMSs there are says whether it is known to which a document without a place belongs.
    for (const uri of this.open.keys()) if (isUnplaced(uri) && !changed.has(uri)) this.publishIfDifferent(uri);
    this.onUpdate();
  }

  /** What is shown of a file: where it is not known which ISMS it belongs to, only what needs no other file. */
  private diagnosticsOf(uri: string): readonly Diagnostic[] {
    if (!this.isShown(uri)) return [];
    return this.isUnplaced(uri) ? this.workspace.localDiagnostics(uri) : this.workspace.diagnostics(uri);
  }

  /** A document without a place may belong to any of several ISMSs. */
  private isUnplaced(uri: string): boolean {
    if (this.unplaced.has(uri)) return true;
    return isUnplaced(uri) && this.workspace.ismss().length > 1 && !this.workspace.declaresIsms(uri);
  }

  private publishIfDifferent(uri: string): void {
    const diagnostics = this.diagnosticsOf(uri);
    if (JSON.stringify(diagnostics) !== JSON.stringify(this.published.of(uri))) this.publish(uri, diagnostics);
  }

  private publish(uri: string, diagnostics: readonly Diagnostic[]): void {
    this.published.set(uri, diagnostics);
    this.send(uri, diagnostics);
  }

  private send(uri: string, diagnostics: readonly Diagnostic[]): void {
    this.sendDiagnostics(uri, this.open.get(uri), diagnostics);
  }
}

/** The places elsewhere that diagnostics mention, to be compared. */
const placesIn = (diagnostics: readonly Diagnostic[]): string =>
  JSON.stringify(diagnostics.map(({ related }) => related.map(({ uri, range }) => [uri, range])));

/** The path of a folder as the user knows it: below the folder of the workspace that it lies in. */
function relativePathOf(uri: string, folders: readonly string[]): string {
  const folder = folders.find(candidate => isWithin(uri, candidate));
  return folder === undefined ? uri : relativePath(uri, folder);
}

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
