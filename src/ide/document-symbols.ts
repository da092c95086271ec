/** The outline of a file. */
import { blockType, isNested, kindWord, nodeTypes } from '../language/schema.ts';
import { type AnyNode, nameSpan } from '../model/declaration.ts';
import type { TextRange } from '../syntax/text/chunked-text.ts';
import { say } from '../wording/wording.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { shorten } from './markdown.ts';

export interface OutlineEntry {
  readonly name: string;
  /** Name and title together, by which editors search. */
  readonly label: string;
  /** The title, where there is one beside the name. */
  readonly detail: string;
  /** The node type, such as `Risk`. */
  readonly type: string;
  readonly range: TextRange;
  readonly selection: TextRange;
  readonly children: readonly OutlineEntry[];
}

/** The declarations of a file from top to bottom, with what is declared inside them. */
export function outline(workspace: Workspace, uri: string): OutlineEntry[] {
  const file = workspace.file(uri);
  if (!file) return [];
  return file.blocks.flatMap(block => {
    if (!block.declaration) return [];
    const entry = (node: AnyNode): OutlineEntry => ({
      name: node.names?.length
        ? node.names.map(name => name.value).join(', ')
        : (node.title?.value ?? kindWord(node.$type)),
      label: labelled(node.names?.map(name => name.value).join(', '), node.title?.value) || kindWord(node.$type),
      detail: node.names?.length ? (node.title?.value ?? '') : say(kindWord(node.$type)),
      type: node.$type,
      range: block.range({ start: node.$start, end: node.$end }),
      selection: block.range(nameSpan(node)),
      children: inner(node).map(entry),
    });
    return [entry(block.declaration)];
  });
}

/** What is declared inside a node, in the order of the text: requirements, actions, decisions, results, entries. */
function inner(node: AnyNode): AnyNode[] {
  const nested = (nodeTypes[node.$type]?.properties ?? []).filter(property => {
    const block = blockType(property);
    return block !== undefined && isNested(block);
  });
  return nested
    .flatMap(({ feature }) => Reflect.get(node, feature) as readonly AnyNode[])
    .sort((a, b) => a.$start - b.$start);
}

/** The most of a label that is shown. */
const longest = 120;

/** Name and title on one line: `R-001 Ransomware encrypts the database`. */
export const labelled = (name: string | undefined, title: string | undefined): string =>
  shorten([name, title].filter(Boolean).join(' '), longest);
