/**
 * The open documents, as the client spells them. A client may open one file twice, by two spellings or through a link, and then has two
 * documents with texts of their own: the one that was opened or changed last counts.
 */
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { ClientUris } from '../protocol/client-uris.ts';
import type { Session } from './session.ts';

export class Documents {
  private readonly session: Session;
  private readonly uris: ClientUris;
  /** Documents of which the file is open more than once, by the client's URI; of all others the workspace has the text. */
  private readonly twins = new Map<string, TextDocument>();
  private readonly versions = new Map<string, number>();

  constructor(session: Session, uris: ClientUris) {
    this.session = session;
    this.uris = uris;
  }

  open(given: string, version: number, text: string): void {
    const uri = this.uris.open(given);
    const others = this.uris.spellingsOf(uri).filter(other => other !== given);
    for (const other of others) {
      if (!this.twins.has(other))
        this.keep(other, this.versions.get(other) ?? 0, this.session.workspace.text(uri) ?? '');
    }
    this.versions.set(given, version);
    if (others.length) this.keep(given, version, text);
    this.session.didOpen(uri, version, text);
  }

  change(given: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    if (!this.versions.has(given)) return;
    this.versions.set(given, version);
    const twin = this.twins.get(given);
    if (!twin) {
      this.session.didChange(this.uris.in(given), version, changes);
      return;
    }
    TextDocument.update(twin, [...changes], version);
    this.show(given);
  }

  async close(given: string): Promise<void> {
    const uri = this.uris.close(given);
    this.versions.delete(given);
    this.twins.delete(given);
    const [other, another] = this.uris.spellingsOf(uri);
    if (other === undefined) return this.session.didClose(uri);
    this.show(this.uris.spellingsOf(uri).at(-1) ?? other);
    if (another === undefined) this.twins.delete(other);
  }

  /** The text of a document whose file is open more than once; undefined for any other. */
  twinText(given: string): string | undefined {
    return this.twins.get(given)?.getText();
  }

  private keep(given: string, version: number, text: string): void {
    this.twins.set(given, TextDocument.create(given, 'isms', version, text));
  }

  /** Makes a document's text that of its file. */
  private show(given: string): void {
    const twin = this.twins.get(given);
    if (!twin) return;
    const uri = this.uris.open(given);
    this.session.didChange(uri, twin.version, [{ text: twin.getText() }]);
  }
}
