/** The names of the whole workspace, found by what they or their titles contain. */
import type { Block, SourceFile } from '../incremental/block.ts';
import { label } from '../model/declaration.ts';
import { outlineOf } from '../syntax/outline.ts';
import { textValue } from '../syntax/text/quoted-text.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { labelled } from './document-symbols.ts';
import type { Location } from './navigation.ts';

export interface NamedPlace extends Location {
  readonly name: string;
  /** Name and title together, by which editors search. */
  readonly label: string;
  readonly type: string;
  readonly container: string;
}

/** The most names that are told at once. */
const limit = 200;

/** The names and titles of a file in small letters, a line each, with the block and place of the definition that it speaks of. */
interface Directory {
  readonly revision: number;
  readonly text: string;
  /** Where each line begins, in ascending order. */
  readonly starts: readonly number[];
  readonly blocks: readonly Block[];
  readonly places: readonly number[];
}

/** Made when names are first asked for, and again for a file that has changed. */
const directories = new WeakMap<SourceFile, Directory>();

function directoryOf(file: SourceFile): Directory {
  const known = directories.get(file);
  if (known?.revision === file.revision) return known;
  const lines: string[] = [];
  const starts: number[] = [];
  const blocks: Block[] = [];
  const places: number[] = [];
  let length = 0;
  for (const block of file.blocks) {
    const definitions = [...declaredIn(block).entries()];
    for (const [place, { name, title }] of definitions.sort(([, a], [, b]) => a.start - b.start)) {
      const line = `${name}\n${title.replaceAll('\n', ' ')}\n`.toLowerCase();
      starts.push(length);
      blocks.push(block);
      places.push(place);
      lines.push(line);
      length += line.length;
    }
  }
  const directory = { revision: file.revision, text: lines.join(''), starts, blocks, places };
  directories.set(file, directory);
  return directory;
}

/** The names of a block with their titles: mostly from an outline, since to read all of an ISMS for them would take its time. */
function declaredIn(block: Block): readonly { start: number; name: string; title: string }[] {
  if (!block.kind) return [];
  const { text, bodyStart, bodyEnd } = block.chunk;
  const outline = outlineOf(text, bodyStart, bodyEnd);
  if (outline)
    return outline.definitions.map(({ start, name, title }) => ({ start, name, title: title && textValue(title) }));
  return block.peek().$definitions.map(({ start, name, node }) => ({ start, name, title: node.title?.value ?? '' }));
}

/** The last index whose start is not behind a place. */
function indexAt(starts: readonly number[], place: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Names that contain the query, or whose title does, case aside; at most 200, in the order of the ISMS. */
export function workspaceNames(workspace: Workspace, query: string): NamedPlace[] {
  const sought = query.toLowerCase();
  const hits: NamedPlace[] = [];
  if (sought.includes('\n')) return hits;
  for (const unit of workspace.allUnits()) {
    const [isms] = unit.isms.blocks('Isms');
    const container = isms?.declaration ? label(isms.declaration) : '';
    for (const uri of [...unit.isms.files.keys()].sort()) {
      const { text, starts, blocks, places } = directoryOf(unit.isms.files.get(uri) as SourceFile);
      unit.isms.trim();
      let at = text.indexOf(sought);
      while (at >= 0 && at < text.length) {
        const index = indexAt(starts, at);
        const block = blocks[index] as Block;
        const definition = block.declaration?.$definitions[places[index] as number];
        if (definition) {
          const { name, type, start, end, node } = definition;
          hits.push({
            name,
            label: labelled(name, node.title?.value),
            type,
            container,
            uri,
            range: block.range({ start, end }),
          });
        }
        if (hits.length >= limit) return hits;
        const next = starts[index + 1];
        at = next === undefined ? -1 : text.indexOf(sought, next);
      }
    }
  }
  return hits;
}
