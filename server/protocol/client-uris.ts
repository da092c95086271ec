/**
 * The border between the client's spelling of URIs and the one that the server uses: what comes in is brought into its one form, and
 * what goes out is spelled as the client spelled it. A document that is opened by another way to the same file (through a link, or
 * around one) is that file.
 */
import { withoutEnd } from '../../src/model/without-end.ts';
import { type FileSystem, Identities } from '../../src/workspace/identity.ts';
import { isWithin, parentUri } from '../../src/workspace/uri.ts';

interface Folder {
  /** As the client spells it, without a slash at its end. */
  readonly given: string;
  readonly uri: string;
  /** Without links. */
  readonly real: string;
}

const exactly: FileSystem = { ignoresCase: false, ignoresUnicodeForm: false };

export class ClientUris {
  private readonly identities: Identities;
  private readonly realUri: (uri: string) => string | undefined;
  private folders: readonly Folder[] = [];
  /** Folders of ISMSs that lie around or beside those of the workspace. */
  private around: readonly Folder[] = [];
  /** Open documents: the server's URIs by the client's, and the reverse, of which the last counts. */
  private readonly opened = new Map<string, string>();
  private readonly spellings = new Map<string, readonly string[]>();
  private respelled: (before: string) => void = () => {};

  /** `realUri` tells a URI without links on its way; undefined where nothing is there. */
  constructor(fileSystem: FileSystem = exactly, realUri: (uri: string) => string | undefined = () => undefined) {
    this.identities = new Identities(fileSystem);
    this.realUri = realUri;
  }

  /** Says what to do when a file is spelled otherwise from now on, given the spelling that counted before. */
  onRespelled(listener: (before: string) => void): void {
    this.respelled = listener;
  }

  /** The folders of the workspace in the server's form. */
  folderUris(): readonly string[] {
    return this.folders.map(({ uri }) => uri);
  }

  /** Takes the folders of the workspace as the client spells them: URIs, or paths. */
  setFolders(given: readonly string[]): void {
    this.folders = given.map(text => {
      const uri = this.identities.of(text);
      return { given: isUri(text) ? withoutEnd(text, '/') : uri, uri, real: this.realUri(uri) ?? uri };
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

  /** The same for a document that is opened or changed: from now on its file is spelled as the client spells it here. */
  open(given: string): string {
    const uri = this.in(given);
    this.opened.set(given, uri);
    this.spell(uri, [...this.spellingsOf(uri).filter(other => other !== given), given]);
    return uri;
  }

  /** The same for a document that is closed. */
  close(given: string): string {
    const uri = this.in(given);
    this.opened.delete(given);
    this.spell(
      uri,
      this.spellingsOf(uri).filter(other => other !== given),
    );
    return uri;
  }

  /** All spellings under which a file is open, that of the document that was opened last at the end. */
  spellingsOf(uri: string): readonly string[] {
    return this.spellings.get(uri) ?? [];
  }

  /** A URI of the server as the client spells it: as it opened the document, or else as it spells the folder. */
  out(uri: string): string {
    const spelled = this.spellings.get(uri)?.at(-1);
    if (spelled !== undefined) return spelled;
    const folder = innermost(this.folders, uri, candidate => candidate.uri);
    return folder ? folder.given + uri.slice(folder.uri.length) : uri;
  }

  private spell(uri: string, spellings: readonly string[]): void {
    const before = this.out(uri);
    if (spellings.length) this.spellings.set(uri, spellings);
    else this.spellings.delete(uri);
    if (this.out(uri) !== before) this.respelled(before);
  }

  /**
   * A file is named by its own name in the real folder that it is in: the folder may be reached by links, while a link to a file is a
   * file of its own.
   */
  private resolved(given: string): string {
    const uri = this.identities.of(given);
    const parent = parentUri(uri);
    const real = parent === undefined ? undefined : this.realUri(parent);
    if (parent === undefined || real === undefined) return uri;
    const at = real + uri.slice(parent.length);
    const folder = innermost([...this.folders, ...this.around], at, candidate => candidate.real);
    return folder ? this.identities.of(folder.uri + at.slice(folder.real.length)) : uri;
  }
}

/** The folder that a URI lies in, or is; of several the one that lies deepest. */
function innermost(folders: readonly Folder[], uri: string, of: (folder: Folder) => string): Folder | undefined {
  let best: Folder | undefined;
  for (const folder of folders) {
    const isIn = uri === of(folder) || isWithin(uri, of(folder));
    if (isIn && (!best || of(folder).length > of(best).length)) best = folder;
  }
  return best;
}

const isUri = (text: string): boolean => /^[A-Za-z][A-Za-z0-9+.-]+:/.test(text);
