/**
 * A view of an ISMS as a tree: what a side bar shows. Each view is a file of its own beside this folder and its default export;
 * `npm run generate` lists them. What lies under an item is made when it is looked at, and no list is longer than a page.
 */

import type { AnyNode } from '../../../model/declaration.ts';
import { type Declaration, nameSpan } from '../../../model/declaration.ts';
import { say } from '../../../wording/wording.ts';
import type { IsmsUnit, Workspace } from '../../../workspace/workspace.ts';
import type { Location } from '../../navigation.ts';

export interface View {
  /** Such as `risks`; the last part of the view's name in an editor. */
  readonly id: string;
  readonly title: string;
  /** Where it stands among the views, from 1. */
  readonly order: number;
  /** What may be chosen to see; the first is what is seen as long as nothing is chosen. Empty where there is no choice. */
  readonly filters: readonly Filter[];
  build(given: Given): Tree;
}

/** A view as its file writes it. */
export const view = (defined: View): View => defined;

export interface Filter {
  readonly id: string;
  /** In a few words, such as `Undecided`. */
  readonly label: string;
}

/** What a view is built of. */
export interface Given {
  readonly workspace: Workspace;
  readonly unit: IsmsUnit;
  /** The id of one of the view's filters; empty where it has none. */
  readonly filter: string;
}

export interface Tree {
  readonly items: readonly Item[];
  /** What asks for attention: a number, and what it counts, such as `3 overdue`. */
  readonly badge?: { readonly count: number; readonly label: string };
  /** A sentence over the items, or in their place. */
  readonly message?: string;
}

/** How an item is to be taken: it is drawn in the editor's colour for that. */
export type Tone = 'bad' | 'warn' | 'good' | 'muted';

export interface Item {
  /** Different from that of its neighbours. */
  readonly id: string;
  readonly label: string;
  /** More, beside the label. */
  readonly description?: string;
  /** Yet more, when one points at it: plain text. */
  readonly tooltip?: string;
  /** The name of one of the icons that VS Code and others share, see https://microsoft.github.io/vscode-codicons/. */
  readonly icon?: string;
  readonly tone?: Tone;
  /** Where it leads. */
  readonly place?: Location | undefined;
  /** The name by which it is referred to. */
  readonly name?: string;
  readonly isOpen?: boolean;
  /** What lies under it; left out where nothing does. */
  readonly children?: () => readonly Item[];
}

/** How many items are shown under another before the rest is put under one of its own. */
export const pageSize = 200;

/** A list as items, a page at a time: what is behind the first page lies under an item that says so. */
export function paged<T>(all: readonly T[], toItem: (one: T, index: number) => Item, from = 0): readonly Item[] {
  const end = Math.min(all.length, from + pageSize);
  const items = all.slice(from, end).map((one, index) => toItem(one, from + index));
  if (end === all.length) return items;
  const last = Math.min(all.length, end + pageSize);
  const label = say('{0} to {1} of {2}', end + 1, last, all.length);
  return [...items, { id: `from-${end}`, label, icon: 'ellipsis', children: () => paged(all, toItem, end) }];
}

/** Where a declaration, or a part of it, is named. */
export function placeIn(unit: IsmsUnit, declaration: Declaration, node: AnyNode = declaration): Location | undefined {
  const block = unit.isms.blockOf(declaration);
  return block && { uri: block.file.uri, range: block.range(nameSpan(node)) };
}
