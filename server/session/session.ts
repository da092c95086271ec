/**
 * One session with a client: the workspace core, the open documents, and what was published. A change is applied, checked and
 * published at once, in the notification's own turn; there is nothing to wait for, to cancel or to lose.
 */

import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Fault } from '../../src/model/fault.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { refusing } from '../../src/wording/said-error.ts';
import { type Saying, saying } from '../../src/wording/wording.ts';
import { isSideFile } from '../../src/workspace/configuration/config.ts';
import type { Diagnostic } from '../../src/workspace/diagnostic.ts';
import type { Findings } from '../../src/workspace/findings.ts';
import type { GivenFiles } from '../../src/workspace/given-files.ts';
import { fill } from '../../src/workspace/given-files.ts';
import type { FindingsStore } from '../../src/workspace/store/store.ts';
import { baseName, isWithin } from '../../src/workspace/uri.ts';
import { usedFolders } from '../../src/workspace/uses.ts';
import { type FileBytes, type ReadBytes, Workspace, type WorkspaceSettings } from '../../src/workspace/workspace.ts';
import { FindingsKeeper, type KeepingDelays } from './findings-keeper.ts';
import { reasonOf } from './guard.ts';
import { type FileContent, type FolderEntry, type Host, type Repository, RepositoryFault } from './host.ts';
import { Places } from './places.ts';
import type { Published } from './published.ts';
import { Publisher, type SendDiagnostics } from './publisher.ts';
import { Reader } from './reader.ts';
import { inTurns, type Pace } from './turns.ts';

export interface SessionOptions {
  readonly host: Host;
  readonly sendDiagnostics: SendDiagnostics;
  /** Tells the user, in a sentence, what failed by itself while the rest goes on. */
  readonly onProblem: (problem: Saying) => void;
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

const usualPace: Pace = { turn: 15 };

export class Session {
  readonly workspace: Workspace;
  private readonly options: SessionOptions;
  private readonly host: Host;
  private readonly places: Places;
  private readonly reader: Reader;
  private readonly publisher: Publisher;
  private readonly onProblem: (problem: Saying) => void;
  private readonly onAround: (uris: readonly string[]) => void;
  private readonly pace: Pace;
  /** Reading what lies around, one after the other. */
  private following: Promise<void> = Promise.resolve();
  /** What was told of files while the first reading went on; undefined once it is over. */
  private missed: string[] | undefined = [];
  private readonly keeper: FindingsKeeper | undefined;
  private readonly onStored: (asOf: string) => void;
  /** What an earlier session found in the files as they are on disk, until all are checked. */
  private stored: { readonly texts: ReadonlyMap<string, string>; readonly findings: Findings } | undefined;

