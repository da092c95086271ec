/** Where a session looks: the folders of the workspace, the ISMSs around and beside them, and the open documents. */
import { isIn, placeOf } from '../../src/workspace/grouping.ts';
import { parentUri } from '../../src/workspace/uri.ts';
import type { Host } from './host.ts';

export class Places {
  /** The versions of the open documents. */
  readonly open = new Map<string, number>();
  /** Open documents of which is not known yet which ISMS they belong to. */
  readonly unplaced = new Set<string>();
  /** The folders of the workspace. */
  folders: readonly string[] = [];
  /** The folders of the ISMSs around and beside those of the workspace that are read too. */
  around: ReadonlySet<string> = new Set();
  /** The folders that the ISMSs of the workspace use. */
  used: readonly string[] = [];
  private readonly host: Host;

  constructor(host: Host) {
    this.host = host;
  }

  /** The folders that are read. */
  roots(): readonly string[] {
    return [...this.folders, ...this.around];
  }

  /** Whether a file or folder lies in one that is read. */
  isRead(uri: string): boolean {
    return isIn(uri, this.folders) || isIn(uri, this.around);
  }

  isInFolders(uri: string): boolean {
    return isIn(uri, this.folders);
  }

  /** Whether the findings of a file are shown: of what lies around the workspace only while it is open. */
  isShown(uri: string): boolean {
    return this.open.has(uri) || this.isInFolders(uri);
  }

  /** Whether a document may belong to an ISMS that is not read yet. */
  mayBelongElsewhere(uri: string): boolean {
    return this.host.enclosingIsms !== undefined && !isIn(placeOf(uri), this.roots()) && parentUri(uri) !== undefined;
  }

  /** The folders of the ISMSs that hold folders of the workspace or open documents, or are used, as far as they lie outside of the workspace. */
  async enclosing(): Promise<ReadonlySet<string>> {
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
    if (!this.used.length) return roots;
    const inside = this.folders.map(each => host.realUri?.(each) ?? each);
    for (const folder of this.used) {
      const real = host.realUri?.(folder);
      // A link into the workspace leads to what is read already.
      if (real !== undefined && isIn(real, inside)) continue;
      // Only what is there and may be read; a folder inside an ISMS is none itself.
      if (!this.isInFolders(folder) && (await host.enclosingIsms(folder).catch(() => undefined)) === folder)
        roots.add(folder);
    }
    return roots;
  }
}
