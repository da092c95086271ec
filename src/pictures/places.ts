/** Where declarations stand, by paths from the folder of their ISMS: so that a picture does not depend on where that lies. */
import { type AnyNode, type Declaration, nameSpan } from '../model/declaration.ts';
import { pathBetween } from '../workspace/uri.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import type { SourcePlace } from './data.ts';

/** The place of the name of a declaration, or of something inside it that `inside` names; null where it is neither of this ISMS nor of one that it uses. */
export function sourcePlace(
  unit: IsmsUnit,
  declaration: AnyNode | undefined,
  inside: AnyNode | undefined = declaration,
): SourcePlace | null {
  const block = declaration && unit.isms.blockInReach(declaration as Declaration);
  if (!block || !inside) return null;
  const path = pathBetween(unit.root, block.file.uri);
  if (path === undefined) return null;
  const { start } = block.range(nameSpan(inside));
  return { path, line: start.line + 1, column: start.character + 1 };
}
