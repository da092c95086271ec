/** All properties that the grammar gives a trait, wherever they stand: dates that happened, owners, recent evidence. */
import {
  blockType,
  type End,
  type Kind,
  type NodeType,
  nodeTypes,
  type PropertySchema,
  topTypes,
} from '../language/schema.ts';
import type { AnyNode, Declaration } from './declaration.ts';
import { isDefault } from './default-value.ts';

/** A property that is given, and the declaration or the node inside it that has it. */
export interface Given {
  readonly node: AnyNode;
  readonly property: PropertySchema;
  /** Of the model: a date, a reference … */
  readonly value: object;
}

export interface TraitFinder {
  /** The kinds that can have such a property, also in what is declared inside them, in the order of the grammar. */
  readonly kinds: readonly Kind[];
  /** What a declaration has of these properties: its own first, then those of what is declared inside it. */
  in(declaration: Declaration): readonly Given[];
}

/** Finds the properties that have a trait. Made once, as a rule is loaded. */
export function findTrait(hasTrait: (property: PropertySchema) => boolean): TraitFinder {
  const own = new Map<string, readonly PropertySchema[]>();
  const blocks = new Map<string, readonly string[]>();
  const leads = (nodeType: NodeType, above: readonly NodeType[] = []): boolean => {
    if (above.includes(nodeType)) return false;
    const inner = nodeType.properties.filter(property => {
      const block = blockType(property);
      return block !== undefined && leads(block, [...above, nodeType]);
    });
    own.set(nodeType.name, nodeType.properties.filter(hasTrait));
    blocks.set(
      nodeType.name,
      inner.map(({ feature }) => feature),
    );
    return inner.length > 0 || nodeType.properties.some(hasTrait);
  };
  const kinds = topTypes.filter(nodeType => leads(nodeType)).map(({ name }) => name as Kind);
  const collect = (node: AnyNode, found: Given[]): Given[] => {
    for (const property of own.get(node.$type) ?? []) {
      const value: unknown = Reflect.get(node, property.feature);
      // What is said for all is found once, where it is said.
      if (typeof value === 'object' && value !== null && !isDefault(value)) found.push({ node, property, value });
    }
    for (const feature of blocks.get(node.$type) ?? []) {
      for (const inner of Reflect.get(node, feature) as readonly AnyNode[]) collect(inner, found);
    }
    return found;
  };
  return { kinds, in: declaration => collect(declaration, []) };
}

/** The kinds whose text can refer to nodes of a type, also within a value or a block, in the order of the grammar. */
export function kindsReferringTo(type: string): readonly Kind[] {
  const refers = (nodeType: NodeType | undefined, above: readonly NodeType[] = []): boolean => {
    if (!nodeType || above.includes(nodeType)) return false;
    const values = [...nodeType.properties.map(property => property.values), ...Object.values(nodeType.values)].flat();
    return values.some(value =>
      value.form === 'reference'
        ? value.targets.includes(type)
        : value.form === 'node' && refers(nodeTypes[value.type], [...above, nodeType]),
    );
  };
  return topTypes.filter(nodeType => refers(nodeType)).map(({ name }) => name as Kind);
}

/** Whether what ends a duty or a plan has come: the finding is closed, the action done. */
export function hasCome(node: AnyNode, { feature, word }: End): boolean {
  const value: unknown = Reflect.get(node, feature);
  if (word === undefined) return value !== undefined;
  return typeof value === 'object' && value !== null && 'value' in value && value.value === word;
}
