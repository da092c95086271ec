/** Decides which files are published, and sends them: those whose findings differ, and those that mention places that moved. */
import type { Diagnostic } from '../../src/workspace/diagnostic.ts';
import { isUnplaced } from '../../src/workspace/grouping.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import type { Places } from './places.ts';
import { Published } from './published.ts';

/** Shows the diagnostics of a file; `version` is that of an open document. */
export type SendDiagnostics = (uri: string, version: number | undefined, diagnostics: readonly Diagnostic[]) => void;

export class Publisher {
  readonly published: Published;
  private readonly workspace: Workspace;
  private readonly places: Places;
  private readonly sendDiagnostics: SendDiagnostics;
  private readonly onUpdate: () => void;

  /** @param onUpdate called after each publication of what has changed */
  constructor(workspace: Workspace, places: Places, sendDiagnostics: SendDiagnostics, onUpdate: () => void) {
    this.workspace = workspace;
    this.places = places;
    this.sendDiagnostics = sendDiagnostics;
    this.onUpdate = onUpdate;
    this.published = new Published(uri => workspace.unitOf(uri)?.root);
  }

  /** Publishes the files that changed, as far as there is or was anything to say of them, and those of `always`. */
  changes(given: ReadonlySet<string>, always: Iterable<string>): void {
    const wanted = new Set(always);
    const changed = new Set([...given, ...wanted]);
    const moved = new Set<string>();
    for (const uri of changed) for (const other of this.published.mentioning(uri)) moved.add(other);
    for (const uri of [...changed].sort()) {
      const diagnostics = this.diagnosticsOf(uri);
      if (!wanted.has(uri) && !diagnostics.length && !this.published.of(uri).length) continue;
      this.publish(uri, diagnostics);
    }
    // Where nothing else differs, places in a file that changed may have moved.
    for (const uri of [...moved].sort()) {
      if (changed.has(uri)) continue;
      const diagnostics = this.diagnosticsOf(uri);
      if (placesIn(diagnostics) !== placesIn(this.published.of(uri))) this.publish(uri, diagnostics);
    }
    // How many ISMSs there are says whether it is known to which a document without a place belongs.
    for (const uri of this.places.open.keys()) {
      if (isUnplaced(uri) && !changed.has(uri) && this.differs(uri)) this.publish(uri, this.diagnosticsOf(uri));
    }
    this.onUpdate();
  }

  /** Publishes the files that have other diagnostics than were published. Returns whether there are any. */
  differences(changed: ReadonlySet<string>): boolean {
    const uris = new Set([...changed, ...this.published.uris()]);
    const different = [...uris].filter(uri => this.differs(uri));
    this.changes(new Set(), different);
    return different.length > 0;
  }

  publish(uri: string, diagnostics: readonly Diagnostic[]): void {
    this.published.set(uri, diagnostics);
    this.send(uri, diagnostics);
  }

  /** Sends again what was published: the client may spell the file otherwise now. */
  repeat(uri: string): void {
    this.send(uri, this.published.of(uri));
  }

  /** Sends again all that was published: it is said in another language now. */
  repeatAll(): void {
    for (const uri of this.published.uris()) this.repeat(uri);
  }

  private send(uri: string, diagnostics: readonly Diagnostic[]): void {
    this.sendDiagnostics(uri, this.places.open.get(uri), diagnostics);
  }

  private differs(uri: string): boolean {
    return JSON.stringify(this.diagnosticsOf(uri)) !== JSON.stringify(this.published.of(uri));
  }

  /** What is shown of a file: where it is not known which ISMS it belongs to, only what needs no other file. */
  private diagnosticsOf(uri: string): readonly Diagnostic[] {
    if (!this.places.isShown(uri)) return [];
    return this.isUnplaced(uri) ? this.workspace.localDiagnostics(uri) : this.workspace.diagnostics(uri);
  }

  /** A document without a place may belong to any of several ISMSs. */
  private isUnplaced(uri: string): boolean {
    if (this.places.unplaced.has(uri)) return true;
    return isUnplaced(uri) && this.workspace.ismss().length > 1 && !this.workspace.declaresIsms(uri);
  }
}

/** The places elsewhere that diagnostics mention, to be compared. */
const placesIn = (diagnostics: readonly Diagnostic[]): string =>
  JSON.stringify(diagnostics.map(({ related }) => related.map(({ uri, range }) => [uri, range])));
