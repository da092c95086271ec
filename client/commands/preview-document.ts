import * as vscode from 'vscode';
import { openPlaceCommand, type PreviewResult } from '../../server/protocol/protocol.ts';
import type { Server } from '../connection.ts';
import { type ChosenDocument, chooseDocument, type DocumentTexts, givenDocument } from './choose-document.ts';
import { messagePage } from './message-page.ts';

const texts = (): DocumentTexts => ({
  whichIsms: vscode.l10n.t('Preview a document of which ISMS?'),
  whichDocument: vscode.l10n.t('Preview'),
  of: label => vscode.l10n.t('Preview {0}', label),
});

interface Preview {
  readonly panel: vscode.WebviewPanel;
  readonly document: ChosenDocument;
  /** Ends the request under way, if there is one. */
  asking: vscode.CancellationTokenSource | undefined;
  /** Whether something has changed since it was asked for last, as while it was behind another tab. */
  isStale: boolean;
}

/**
 * Documents beside the text, as they look now. The server makes the pages and tells when they may have changed; it is asked again only
 * for those that can be seen.
 */
export class Previews implements vscode.Disposable {
  readonly #server: Server;
  readonly #output: vscode.LogOutputChannel;
  /** By what they show. */
  readonly #open = new Map<string, Preview>();

  constructor(server: Server, output: vscode.LogOutputChannel) {
    this.#server = server;
    this.#output = output;
  }

  /** Shows a document; asks for what `argument` leaves open. Returns whether one is shown. */
  async show(argument: unknown): Promise<boolean> {
    const given = givenDocument(argument);
    const document = await chooseDocument(this.#server, texts(), given, given.artefact === undefined);
    if (!document) return false;
    const { isms, artefact, parameters } = document;
    const key = JSON.stringify([isms.root, artefact.id, parameters]);
    const known = this.#open.get(key);
    if (known) {
      known.panel.reveal(undefined, true);
      await this.#fill(known);
      return true;
    }
    const title = [artefact.label, ...Object.values(parameters)].join(', ');
    const panel = vscode.window.createWebviewPanel(
      'isms.preview',
      vscode.l10n.t('Preview: {0}', title),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: false, enableCommandUris: [openPlaceCommand], enableFindWidget: true, localResourceRoots: [] },
    );
    const preview: Preview = { panel, document, asking: undefined, isStale: true };
    this.#open.set(key, preview);
    panel.onDidDispose(() => {
      preview.asking?.cancel();
      this.#open.delete(key);
    });
    panel.onDidChangeViewState(() => panel.visible && preview.isStale && void this.#fill(preview));
    await this.#fill(preview);
    return true;
  }

  /** What the pages show may have changed. */
  refresh(): void {
    for (const preview of this.#open.values()) {
      preview.isStale = true;
      if (preview.panel.visible) void this.#fill(preview);
    }
  }

  dispose(): void {
    for (const { panel } of [...this.#open.values()]) panel.dispose();
  }

  /** Asks for the page as it is now; what was asked before is of no use any more. */
  async #fill(preview: Preview): Promise<void> {
    const { isms, artefact, parameters } = preview.document;
    const asking = new vscode.CancellationTokenSource();
    preview.asking?.cancel();
    preview.asking = asking;
    preview.isStale = false;
    const nonce = globalThis.crypto.randomUUID();
    let html: string;
    try {
      const params = { root: isms.root, artefact: artefact.id, parameters, nonce };
      const result: PreviewResult = await this.#server.request('isms/preview', params, asking.token);
      html = result.html;
    } catch (error) {
      if (asking.token.isCancellationRequested) return;
      const reason = error instanceof Error ? error.message : String(error);
      this.#output.debug(`no preview of ${artefact.label}: ${reason}`);
      html = messagePage(vscode.l10n.t('The document “{0}” cannot be made now', artefact.label), reason, nonce);
    }
    if (!asking.token.isCancellationRequested && preview.asking === asking) preview.panel.webview.html = html;
  }
}
