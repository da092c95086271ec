/**
 * Answers what the views of a side bar show, and tells the client when that may have changed: once nothing has happened for a while, and
 * only if it has asked since it was told last. What was built is kept while it is in use, since an editor asks item by item.
 */
import { type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { views } from '../../src/ide/views/generated/registry.ts';
import type { Item, Tree, View } from '../../src/ide/views/shared/view.ts';
import { label } from '../../src/model/declaration.ts';
import { say } from '../../src/wording/wording.ts';
import type { IsmsUnit, Workspace } from '../../src/workspace/workspace.ts';
import { Methods, type ViewItem, type ViewParams, type ViewResult } from '../protocol/protocol.ts';
import type { Guard } from './guard.ts';
import { later } from './timers.ts';

export interface ViewsOptions {
  readonly connection: Connection;
  readonly guard: Guard;
  /** Whether the client wants to be told. */
  readonly isTold: () => boolean;
  /** How long nothing has to happen before the client is told, in milliseconds. */
  readonly delay?: number;
}

/** How long what was built is kept after it was last asked for, in milliseconds: it holds declarations. */
const kept = 2000;

export class Views {
  private readonly options: ViewsOptions;
  private readonly built = new Map<string, Tree>();
  private wasAsked = false;
  private telling: ReturnType<typeof setTimeout> | undefined;
  private forgetting: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ViewsOptions) {
    this.options = options;
  }

  /** Something has changed. */
  changed(): void {
    this.built.clear();
    clearTimeout(this.telling);
    if (!this.wasAsked || !this.options.isTold()) return;
    this.telling = later(this.options.delay ?? 200, () => {
      this.wasAsked = false;
      this.options.guard.promise(
        'telling of changed views',
        this.options.connection.sendNotification(Methods.viewsChanged, {}),
      );
    });
  }

  /** The client shows something that follows what changes: it is to be told. */
  asked(): void {
    this.wasAsked = true;
  }

  stop(): void {
    clearTimeout(this.telling);
    clearTimeout(this.forgetting);
    this.built.clear();
  }

  /**
   * The items under a path. Where there are several ISMSs, they are the first items. A path that leads nowhere any more has none.
   * @throws ResponseError for a view that there is not
   */
  answer(workspace: Workspace, { view: id, filter, path = [] }: ViewParams): ViewResult {
    const view = views.find(each => each.id === id);
    if (!view) {
      const known = views.map(each => each.id).join(', ');
      throw new ResponseError(LSPErrorCodes.RequestFailed, say('There is no view {0}. Views: {1}.', id, known));
    }
    this.asked();
    clearTimeout(this.forgetting);
    this.forgetting = later(kept, () => this.built.clear());
    const chosen = (view.filters.find(each => each.id === filter) ?? view.filters[0])?.id ?? '';
    const treeOf = (unit: IsmsUnit): Tree => this.tree(workspace, view, unit, chosen);
    const units = workspace.ismss();
    const [only] = units;
    const root: Tree = units.length === 1 && only ? treeOf(only) : together(units, treeOf, path.length === 0);
    const items = under(root.items, path).map(toViewItem);
    if (path.length) return { items };
    const { badge, message } = root;
    return {
      items,
      filters: view.filters.map(({ id, label }) => ({ id, label: say(label) })),
      ...(badge && { badge }),
      ...(message && { message }),
    };
  }

  private tree(workspace: Workspace, view: View, unit: IsmsUnit, filter: string): Tree {
    const key = JSON.stringify([view.id, unit.root, filter]);
    let tree = this.built.get(key);
    if (!tree) this.built.set(key, (tree = view.build({ workspace, unit, filter })));
    return tree;
  }
}

/** Several ISMSs as one tree; `isWhole`: its badge and descriptions are wanted, for which all are built. */
function together(units: readonly IsmsUnit[], treeOf: (unit: IsmsUnit) => Tree, isWhole: boolean): Tree {
  const badges = isWhole ? units.flatMap(unit => treeOf(unit).badge ?? []) : [];
  const count = badges.reduce((sum, badge) => sum + badge.count, 0);
  return {
    items: units.map(unit => {
      const { isms } = unit.view();
      const message = isWhole ? treeOf(unit).message : undefined;
      return {
        id: unit.root,
        label: isms?.title?.value ?? (isms ? label(isms) : unit.root),
        ...(message && { description: message }),
        icon: 'folder-library',
        isOpen: true,
        children: () => treeOf(unit).items,
      };
    }),
    ...(count && { badge: { count, label: badges.map(badge => badge.label).join(', ') } }),
  };
}

function under(items: readonly Item[], path: readonly string[]): readonly Item[] {
  let found = items;
  for (const id of path) found = found.find(item => item.id === id)?.children?.() ?? [];
  return found;
}

function toViewItem({ children, isOpen, place, ...item }: Item): ViewItem {
  const expands = !children ? 'no' : isOpen ? 'expanded' : 'collapsed';
  return { ...item, ...(place && { place: { uri: place.uri, range: place.range } }), expands };
}
