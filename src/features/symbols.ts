/** The outline of a file, and the names of the whole workspace. */
import { kindWord } from '../language/schema.ts';
import type { TextRange } from '../language/text/chunked-text.ts';
import type { SourceFile } from '../model/block.ts';
import { type AnyNode, type Declaration, label, nameSpan } from '../model/declaration.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Location } from './navigation.ts';

export interface OutlineEntry {
  readonly name: string;
  /** The title, where there is one beside the name. */
  readonly detail: string;
  /** The rule of the grammar, such as `Risk`. */
  readonly type: string;
  readonly range: TextRange;
  readonly selection: TextRange;
  readonly children: readonly OutlineEntry[];
}

/** The declarations of a file from top to bottom, with what is declared inside them. */
export function outline(workspace: Workspace, uri: string): OutlineEntry[] {
  const file = workspace.file(uri);
  if (!file) return [];
  return file.text.chunks.flatMap(chunk => {
    const block = file.blocks.get(chunk);
    if (!block?.declaration) return [];
    const entry = (node: AnyNode, children: readonly AnyNode[]): OutlineEntry => ({
      name: node.names?.length
        ? node.names.map(name => name.value).join(', ')
        : (node.title?.value ?? kindWord(node.$type)),
      detail: node.names?.length ? (node.title?.value ?? '') : kindWord(node.$type),
      type: node.$type,
      range: block.range({ start: node.$start, end: node.$end }),
      selection: block.range(nameSpan(node)),
      children: children.map(child => entry(child, [])),
    });
    return [entry(block.declaration, inner(block.declaration))];
  });
}

/** The nodes inside a declaration that people look for: requirements, actions, decisions, results, entries. */
function inner(declaration: Declaration): readonly AnyNode[] {
  switch (declaration.$type) {
    case 'Party':
      return declaration.requirements;
    case 'Risk':
    case 'Objective':
    case 'Finding':
      return declaration.actions;
    case 'Review':
      return declaration.decisions;
    case 'Metric':
      return declaration.results;
    case 'Catalog':
      return declaration.entries;
    default:
      return [];
  }
}

export interface NamedPlace extends Location {
  readonly name: string;
  readonly type: string;
  readonly container: string;
}

/** The most names that are told at once. */
const limit = 200;

/** Names that contain the query, or whose title does, case aside; at most 200, in the order of the ISMS. */
export function workspaceNames(workspace: Workspace, query: string): NamedPlace[] {
  const sought = query.toLowerCase();
  // Most declarations can be told not to fit by their text alone, without being read.
  const inText = new RegExp(query.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i');
  const hits: NamedPlace[] = [];
  for (const unit of workspace.allUnits()) {
    const [isms] = unit.isms.blocks('Isms');
    const container = isms?.declaration ? label(isms.declaration) : '';
    for (const uri of [...unit.isms.files.keys()].sort()) {
      const file = unit.isms.files.get(uri) as SourceFile;
      for (const chunk of file.text.chunks) {
        const block = file.blocks.get(chunk);
        if (!block?.kind || !inText.test(chunk.text)) continue;
        for (const { name, type, node, start, end } of block.declaration?.$definitions ?? []) {
          const title = node.title?.value ?? '';
          if (!name.toLowerCase().includes(sought) && !title.toLowerCase().includes(sought)) continue;
          hits.push({ name, type, container, uri, range: block.range({ start, end }) });
          if (hits.length >= limit) return hits;
        }
      }
    }
    unit.isms.trim();
  }
  return hits;
}
