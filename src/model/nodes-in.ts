/** The nodes inside a declaration. */
import type { AnyNode, Declaration } from './declaration.ts';
import { isDefault } from './default-value.ts';

/** A declaration or another node, and everything in it that is a node of the model, from the outside in. */
export function* nodesIn(declaration: Declaration | AnyNode): Iterable<AnyNode> {
  yield* within(declaration as AnyNode);
}

function* within(node: AnyNode): Iterable<AnyNode> {
  yield node;
  for (const [feature, value] of Object.entries(node)) {
    if (feature.startsWith('$')) continue;
    for (const each of Array.isArray(value) ? value : [value])
      if (isNode(each) && !isDefault(each)) yield* within(each);
  }
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && '$type' in value && '$start' in value;