  constructor(options: SessionOptions) {
    this.options = options;
    this.host = options.host;
    this.onProblem = options.onProblem;
    this.onAround = options.onAround ?? (() => {});
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
      readBytes: (uri, within, most) => bytesFrom(options.host, uri, within, most),
      onFault: options.onFault,
    });
    this.places = new Places(options.host);
    this.reader = new Reader(options.host, this.places, this.workspace);
    this.publisher = new Publisher(this.workspace, this.places, options.sendDiagnostics, options.onUpdate);
  }

  get published(): Published {
    return this.publisher.published;
  }

  /**
   * Reads the files of the folders, in turns of a few milliseconds, so that requests and edits get in between. Open documents
   * win over the files on disk; until all is read only those of their findings are published that need no other file. What cannot be
   * read is told, and the rest is read all the same.
   */
  async load(folders: readonly string[], progress: (done: number, total: number) => void = () => {}): Promise<void> {
    this.places.folders = folders;
    await this.findAround();
    // What was opened before the folders were known lies in one of them, most of the time.
    for (const uri of [...this.places.unplaced])
      if (!this.places.mayBelongElsewhere(uri)) this.places.unplaced.delete(uri);
    const found = await this.reader.find(this.places.roots());
    const files: [uri: string, text: string][] = [];
    const take = (uri: string, content: FileContent): void => {
      if (content && 'text' in content) files.push([uri, content.text]);
      else this.take(uri, content);
    };
    const readings = [await this.reader.read([...found].sort(), take)];
    // What is used outside of the folders is read before anything is said, so that its names are not missing for a moment.
    this.places.used = [...usedFolders(files)].sort();
    if (this.places.used.length) {
      const before = this.places.around;
      await this.findAround();
      const more = await this.reader.find([...this.places.around].filter(root => !before.has(root)));
      const news = [...more].filter(uri => !found.has(uri)).sort();
      for (const uri of news) found.add(uri);
      readings.push(await this.reader.read(news, take));
    }
    const isCurrent = (uri: string): boolean => readings.some(isOne => isOne(uri));
    if (this.keeper && this.isWhole) await this.showStored(this.keeper, found, new Map(files));
    const { turn, cells } = this.pace;
    let done = 0;
    await inTurns(this.workspace.setFilesSteps(files, isCurrent), turn, () => progress(++done, files.length));
    this.linkFolders();
    const changed = await inTurns(this.workspace.updateSteps(cells), turn);
    // What was edited between two steps is not checked yet.
    for (const uri of this.workspace.update()) changed.add(uri);
    const missed = this.missed ?? [];
    this.missed = undefined;
    this.published.regroup();
    if (!this.stored) this.publisher.changes(changed, [...this.places.open.keys()]);
    // Where all that was kept is right there is nothing more to say or to keep.
    if (!this.stored || this.publisher.differences(changed)) this.keeper?.changed('afterLoad');
    this.stored = undefined;
    if (missed.length) await this.filesChanged(missed);
    // Documents that were opened meanwhile may belong to an ISMS that is not read yet.
    await this.followDocuments();
  }

  /** Reading the workspace came to no end: what is there is shown, what comes is read as ever, and the folders count as unread. */
  failed(reason: string): void {
    this.missed = undefined;
    this.stored = undefined;
    for (const folder of this.places.folders) this.workspace.setUnreadFolder(folder, reason);
    this.update([...this.places.open.keys()]);
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
    this.places.open.set(uri, version);
    this.workspace.setFiles([[uri, text]]);
    if (this.places.mayBelongElsewhere(uri)) {
      this.places.unplaced.add(uri);
      if (this.isLoaded) this.follow();
    }
    this.update([uri]);
  }

  didChange(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    if (!this.places.open.has(uri)) return;
    this.places.open.set(uri, version);
    this.workspace.editFile(uri, changes);
    this.keeper?.changed('afterChange');
    this.update([uri]);
  }

  /** A document was closed: what is on disk counts again, if it is in one of the folders. */
  async didClose(uri: string): Promise<void> {
    this.places.open.delete(uri);
    this.places.unplaced.delete(uri);
    if (this.places.isRead(uri)) await this.reread([uri]);
    else {
      this.workspace.removeFile(uri);
      this.update();
    }
    // The client may spell it otherwise now.
    if (this.places.isShown(uri)) this.publisher.repeat(uri);
    else {
      // What is only shown while it is open.
      if (this.published.of(uri).length) this.publisher.publish(uri, []);
      await this.followDocuments();
    }
  }

  /** Sends again what was published: another language is spoken now. */
  repeatDiagnostics(): void {
    this.publisher.repeatAll();
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
    const inside = this.reader.files().filter(file => uris.some(uri => isWithin(file, uri)));
    const links = uris.flatMap(uri => [...this.workspace.linksTo(uri)]);
    const unread = this.workspace.unreadPlaces().flatMap(({ uri, isFolder }) => (isFolder ? [] : [uri]));
    // What a folder holds may have been asked before this happened and be answered after it.
    await this.reader.foldersAnswered();
    const again = await this.findAgain();
    await this.reread([...new Set([...uris.filter(isCoreFile), ...inside, ...links, ...unread, ...again])]);
    if (this.places.around.size || uris.some(uri => !this.places.isInFolders(uri))) await this.followDocuments();
  }

  /** Whether git may be asked. */
  get hasRepository(): boolean {
    return this.host.repository?.isAllowed() ?? false;
  }

  /** The git repository. Throws `RepositoryFault` where none can be asked. */
  get repository(): Repository {
    const { repository } = this.host;
    if (repository) return repository;
    throw new RepositoryFault(
      refusing(
        'Git cannot be run here, as in a browser, so nothing is known of earlier. Open the folder in VS Code on a computer that has git.',
      ),
      'no-files',
    );
  }

  /** A workspace of files of another time, checked by the rules and settings of this one as of a day. */
  workspaceOf(
    files: GivenFiles & { readonly fileExists: (uri: string) => boolean | undefined },
    asOf: string,
  ): Workspace {
    const { settings, today } = this.workspace.given();
    const { onFault } = this.options;
    const workspace = new Workspace({
      rules: this.options.rules ?? rules,
      today,
      settings: { ...settings, asOf },
      fileExists: files.fileExists,
      onFault,
    });
    fill(workspace, files);
    return workspace;
  }

  /** What a folder holds, by name. */
  async listFolder(uri: string): Promise<readonly FolderEntry[]> {
    const entries = (await this.host.listFolder?.(uri)) ?? [];
    return [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** The version of an open document. */
  version(uri: string): number | undefined {
    return this.places.open.get(uri);
  }

  /** Looks for files and reads them again: other files may be read, or nobody tells of those that have changed. */
  async rescan(): Promise<void> {
    if (this.missed) return;
    this.host.filesChanged?.([]);
    this.workspace.filesChanged();
    const found = await this.reader.find(this.places.roots());
    await this.reread([...new Set([...this.reader.files(), ...found])]);
    await this.followDocuments();
  }

  async foldersChanged(added: readonly string[], removed: readonly string[]): Promise<void> {
    this.places.folders = [...this.places.folders.filter(folder => !removed.includes(folder)), ...added];
    this.letGo();
    await this.reread([...(await this.reader.find(added))]);
    await this.followDocuments();
    // What lay around the folders lies in them now, or the reverse. While the first reading goes on, little is checked yet.
    if (this.isLoaded) this.publisher.differences(new Set(this.workspace.files()));
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
      if (this.followUses()) for (const uri of this.workspace.update()) changed.add(uri);
      if (changed.size) this.keeper?.changed('afterChange');
      this.publisher.changes(changed, always);
    } else for (const uri of always) this.publisher.publish(uri, this.earlyDiagnostics(uri));
  }

  private async reread(uris: readonly string[]): Promise<void> {
    const texts: [uri: string, text: string][] = [];
    await this.reader.read(uris, (uri, content) => {
      // Where much is read again, most of it is as it was.
      if (content && 'text' in content) {
        if (this.workspace.text(uri) !== content.text) texts.push([uri, content.text]);
      } else this.take(uri, content);
      this.keeper?.changed('afterChange');
    });
    this.workspace.setFiles(texts);
    this.update();
  }

  /** Takes that a file could not be read, or is not there any more. */
  private take(uri: string, content: FileContent): void {
    if (!content) this.forget(uri);
    else if ('reason' in content) this.workspace.setUnread(uri, content.reason);
  }

  /** Looks again into the folders that could not be looked into. */
  private findAgain(): Promise<ReadonlySet<string>> {
    return this.reader.find(this.workspace.unreadFolders().filter(folder => this.places.isRead(folder)));
  }

  /** Whether everything that is there could be read. */
  private get isWhole(): boolean {
    return !this.workspace.unreadPlaces().length;
  }

  /** Forgets what lies in no folder any more that is read. */
  private letGo(): void {
    for (const folder of this.workspace.unreadFolders())
      if (!this.places.isRead(folder)) this.workspace.setUnreadFolder(folder, undefined);
    for (const uri of this.reader.files()) if (!this.places.isRead(uri)) this.forget(uri);
  }

  /** A file is gone, or concerns us no more; an open document stays. */
  private forget(uri: string): void {
    this.reader.forget(uri);
    this.keeper?.touched();
    if (!this.places.open.has(uri)) this.workspace.removeFile(uri);
    this.workspace.setLinks([[uri, undefined]]);
  }

  /** Reads what is used now and was not before, outside of the folders. Returns whether anything else is used. */
  private followUses(): boolean {
    const used = this.workspace.usedFolders(root => this.places.isInFolders(root) || this.isOpenIn(root));
    if (used.join('\n') === this.places.used.join('\n')) return false;
    this.places.used = used;
    this.linkFolders();
    if (used.some(folder => !this.places.isRead(folder)) || this.places.around.size) this.follow();
    return true;
  }

  /** Notes which folders that are used are links to the folder of an ISMS that is read. */
  private linkFolders(): void {
    const { realUri } = this.host;
    if (!realUri || !this.places.used.length) return;
    const roots = new Map(this.workspace.ismss().map(({ root }) => [realUri(root) ?? root, root]));
    this.workspace.setLinks(
      this.places.used.map(folder => {
        const root = roots.get(realUri(folder) ?? folder);
        return [folder, root === folder ? undefined : root] as const;
      }),
    );
  }

  /** Whether a document of an ISMS is open. */
  private isOpenIn(root: string): boolean {
    return [...this.places.open.keys()].some(uri => this.workspace.unitOf(uri)?.root === root);
  }

  /** Begins to read the ISMSs of documents that lie outside of all folders. */
  private follow(): void {
    if (!this.host.enclosingIsms) return;
    this.following = this.following
      .then(() => this.followNow())
      .catch(error => this.onProblem(saying('An ISMS around the workspace could not be read: {0}.', reasonOf(error))));
  }

  private async followDocuments(): Promise<void> {
    this.follow();
    await this.following;
  }

  /** Reads the ISMSs around the folders and open documents, and lets go of those that nothing lies in any more. */
  private async followNow(): Promise<void> {
    const unplaced = [...this.places.unplaced];
    const before = this.places.around;
    await this.findAround();
    this.letGo();
    const known = new Set(this.reader.files());
    const found = await this.reader.find([...this.places.around].filter(root => !before.has(root)));
    if (found.size) await this.reread([...found].filter(uri => !known.has(uri)));
    for (const uri of unplaced) this.places.unplaced.delete(uri);
    this.update(unplaced.filter(uri => this.places.open.has(uri)));
  }

  private async findAround(): Promise<void> {
    this.places.around = await this.places.enclosing();
    this.onAround([...this.places.around]);
  }

  /** Whether everything is read, and all open documents are as they are on disk. */
  private async isSaved(): Promise<boolean> {
    if (!this.isLoaded || !this.isWhole) return false;
    const isSame = async (uri: string): Promise<boolean> => {
      const content = await this.reader.contentOf(uri);
      return (content && 'text' in content ? content.text : undefined) === this.workspace.text(uri);
    };
    return (await Promise.all([...this.places.open.keys()].map(isSame))).every(Boolean);
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
      const content = await this.reader.contentOf(uri);
      if (content && 'text' in content) texts.set(uri, content.text);
    }
    const findings = await keeper.find(texts);
    if (!findings) return;
    this.stored = { texts, findings };
    for (const uri of [...texts.keys()].sort()) {
      const isOpen = this.places.open.has(uri);
      if (isOpen && !this.isAsStored(uri)) continue;
      const diagnostics = findings.diagnostics.get(uri) ?? [];
      if (isOpen || (diagnostics.length && this.places.isShown(uri))) this.publisher.publish(uri, diagnostics);
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
}

/** Reads a file that is no text; a host that fails, or knows of none, is a reason too. */
async function bytesFrom(host: Host, ...[uri, within, most]: Parameters<ReadBytes>): Promise<FileBytes> {
  try {
    return (await host.readBytes?.(uri, within, most)) ?? { reason: 'files other than texts cannot be read here' };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** Whether a file is part of an ISMS's text: what the workspace reads. */
const isCoreFile = (uri: string): boolean => uri.endsWith('.isms') || isSideFile(baseName(uri));
