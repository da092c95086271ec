import * as vscode from 'vscode';
import {
  type FromPage,
  isNamedIn,
  keptIsms,
  messageFromPage,
  panelType,
  type ToPage,
} from '../../dashboard/messages.ts';
import { messagePage } from '../commands/message-page.ts';
import type { Server } from '../connection.ts';
import { pickIsms } from '../pick-isms.ts';
import { dashboardPage, pageFolder } from './page.ts';
import { revealBeside } from './reveal-beside.ts';
import { saveDrawing } from './save-drawing.ts';
import { writeAbout } from './writing.ts';

interface Dashboard {
  readonly panel: vscode.WebviewPanel;
  /** URI of the folder of the ISMS. */
  readonly root: string;
  /** What the page was told last. */
  pictures: object | undefined;
  /** Ends the request under way, if there is one. */
  asking: vscode.CancellationTokenSource | undefined;
  /** The same of the history. */
  askingPast: vscode.CancellationTokenSource | undefined;
}

/**
 * The pictures of ISMSs beside the text, as they are now: one panel each. The server makes the data and tells when it may have changed; it is
 * asked again only for panels that can be seen. A panel that is hidden forgets its page, and one that is shown again begins anew: what was
 * chosen VS Code keeps for the page, also when the window is loaded again.
 */
export class Dashboards implements vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #server: Server;
  readonly #extension: vscode.Uri;
  readonly #report: (error: unknown) => void;
  /** By the folder of their ISMS. */
  readonly #open = new Map<string, Dashboard>();
  readonly #serializer: vscode.Disposable;

  /** @param report tells the user what went wrong with something that the page asked for */
  constructor(server: Server, { extensionUri }: vscode.ExtensionContext, report: (error: unknown) => void) {
    this.#server = server;
    this.#extension = extensionUri;
    this.#report = report;
    this.#serializer = vscode.window.registerWebviewPanelSerializer(panelType, this);
  }

  /** Shows the pictures of an ISMS; `argument` may be a file of it, or `{ root }`. Returns whether they are shown. */
  async show(argument: unknown): Promise<boolean> {
    const isms = await pickIsms(this.#server, vscode.l10n.t('Show the dashboard of which ISMS?'), givenIsms(argument));
    if (!isms) return false;
    const known = this.#open.get(isms.root);
    if (known) {
      known.panel.reveal(undefined, true);
      return true;
    }
    const panel = vscode.window.createWebviewPanel(
      panelType,
      vscode.l10n.t('Dashboard: {0}', isms.title),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableFindWidget: true },
    );
    this.#fill(panel, isms.root);
    return true;
  }

  /** VS Code has kept a panel while the window was closed. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const root = keptIsms(state);
    if (root !== undefined && !this.#open.has(root)) this.#fill(panel, root);
    else if (root !== undefined) panel.dispose();
    else {
      const hint = vscode.l10n.t('Close this tab and run “ISMS: Open Dashboard”.');
      panel.webview.html = messagePage(
        vscode.l10n.t('This dashboard cannot be restored'),
        hint,
        globalThis.crypto.randomUUID(),
      );
    }
  }

  /** What the pictures show may have changed. */
  refresh(): void {
    // The page of a hidden panel asks when it begins anew.
    for (const dashboard of this.#open.values()) if (dashboard.panel.visible) void this.#tell(dashboard);
  }

  dispose(): void {
    this.#serializer.dispose();
    // The panels stay for VS Code to restore.
    for (const { asking, askingPast } of this.#open.values()) {
      asking?.cancel();
      askingPast?.cancel();
    }
  }

  #fill(panel: vscode.WebviewPanel, root: string): void {
    const dashboard: Dashboard = { panel, root, pictures: undefined, asking: undefined, askingPast: undefined };
    this.#open.set(root, dashboard);
    panel.onDidDispose(() => {
      dashboard.asking?.cancel();
      dashboard.askingPast?.cancel();
      this.#open.delete(root);
    });
    const icon = (name: string): vscode.Uri => vscode.Uri.joinPath(this.#extension, 'client', name);
    panel.iconPath = { light: icon('file-light.svg'), dark: icon('file-dark.svg') };
    const { webview } = panel;
    webview.onDidReceiveMessage((given: unknown) => {
      const message = messageFromPage(given);
      if (message) this.#answer(dashboard, message).catch(this.#report);
    });
    webview.options = { enableScripts: true, localResourceRoots: [pageFolder(this.#extension)] };
    webview.html = dashboardPage(webview, this.#extension, root);
  }

  async #answer(dashboard: Dashboard, message: FromPage): Promise<void> {
    if (message.kind === 'ready') await this.#tell(dashboard);
    else if (message.kind === 'history') await this.#tellHistory(dashboard);
    else if (message.kind === 'write') await writeAbout(this.#server, dashboard.root, message.about, message.id);
    else if (message.kind === 'save') await saveDrawing(dashboard.root, message.file);
    else if (isNamedIn(dashboard.pictures, message.place.path))
      await revealBeside(dashboard.panel, dashboard.root, message.place, message.goes);
  }

  /** Asks for the pictures as they are now, and tells the page; what was asked before is of no use any more. */
  async #tell(dashboard: Dashboard): Promise<void> {
    const asking = new vscode.CancellationTokenSource();
    dashboard.asking?.cancel();
    dashboard.asking = asking;
    let message: ToPage;
    try {
      const { pictures } = await this.#server.request('isms/pictures', { root: dashboard.root }, asking.token);
      message = { kind: 'pictures', pictures };
    } catch (error) {
      message = { kind: 'problem', message: error instanceof Error ? error.message : String(error) };
    }
    if (asking.token.isCancellationRequested || dashboard.asking !== asking) return;
    if (message.kind === 'pictures') dashboard.pictures = message.pictures;
    // Nobody listens where the panel was hidden meanwhile; its page asks again.
    await dashboard.panel.webview.postMessage(message);
  }

  /** Asks for the history, which the page wants to show, and tells it; what was asked before is of no use any more. */
  async #tellHistory(dashboard: Dashboard): Promise<void> {
    const asking = new vscode.CancellationTokenSource();
    dashboard.askingPast?.cancel();
    dashboard.askingPast = asking;
    let message: ToPage;
    try {
      message = (await this.#server.request('isms/history', { root: dashboard.root }, asking.token)).news;
    } catch (error) {
      message = { kind: 'no-history', why: error instanceof Error ? error.message : String(error) };
    }
    if (asking.token.isCancellationRequested) return;
    await dashboard.panel.webview.postMessage(message);
  }
}

/** Menus give the clicked file, a shortcut or task an object. */
function givenIsms(argument: unknown): { root?: string; near?: vscode.Uri } {
  if (argument instanceof vscode.Uri) return { near: argument };
  const root = typeof argument === 'object' && argument !== null && 'root' in argument ? argument.root : undefined;
  return typeof root === 'string' ? { root } : {};
}
