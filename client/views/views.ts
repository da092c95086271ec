import * as vscode from 'vscode';
import type { StatusParams } from '../../server/protocol/protocol.ts';
import { openPlace } from '../commands/show-readiness.ts';
import type { Server } from '../connection.ts';
import { type Node, placeArgument, View } from './view.ts';

/** The container of the views in package.json, and the beginning of their names. */
const container = 'isms';

/**
 * The contexts by which package.json knows whether there is an ISMS, `some` or `none`, and in it a decision about a control; unset until
 * the server has read the workspace.
 */
const contexts = { state: 'isms.state', hasDecision: 'isms.hasDecision' };

/** The views that package.json lists: each is asked of the server by the last part of its name. */
export class Views implements vscode.Disposable {
  readonly #views: ReadonlyMap<string, View>;

  constructor(server: Server, { extension, workspaceState }: vscode.ExtensionContext) {
    const names: string[] = (extension.packageJSON.contributes?.views?.[container] ?? []).map(
      ({ id }: { id: string }) => id,
    );
    this.#views = new Map(
      names.map(name => {
        const id = name.slice(container.length + 1);
        return [id, new View(name, id, server, workspaceState)];
      }),
    );
  }

  /** The commands of the views, by their names. */
  commands(): Record<string, (argument?: unknown) => unknown> {
    const filters = [...this.#views].map(
      ([id, view]) => [`isms.view.${id}.filter`, (given?: unknown) => view.choose(given)] as const,
    );
    return {
      ...Object.fromEntries(filters),
      'isms.view.goTo': node => {
        const place = isNode(node) ? node.item.place : undefined;
        return place && openPlace(placeArgument(place));
      },
      'isms.view.copyId': async node => {
        const name = isNode(node) ? node.item.name : undefined;
        if (name !== undefined) await vscode.env.clipboard.writeText(name);
        return name;
      },
    };
  }

  refresh(): void {
    for (const view of this.#views.values()) view.refresh();
  }

  /** Takes the server's news: whether there is an ISMS. */
  update({ findings, ismss }: StatusParams): void {
    if (findings === 'stored') return;
    const hasDecision = ismss.some(({ decided }) => decided > 0);
    void vscode.commands.executeCommand('setContext', contexts.state, ismss.length ? 'some' : 'none');
    void vscode.commands.executeCommand('setContext', contexts.hasDecision, hasDecision);
  }

  dispose(): void {
    for (const view of this.#views.values()) view.dispose();
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'item' in value && 'path' in value;
