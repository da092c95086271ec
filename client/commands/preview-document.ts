import * as vscode from 'vscode';
import type { Server } from '../connection.ts';
import { LivePages } from '../live-pages.ts';
import { chooseDocument, type DocumentTexts, givenDocument } from './choose-document.ts';

const texts = (): DocumentTexts => ({
  whichIsms: vscode.l10n.t('Preview a document of which ISMS?'),
  whichDocument: vscode.l10n.t('Preview'),
  of: label => vscode.l10n.t('Preview {0}', label),
});

/** Documents beside the text, as they look now. */
export class Previews implements vscode.Disposable {
  readonly #server: Server;
  readonly #pages: LivePages;

  constructor(server: Server, output: vscode.LogOutputChannel) {
    this.#server = server;
    this.#pages = new LivePages('isms.preview', output);
  }

  /** Shows a document; asks for what `argument` leaves open. Returns whether one is shown. */
  async show(argument: unknown): Promise<boolean> {
    const given = givenDocument(argument);
    const document = await chooseDocument(this.#server, texts(), given, given.artefact === undefined);
    if (!document) return false;
    const { isms, artefact, parameters } = document;
    await this.#pages.show({
      key: JSON.stringify([isms.root, artefact.id, parameters]),
      title: vscode.l10n.t('Preview: {0}', [artefact.label, ...Object.values(parameters)].join(', ')),
      failing: vscode.l10n.t('The document “{0}” cannot be made now', artefact.label),
      ask: async (nonce, token) => {
        const params = { root: isms.root, artefact: artefact.id, parameters, nonce };
        return (await this.#server.request('isms/preview', params, token)).html;
      },
    });
    return true;
  }

  /** What the pages show may have changed. */
  refresh(): void {
    this.#pages.refresh();
  }

  dispose(): void {
    this.#pages.dispose();
  }
}
