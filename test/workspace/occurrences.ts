import { compareBlocks } from '../../src/incremental/block.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';

/** Every name of a workspace with where it is defined and used: what the symbol index knows, in a form to compare. */
export function occurrencesOf(workspace: Workspace): unknown {
  return workspace.allUnits().map(unit => {
    const names: Record<string, unknown> = {};
    for (const file of unit.isms.files.values()) {
      for (const block of file.blocks) {
        const mentioned = [...(block.declaration?.$definitions ?? []), ...(block.declaration?.$references ?? [])];
        for (const { name } of mentioned) {
          const symbol = unit.isms.symbols.get(name);
          names[name] = {
            definitions: [...(symbol?.definitions ?? [])]
              .sort((a, b) => compareBlocks(a.block, b.block) || a.definition.start - b.definition.start)
              .map(({ block: at, definition }) => [at.file.uri, at.range(definition)]),
            users: [...(symbol?.users() ?? [])]
              .sort(compareBlocks)
              .map(user => [user.file.uri, user.range({ start: 0, end: 0 })]),
          };
        }
      }
    }
    return [unit.root, Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1))];
  });
}
