import * as vscode from 'vscode';
import { openPlaceCommand } from '../server/protocol/protocol.ts';
import { messagePage } from './commands/message-page.ts';

/** A page to be shown beside the text. */
export interface LivePage {
  /** What it shows: asked for twice, it is the same page. */
  readonly key: string;
  /** The title of its tab. */
  readonly title: string;
  /** What is told in its place where it cannot be made, as the heading over the reason. */
  readonly failing: string;
  /** Asks for the page as it is now; its style and policy bear the nonce. */
  readonly ask: (nonce: string, token: vscode.CancellationToken) => Promise<string>;
}

interface Shown {
  readonly panel: vscode.WebviewPanel;
  readonly page: LivePage;
  /** Ends the request under way, if there is one. */
  asking: vscode.CancellationTokenSource | undefined;
  /** Whether something has changed since it was asked for last, as while it was behind another tab. */
  isStale: boolean;
}

/**
 * Pages beside the text that follow it. The server makes them and tells when they may have changed; it is asked again only for those that
 * can be seen.
 */
export class LivePages implements vscode.Disposable {
  readonly #viewType: string;
  readonly #output: vscode.LogOutputChannel;
  /** By what they show. */
  readonly #open = new Map<string, Shown>();

  constructor(viewType: string, output: vscode.LogOutputChannel) {
    this.#viewType = viewType;
    this.#output = output;
  }

  /** Shows a page, or brings it up to date where it is shown already. */
  async show(page: LivePage): Promise<void> {
    const known = this.#open.get(page.key);
    if (known) {
      known.panel.reveal(undefined, true);
      await this.#fill(known);
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      this.#viewType,
      page.title,
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: false, enableCommandUris: [openPlaceCommand], enableFindWidget: true, localResourceRoots: [] },
    );
    const shown: Shown = { panel, page, asking: undefined, isStale: true };
    this.#open.set(page.key, shown);
    panel.onDidDispose(() => {
      shown.asking?.cancel();
      this.#open.delete(page.key);
    });
    panel.onDidChangeViewState(() => panel.visible && shown.isStale && void this.#fill(shown));
    await this.#fill(shown);
  }

  /** What the pages show may have changed. */
  refresh(): void {
    for (const shown of this.#open.values()) {
      shown.isStale = true;
      if (shown.panel.visible) void this.#fill(shown);
    }
  }

  dispose(): void {
    for (const { panel } of [...this.#open.values()]) panel.dispose();
  }

  /** Asks for the page as it is now; what was asked before is of no use any more. */
  async #fill(shown: Shown): Promise<void> {
    const { panel, page } = shown;
    const asking = new vscode.CancellationTokenSource();
    shown.asking?.cancel();
    shown.asking = asking;
    shown.isStale = false;
    const nonce = globalThis.crypto.randomUUID();
    let html: string;
    try {
      html = await page.ask(nonce, asking.token);
    } catch (error) {
      if (asking.token.isCancellationRequested) return;
      const reason = error instanceof Error ? error.message : String(error);
      this.#output.debug(`${page.failing}: ${reason}`);
      html = messagePage(page.failing, reason, nonce);
    }
    if (!asking.token.isCancellationRequested && shown.asking === asking) panel.webview.html = html;
  }
}
