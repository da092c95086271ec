/** Which ISMS each file belongs to: by the folders that declare one, what configurations leave out, and where links lead. */
import { excludes } from './configuration/exclude-patterns.ts';
import { isWithin, parentUri, relativePath } from './uri.ts';

/** The root of files that belong to no ISMS. */
export const loose = '';

/** The root of files that are set aside: a configuration excludes them, or they are a second name of a file that counts already. */
export const aside = 'aside:';

/** Whether a document has no place yet, such as `untitled:Untitled-1`. */
export const isUnplaced = (uri: string): boolean => /^untitled:(?!\/)/.test(uri);

/** Where a document lies; one that has not been saved, where it is to be saved. */
export const placeOf = (uri: string): string =>
  uri.startsWith('untitled:/') ? `file://${uri.slice('untitled:'.length).replace(/^\/+/, '/')}` : uri;

/** What follows from the files with an `isms` block and the configurations. */
interface Folders {
  /** The roots of ISMSs. */
  readonly roots: ReadonlySet<string>;
  /** The folders of which the configuration counts: those with an `isms` block, even if they exclude it themselves. */
  readonly configured: ReadonlySet<string>;
}

export class Grouping {
  private readonly declaring = new Set<string>();
  private readonly exclusions = new Map<string, (path: string) => boolean>();
  private readonly targets = new Map<string, string>();
  private readonly links = new Map<string, Set<string>>();
  private readonly isThere: (uri: string) => boolean;
  private known: Folders | undefined;

  /** `isThere` tells whether a file is one of those that are grouped. */
  constructor(isThere: (uri: string) => boolean) {
    this.isThere = isThere;
  }

  /** Notes whether a file has an `isms` block. Returns whether that is news. */
  setDeclares(uri: string, declares: boolean): boolean {
    if (declares === this.declaring.has(uri)) return false;
    if (declares) this.declaring.add(uri);
    else this.declaring.delete(uri);
    this.known = undefined;
    return true;
  }

  /** Whether a file has an `isms` block. */
  declares(uri: string): boolean {
    return this.declaring.has(uri);
  }

  /** Notes what the configuration of a folder excludes. Returns whether it excludes anything now, or did before. */
  setExcluded(folder: string, patterns: readonly string[]): boolean {
    const did = this.exclusions.delete(folder);
    if (patterns.length) this.exclusions.set(folder, excludes(patterns));
    this.known = undefined;
    return did || patterns.length > 0;
  }

  /** Notes where a link leads; undefined for a file that is no link. Returns whether that is news. */
  setLink(uri: string, target: string | undefined): boolean {
    const before = this.targets.get(uri);
    if (before === target) return false;
    if (before !== undefined) this.links.get(before)?.delete(uri);
    if (target === undefined) this.targets.delete(uri);
    else {
      this.targets.set(uri, target);
      const links = this.links.get(target);
      if (links) links.add(uri);
      else this.links.set(target, new Set([uri]));
    }
    return true;
  }

  /** Where a link leads; undefined for what is none. */
  target(uri: string): string | undefined {
    return this.targets.get(uri);
  }

  /** The links that lead to a file. */
  linksTo(target: string): ReadonlySet<string> {
    return this.links.get(target) ?? none;
  }

  /** Whether it may depend on a file where others belong: it is a link, or links lead to it. */
  isLinked(uri: string): boolean {
    return this.targets.has(uri) || this.linksTo(uri).size > 0;
  }

  /** Whether the configuration of an ISMS above leaves out a file or folder. */
  isExcluded(uri: string): boolean {
    return this.exclusions.size > 0 && this.isExcludedBy(uri, this.folders().configured);
  }

  /** The root of the ISMS that a file belongs to, or `loose`, or `aside`. */
  rootOf(uri: string): string {
    const root = this.nearest(uri);
    const target = this.targets.get(uri);
    if (target === undefined || root === aside) return root;
    // Of all names that a file has in an ISMS its own counts, or else the first.
    const counts = (other: string): boolean => this.isThere(other) && this.nearest(other) === root;
    if (counts(target)) return aside;
    for (const other of this.linksTo(target)) if (other < uri && counts(other)) return aside;
    return root;
  }

  /** The nearest folder above a file that is the root of an ISMS. A document without a place belongs to the only ISMS there is. */
  private nearest(uri: string): string {
    if (this.isExcluded(uri)) return aside;
    const { roots } = this.folders();
    const place = placeOf(uri);
    for (let folder = parentUri(place); folder !== undefined; folder = parentUri(folder))
      if (roots.has(folder)) return folder;
    const [only, another] = roots;
    // What declares an ISMS of its own is not part of another.
    return only !== undefined && another === undefined && isUnplaced(uri) && !this.declaring.has(uri) ? only : loose;
  }

  private folders(): Folders {
    this.known ??= this.findFolders();
    return this.known;
  }

  /** From the top down, since what lies above may exclude what lies below. */
  private findFolders(): Folders {
    const roots = new Set<string>();
    const configured = new Set<string>();
    const byFolder = [...this.declaring].map(uri => ({ uri, folder: parentUri(uri) ?? loose }));
    for (const { uri, folder } of byFolder.sort((a, b) => a.folder.length - b.folder.length)) {
      if (this.isExcludedBy(folder, configured)) continue;
      configured.add(folder);
      if (!this.isExcludedBy(uri, configured)) roots.add(folder);
    }
    return { roots, configured };
  }

  private isExcludedBy(uri: string, configured: ReadonlySet<string>): boolean {
    const place = placeOf(uri);
    for (let folder = parentUri(place); folder !== undefined; folder = parentUri(folder)) {
      if (configured.has(folder) && this.exclusions.get(folder)?.(relativePath(place, folder))) return true;
    }
    return false;
  }
}

const none: ReadonlySet<string> = new Set();

/** Whether a file or folder is one of some folders, or lies in one of them. */
export const isIn = (uri: string, folders: Iterable<string>): boolean => {
  for (const folder of folders) if (uri === folder || isWithin(uri, folder)) return true;
  return false;
};
