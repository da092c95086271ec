/**
 * The border between the client's spelling of URIs and the one that the server uses: what comes in is brought into its one form, and
 * what goes out is spelled as the client spelled it. A document that is opened by another way to the same file (through a link, or
 * around one) is that file.
 */
import { type FileSystem, Identities } from '../src/workspace/identity.ts';
import { isWithin, parentUri } from '../src/workspace/uri.ts';

interface Folder {
  /** As the client spells it, without a slash at its end. */
  readonly given: string;
  readonly uri: string;
  /** Without links. */
  readonly real: string;
}

export class ClientUris {
  private readonly identities: Identities;
  private readonly realUri: (uri: string) => string | undefined;
  private folders: readonly Folder[] = [];
  /** Folders of ISMSs that lie around or beside those of the workspace. */
  private around: readonly Folder[] = [];
  /** Open documents: the server's URIs by the client's, and the reverse. */
  private readonly opened = new Map<string, string>();
  private readonly spelled = new Map<string, string>();

  /** `realUri` tells a URI without links on its way; undefined where nothing is there. */
  constructor(fileSystem: FileSystem, realUri: (uri: string) => string | undefined) {
    this.identities = new Identities(fileSystem);
    this.realUri = realUri;
  }

  /** The folders of the workspace in the server's form. */
  folderUris(): readonly string[] {
    return this.folders.map(({ uri }) => uri);
  }

  /** Takes the folders of the workspace as the client spells them: URIs, or paths. */
  setFolders(given: readonly string[]): void {
    this.folders = given.map(text => {
      const uri = this.identities.of(text);
      return { given: isUri(text) ? text.replace(/\/+$/, '') : uri, uri, real: this.realUri(uri) ?? uri };
    });
  }

  /** Takes what came and went. Returns it in the server's form. */
  changeFolders(added: readonly string[], removed: readonly string[]): { added: string[]; removed: string[] } {
    const gone = removed.map(text => this.identities.of(text));
    const stay = this.folders.filter(({ uri }) => !gone.includes(uri));
    const before = new Set(stay.map(({ uri }) => uri));
    this.setFolders([...stay.map(({ given }) => given), ...added]);
    return { added: this.folderUris().filter(uri => !before.has(uri)), removed: gone };
  }

  /** Takes the folders of ISMSs that are read although they are not in the workspace. */
  setAround(uris: readonly string[]): void {
    this.around = uris.map(uri => ({ given: uri, uri, real: this.realUri(uri) ?? uri }));
  }

  /** A URI of the client in the server's form. */
  in(given: string): string {
    return this.opened.get(given) ?? this.resolved(given);
  }

  /** The same for a document that is opened: from now on it is spelled as the client spells it here. */
  open(given: string): string {
    const uri = this.resolved(given);
    this.opened.set(given, uri);
    this.spelled.set(uri, given);
    return uri;
  }

  /** The same for a document that is closed. */
  close(given: string): string {
    const uri = this.in(given);
    this.opened.delete(given);
    if (this.spelled.get(uri) === given) this.spelled.delete(uri);
    return uri;
  }

  /** A URI of the server as the client spells it: as it opened the document, or else as it spells the folder. */
  out(uri: string): string {
    const spelled = this.spelled.get(uri);
    if (spelled !== undefined) return spelled;
    const folder = this.folders.find(candidate => uri === candidate.uri || isWithin(uri, candidate.uri));
    return folder ? folder.given + uri.slice(folder.uri.length) : uri;
  }

  /** A file is named by its own name in the real folder that it is in: the folder may be reached by links, while a link to a file is a file. */
  private resolved(given: string): string {
    const uri = this.identities.of(given);
    const parent = parentUri(uri);
    const real = parent === undefined ? undefined : this.realUri(parent);
    if (parent === undefined || real === undefined) return uri;
    const at = real + uri.slice(parent.length);
    const [folder] = [...this.folders, ...this.around]
      .filter(candidate => at === candidate.real || isWithin(at, candidate.real))
      .sort((a, b) => b.real.length - a.real.length);
    return folder ? this.identities.of(folder.uri + at.slice(folder.real.length)) : uri;
  }
}

const isUri = (text: string): boolean => /^[A-Za-z][A-Za-z0-9+.-]+:/.test(text);
