/** What is one file although it is spelled in two ways, as far as a file system takes two names for the same. */
import { normalUri, parentUri } from './uri.ts';

/** How a file system compares names. */
export interface FileSystem {
  /** Whether upper and lower case are the same, as by default on Windows and macOS. */
  readonly ignoresCase: boolean;
  /** Whether an accent is the same as one character and as two, as on macOS. */
  readonly ignoresUnicodeForm: boolean;
}

/** The file system of a platform, by the names that Node has for them. */
export const fileSystemOf = (platform: string): FileSystem => ({
  ignoresCase: platform === 'win32' || platform === 'darwin',
  ignoresUnicodeForm: platform === 'darwin',
});

/** One spelling for each file: the first that was met. */
export class Identities {
  private readonly fileSystem: FileSystem;
  private readonly known = new Map<string, string>();

  constructor(fileSystem: FileSystem) {
    this.fileSystem = fileSystem;
  }

  /** The one URI, in normal form, of the file that any spelling names. */
  of(given: string): string {
    const uri = normalUri(given);
    const { ignoresCase, ignoresUnicodeForm } = this.fileSystem;
    return (ignoresCase || ignoresUnicodeForm) && uri.startsWith('file:') ? this.met(uri) : uri;
  }

  /** A folder is spelled as it was met, also where a file in it is new. */
  private met(uri: string): string {
    const key = this.fold(uri);
    let met = this.known.get(key);
    if (met === undefined) {
      const parent = parentUri(uri);
      met = parent === undefined ? uri : this.met(parent) + uri.slice(parent.length);
      this.known.set(key, met);
    }
    return met;
  }

  /** Names are compared one by one, so that an escaped slash in a name does not become one between two. */
  private fold(uri: string): string {
    return uri
      .split('/')
      .map(segment => this.foldName(segment))
      .join('/');
  }

  private foldName(segment: string): string {
    let name: string;
    try {
      name = decodeURIComponent(segment);
    } catch {
      // What cannot be decoded is compared as it stands.
      return segment;
    }
    if (this.fileSystem.ignoresCase) name = name.toLowerCase();
    return encodeURIComponent(this.fileSystem.ignoresUnicodeForm ? name.normalize('NFC') : name);
  }
}
