/** What the server needs of the place it runs in: files. Node reads them itself; in a browser the client is asked. */
export interface Host {
  /** The URIs of all `.isms` files, configuration and lock files under a folder, in any order. */
  findFiles(folder: string): Promise<string[]>;
  /** The text of a file; undefined where there is none or it cannot be read. */
  readFile(uri: string): Promise<string | undefined>;
  /** Whether a file exists; undefined where that is not known, or not yet. */
  fileExists(uri: string): boolean | undefined;
}
