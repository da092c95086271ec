import * as vscode from 'vscode';
import type { IsmsStatus, StatusParams } from '../server/protocol/protocol.ts';
import { activeUri } from './documents.ts';
import { openEditor } from './open-editor.ts';
import { innermost } from './places.ts';
import { coverageLabel, coverageText, coverageTooltip } from './status-bar-text.ts';

interface Placed {
  at: vscode.Uri;
  status: IsmsStatus;
}

/** The status bar item with the coverage of the Statement of Applicability, and the way to its first gap. */
export class StatusBar implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('isms.coverage', vscode.StatusBarAlignment.Left, 10);
  readonly #subscriptions: vscode.Disposable[];
  #ismss: Placed[] = [];
  #unread = 0;

  constructor() {
    this.#item.name = vscode.l10n.t('ISMS Coverage');
    this.#item.command = 'isms.goToFirstGap';
    this.#subscriptions = [
      this.#item,
      vscode.window.onDidChangeActiveTextEditor(() => this.#draw()),
      vscode.window.tabGroups.onDidChangeTabs(() => this.#draw()),
    ];
  }

  /** Takes the server's news. */
  update({ findings, ismss, unread }: StatusParams): void {
    if (findings === 'stored') return;
    this.#ismss = ismss.map(status => ({ at: vscode.Uri.parse(status.root), status }));
    this.#unread = unread;
    this.#draw();
  }

  /** Opens the first control without a decision or justification of the ISMS in view. */
  async goToFirstGap(): Promise<void> {
    const status = this.#current()?.status;
    if (!status) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a file of an ISMS to see its first gap.'));
    } else if (!status.firstGap) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'The Statement of Applicability of {0} has no gap: all {1} controls are decided.',
          status.title,
          status.total,
        ),
      );
    } else {
      const { uri, range } = status.firstGap;
      const { start, end } = range;
      const selection = new vscode.Range(start.line, start.character, end.line, end.character);
      await openEditor(vscode.Uri.parse(uri), { selection });
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** The ISMS of the document in view; where the view tells nothing, the only one there is. */
  #current(): Placed | undefined {
    const uri = activeUri();
    const held = uri && innermost(this.#ismss, uri);
    return held ?? (this.#ismss.length === 1 ? this.#ismss[0] : undefined);
  }

  #draw(): void {
    const status = this.#current()?.status;
    if (!status) {
      this.#item.hide();
      return;
    }
    this.#item.text = `$(checklist) ${coverageText(status, vscode.l10n.t)}`;
    this.#item.accessibilityInformation = { label: coverageLabel(status, vscode.l10n.t) };
    this.#item.tooltip = new vscode.MarkdownString(coverageTooltip(status, this.#unread, vscode.l10n.t));
    this.#item.show();
  }
}
