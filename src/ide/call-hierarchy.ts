/** The chain that an auditor follows: a risk, the controls that treat it, what shows that they work, and the documents behind that. */

import type { Block } from '../incremental/block.ts';
import { compareBlocks } from '../incremental/block.ts';
import { type AnyNode, type Declaration, type Kind, label, nameSpan, type Ref } from '../model/declaration.ts';
import { accepts } from '../model/reference-types.ts';
import type { TextPosition, TextRange } from '../syntax/text/chunked-text.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';
import { placeAt } from './place.ts';

/** From what asks to what answers. */
const chain: readonly Kind[] = ['Risk', 'Control', 'Evidence', 'PolicyDocument'];

export interface ChainItem {
  readonly uri: string;
  /** The name, as it is written first. */
  readonly name: string;
  readonly title: string;
  readonly type: Kind;
  readonly range: TextRange;
  readonly selection: TextRange;
}

/** A neighbour in the chain, and where the two are tied together, in the text of the one that comes first in the chain. */
export interface ChainLink {
  readonly item: ChainItem;
  readonly places: readonly TextRange[];
}

/** What stands at a position: what the name there means, or else the declaration around it. */
export function chainItemsAt(workspace: Workspace, uri: string, position: TextPosition): ChainItem[] {
  const place = placeAt(workspace, uri, position);
  if (!place) return [];
  const { unit, block, reference } = place;
  const named = reference ? targetsOf(unit, reference) : [];
  const blocks = named.length ? named : [block];
  return blocks.filter(isInChain).map(itemOf);
}

/** What follows an item in the chain. */
export const followers = (workspace: Workspace, uri: string, position: TextPosition): ChainLink[] =>
  neighbours(workspace, uri, position, 1);

/** What comes before it. */
export const leaders = (workspace: Workspace, uri: string, position: TextPosition): ChainLink[] =>
  neighbours(workspace, uri, position, -1);

const rankOf = (block: Block): number => (block.kind ? chain.indexOf(block.kind) : -1);

const isInChain = (block: Block): boolean => rankOf(block) >= 0 && block.declaration !== undefined;

/** Either of the two may name the other: a risk its controls, or a control the risk because of which it is there. */
function neighbours(workspace: Workspace, uri: string, position: TextPosition, direction: 1 | -1): ChainLink[] {
  const place = placeAt(workspace, uri, position);
  const declaration = place?.block.declaration;
  if (!place || !declaration || !isInChain(place.block)) return [];
  const { unit, block } = place;
  const isWanted = (other: Block): boolean =>
    other !== block && isInChain(other) && Math.sign(rankOf(other) - rankOf(block)) === direction;
  /** The places in the text of what comes first; where only the other names it, its own name. */
  const places = new Map<Block, TextRange[]>();
  const note = (other: Block, first: Block, ref: Ref, writer: Block): void => {
    const known = places.get(other) ?? [];
    if (writer === first) known.push(first.range(ref));
    places.set(other, known);
  };
  for (const ref of declaration.$references)
    for (const other of targetsOf(unit, ref))
      if (isWanted(other)) note(other, direction === 1 ? block : other, ref, block);
  for (const definition of declaration.$definitions) {
    for (const user of unit.isms.symbols.get(definition.name)?.users() ?? []) {
      if (!isWanted(user)) continue;
      for (const ref of user.declaration?.$references ?? [])
        if (ref.name === definition.name && accepts(ref.type, definition.type))
          note(user, direction === 1 ? block : user, ref, user);
    }
  }
  return [...places]
    .sort(([a], [b]) => compareBlocks(a, b))
    .map(([other, ranges]) => ({
      item: itemOf(other),
      places: ranges.length ? ranges : [selectionOf(direction === 1 ? block : other)],
    }));
}

function targetsOf(unit: IsmsUnit, ref: Ref): Block[] {
  const blocks = unit.isms.declared(ref.name, ref.type).map(({ declaration }) => unit.isms.blockInReach(declaration));
  return [...new Set(blocks.filter(block => block !== undefined))];
}

const selectionOf = (block: Block): TextRange => block.range(nameSpan(block.declaration as AnyNode));

function itemOf(block: Block): ChainItem {
  const declaration = block.declaration as Declaration;
  const node = declaration as AnyNode;
  return {
    uri: block.file.uri,
    name: label(node),
    title: node.title?.value ?? '',
    type: declaration.$type,
    range: block.range({ start: node.$start, end: node.$end }),
    selection: selectionOf(block),
  };
}
