/** Reads folders and files for a session. What fails, fails alone; an answer that came too late does not count. */
import { isIn } from '../../src/workspace/grouping.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { reasonOf } from './guard.ts';
import type { FileContent, FoundFiles, Host } from './host.ts';
import type { Places } from './places.ts';

export class Reader {
  private readonly host: Host;
  private readonly places: Places;
  private readonly workspace: Workspace;
  /** What folders hold, as far as it was asked and is not answered yet. */
  private readonly finding = new Set<Promise<FoundFiles>>();
  /** All files on disk, and which reading of each was begun last: answers may come in another order. */
  private readonly readings = new Map<string, object>();

  constructor(host: Host, places: Places, workspace: Workspace) {
    this.host = host;
    this.places = places;
    this.workspace = workspace;
  }

  /** The files that are there, as far as is known. */
  files(): readonly string[] {
    return [...this.readings.keys()];
  }

  /** A file is gone, or concerns nobody any more. */
  forget(uri: string): void {
    this.readings.delete(uri);
  }

  /** Resolves when all folders that were asked for are answered. */
  async foldersAnswered(): Promise<void> {
    await Promise.allSettled([...this.finding]);
  }

  /** The files under some folders. Those that cannot be looked into are noted, and those that can are unread no more. */
  async find(folders: readonly string[]): Promise<Set<string>> {
    const found = new Set<string>();
    for (const folder of folders) for (const uri of await this.findIn(folder)) found.add(uri);
    return found;
  }

  private async findIn(folder: string): Promise<readonly string[]> {
    const asked = this.filesIn(folder);
    this.finding.add(asked);
    const found = await asked;
    this.finding.delete(asked);
    if (!this.places.isRead(folder)) return [];
    const reasons = new Map((found.unread ?? []).map(({ uri, reason }) => [uri, reason]));
    for (const uri of [...this.workspace.unreadFolders().filter(other => isIn(other, [folder])), ...reasons.keys()])
      this.workspace.setUnreadFolder(uri, reasons.get(uri));
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

  /**
   * Reads files and hands on those answers that still count when all are there. Resolves with what tells whether one does later.
   * An answer counts unless the document was opened, its folder was closed, or it was read again meanwhile.
   */
  async read(
    uris: readonly string[],
    use: (uri: string, content: FileContent) => void,
  ): Promise<(uri: string) => boolean> {
    const reading = {};
    // Of a file that is in no folder nobody tells when it changes: what is read of it now would be old once its folder is opened.
    const ours = uris.filter(uri => this.places.isRead(uri));
    for (const uri of ours) this.readings.set(uri, reading);
    const isCurrent = (uri: string): boolean =>
      this.readings.get(uri) === reading && !this.places.open.has(uri) && this.places.isRead(uri);
    const contents = await Promise.all(ours.map(async uri => [uri, await this.contentOf(uri)] as const));
    for (const [uri, content] of contents) if (isCurrent(uri)) use(uri, content);
    return isCurrent;
  }

  async contentOf(uri: string): Promise<FileContent> {
    try {
      return await this.host.readFile(uri);
    } catch (error) {
      return { reason: reasonOf(error) };
    }
  }
}
