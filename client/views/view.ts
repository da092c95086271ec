import * as vscode from 'vscode';
import {
  openPlaceCommand,
  type PlaceArgument,
  type ViewItem,
  type ViewResult,
} from '../../server/protocol/protocol.ts';
import type { Server } from '../connection.ts';

/** An item of a view, and the ids that lead to it. */
export interface Node {
  readonly item: ViewItem;
  readonly path: readonly string[];
}

/** One view of the side bar: a tree that the server has, asked for level by level as the user opens it. */
export class View implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  /** As the server calls it, such as `risks`. */
  readonly #id: string;
  readonly #server: Server;
  readonly #memory: vscode.Memento;
  readonly #tree: vscode.TreeView<Node>;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #filters: NonNullable<ViewResult['filters']> = [];

  constructor(name: string, id: string, server: Server, memory: vscode.Memento) {
    this.#id = id;
    this.#server = server;
    this.#memory = memory;
    this.#tree = vscode.window.createTreeView(name, { treeDataProvider: this, showCollapseAll: true });
  }

  /** Asks the server again, at once if the view can be seen, and else when it can. */
  refresh(): void {
    this.#changed.fire(undefined);
  }

  /** Asks what is to be seen; where `given` names a filter of the view, nobody is asked. Returns the filter that is chosen then. */
  async choose(given?: unknown): Promise<string | undefined> {
    if (!this.#filters.length) await this.#ask([]);
    const now = this.#filter;
    const items = this.#filters.map(({ id, label }) => ({
      label,
      id,
      ...(id === now && { description: vscode.l10n.t('shown now') }),
    }));
    const chosen =
      items.find(({ id }) => id === given) ??
      (await vscode.window.showQuickPick(items, { title: this.#tree.title ?? '', placeHolder: vscode.l10n.t('Show') }));
    if (!chosen) return undefined;
    await this.#memory.update(this.#key, chosen.id);
    this.refresh();
    return chosen.id;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    const path = node?.path ?? [];
    const { items } = await this.#ask(path);
    return items.map(item => ({ item, path: [...path, item.id] }));
  }

  getTreeItem({ item, path }: Node): vscode.TreeItem {
    const { label, description, tooltip, icon, tone, place, name, expands } = item;
    const shown = new vscode.TreeItem(label, states[expands]);
    shown.id = JSON.stringify([this.#filter, ...path]);
    if (description) shown.description = description;
    shown.tooltip = tooltip ?? [label, description].filter(Boolean).join('\n');
    shown.accessibilityInformation = { label: [label, description].filter(Boolean).join(', ') };
    if (icon) shown.iconPath = new vscode.ThemeIcon(icon, tone && new vscode.ThemeColor(colours[tone]));
    shown.contextValue = [place && 'place', name && 'name'].filter(Boolean).join(' ');
    if (place)
      shown.command = { title: vscode.l10n.t('Go to'), command: openPlaceCommand, arguments: [placeArgument(place)] };
    return shown;
  }

  dispose(): void {
    this.#tree.dispose();
    this.#changed.dispose();
  }

  get #key(): string {
    return `isms.view.${this.#id}.filter`;
  }

  /** The filter that was chosen; without one the server takes its first. */
  get #filter(): string | undefined {
    return this.#memory.get<string>(this.#key);
  }

  async #ask(path: readonly string[]): Promise<ViewResult> {
    const filter = this.#filter;
    const result = await this.#server.request('isms/view', {
      view: this.#id,
      path: [...path],
      ...(filter !== undefined && { filter }),
    });
    if (!path.length) this.#show(result);
    return result;
  }

  #show({ filters, badge, message }: ViewResult): void {
    this.#filters = filters ?? [];
    const chosen = this.#filters.find(({ id }) => id === this.#filter) ?? this.#filters[0];
    this.#tree.description = chosen?.label ?? '';
    this.#tree.badge = badge && { value: badge.count, tooltip: badge.label };
    // Without items and message VS Code shows what package.json says for an empty view.
    this.#tree.message = message ?? '';
  }
}

const states = {
  no: vscode.TreeItemCollapsibleState.None,
  collapsed: vscode.TreeItemCollapsibleState.Collapsed,
  expanded: vscode.TreeItemCollapsibleState.Expanded,
};

/** Colours of the theme, so that they are told apart in each. */
const colours = {
  bad: 'problemsErrorIcon.foreground',
  warn: 'problemsWarningIcon.foreground',
  good: 'testing.iconPassed',
  muted: 'disabledForeground',
};

export const placeArgument = ({ uri, range }: NonNullable<ViewItem['place']>): PlaceArgument => ({
  uri,
  ...range.start,
});
