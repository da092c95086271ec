/** Moves declarations into another file of their ISMS, with the comments that belong to them. */
import { type Block, compareBlocks } from '../incremental/block.ts';
import { calledOf, usualFile } from '../language/schema.ts';
import { say, sayCounted } from '../wording/wording.ts';
import { baseName, parentUri, relativePath } from '../workspace/uri.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';
import { pieceOf } from './pieces.ts';
import type { Outcome, Refusal } from './refactoring.ts';
import { relocate } from './relocate.ts';

/**
 * Puts declarations at the end of another file, in the order in which they stand. Comments right above them go with them, and paths in
 * them name the same files as before.
 * @param names what they are called, such as `R-1`
 * @param target the URI of a file of the same ISMS, in its normal form; made if it is not there
 */
export function moveDeclarations(
  workspace: Workspace,
  unit: IsmsUnit,
  names: readonly string[],
  target: string,
): Outcome {
  const blocks = new Set<Block>();
  for (const name of names) {
    const block = declarationOf(unit, name);
    if ('refusal' in block) return block;
    blocks.add(block);
  }
  return moveBlocks(workspace, unit, [...blocks], target);
}

/** The same for declarations that have no name, too. */
export function moveBlocks(workspace: Workspace, unit: IsmsUnit, blocks: readonly Block[], target: string): Outcome {
  for (const block of blocks) {
    const at = { uri: block.file.uri, range: block.range({ start: 0, end: 1 }) };
    if (block.file.uri === target)
      return { refusal: say('{0} stands in {1} already. Choose another file.', calledIn(block), baseName(target)), at };
    if (block.kind === 'Isms' && parentUri(target) !== unit.root)
      return {
        refusal: say('The folder of the isms block is that of the ISMS. Choose a file in the same folder.'),
        at,
      };
  }
  const pieces = [...blocks].sort(compareBlocks).map(block => {
    const { file } = block;
    return pieceOf(file, file.blocks.indexOf(block), 'attached');
  });
  const [block] = blocks;
  const what =
    blocks.length === 1 && block ? calledIn(block) : sayCounted(blocks.length, '{0} declaration', '{0} declarations');
  const title = say('Move {0} to {1}', what, relativePath(target, unit.root));
  return relocate(workspace, unit, title, [{ target, pieces }], { staysEmpty: true });
}

/** What a declaration is called in a sentence: by its name, or by its kind where it has none. */
export const calledIn = (block: Block): string => {
  const definition = ownDefinition(block);
  return definition?.name ?? say('the {0}', say(calledOf(block.kind ?? '')));
};

const ownDefinition = (block: Block) => block.declaration?.$definitions.find(({ type }) => type === block.kind);

/** The declaration of a name; a refusal if there is none, or more than one. */
function declarationOf(unit: IsmsUnit, name: string): Block | Refusal {
  const definitions = unit.isms.symbols.get(name)?.definitions ?? [];
  const [block, twin] = [...new Set(definitions.map(definition => definition.block))].sort(compareBlocks);
  if (!block) return { refusal: say('There is no {0}. Correct the name.', name) };
  const at = { uri: block.file.uri, range: block.range({ start: 0, end: 1 }) };
  if (twin) return { refusal: say('{0} is declared more than once. Rename or delete one of them first.', name), at };
  if (definitions.some(({ type }) => type === block.kind)) return block;
  return {
    refusal: say('{0} stands inside {1} and goes where that goes. Move {2}.', name, calledIn(block), calledIn(block)),
    at,
  };
}

/**
 * The file of its kind for a declaration: the one that is named so, or the one that has most of the kind, or else a new one.
 * Undefined where it stands in it.
 */
export function fileOfKind(unit: IsmsUnit, block: Block): string | undefined {
  const { kind, file } = block;
  if (!kind || kind === 'Isms') return undefined;
  const name = usualFile(kind);
  // What belongs to the `isms` block stands well beside it, whatever that file is called.
  if (name === usualFile('Isms') && file.blocks.some(other => other.kind === 'Isms')) return undefined;
  const usual = `${unit.root}/${name}`;
  if (baseName(file.uri) === name) return undefined;
  if (file.blocks.every(other => !other.kind || usualFile(other.kind) === name)) return undefined;
  if (unit.isms.files.has(usual)) return usual;
  const counts = new Map<string, number>();
  for (const other of unit.isms.blocks(kind)) counts.set(other.file.uri, (counts.get(other.file.uri) ?? 0) + 1);
  counts.delete(file.uri);
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return most?.[0] ?? usual;
}
