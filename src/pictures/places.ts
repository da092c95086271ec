/** Where declarations stand, by paths below the folder of their ISMS: so that a picture does not depend on where that lies. */
import { type AnyNode, type Declaration, nameSpan } from '../model/declaration.ts';
import { relativePath } from '../workspace/uri.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import type { SourcePlace } from './data.ts';

/** The place of the name of a declaration, or of something inside it that `inside` names; null where it is not of this ISMS. */
export function sourcePlace(
  unit: IsmsUnit,
  declaration: AnyNode | undefined,
  inside: AnyNode | undefined = declaration,
): SourcePlace | null {
  const block = declaration && unit.isms.blockInReach(declaration as Declaration);
  if (!block || !inside) return null;
  const { start } = block.range(nameSpan(inside));
  return { path: relativePath(block.file.uri, unit.root), line: start.line + 1, column: start.character + 1 };
}
