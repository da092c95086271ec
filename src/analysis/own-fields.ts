/** What declarations say in fields of one's own, `fields { … }`, also what is declared inside them says. */
import { blockType, kindWord, type NodeType, nodeTypes } from '../language/schema.ts';
import type { AnyNode, Declaration, Declarations, Located, Ref } from '../model/declaration.ts';

/** A field that is stated, and where. */
export interface OwnField {
  /** The declaration, or what stands in it and states the field. */
  readonly node: AnyNode;
  /** The kind of the node, in the word of the language. */
  readonly kind: string;
  readonly field: Ref | undefined;
  readonly values: readonly Located<string>[];
}

type Stating = AnyNode & Pick<Declarations['Risk'], 'ownFields'>;

/** The blocks of each type that state fields themselves, by feature. */
const blocks: ReadonlyMap<string, readonly string[]> = new Map(
  Object.values(nodeTypes).map(nodeType => [nodeType.name, statingBlocks(nodeType)]),
);

function statingBlocks(nodeType: NodeType): readonly string[] {
  return nodeType.properties.flatMap(property =>
    blockType(property)?.properties.some(({ feature }) => feature === 'ownFields') ? [property.feature] : [],
  );
}

/** The fields of a declaration, then those of what is declared inside it. */
export function ownFields(declaration: Declaration): readonly OwnField[] {
  const own = fieldsOf(declaration as Stating);
  const inner = blocks.get(declaration.$type) ?? [];
  if (!inner.length) return own;
  return [
    ...own,
    ...inner.flatMap(feature => (Reflect.get(declaration, feature) as readonly Stating[]).flatMap(fieldsOf)),
  ];
}

/** What a declaration itself states. */
export const fieldsOf = (node: Stating): readonly OwnField[] =>
  node.ownFields.length
    ? node.ownFields.flatMap(({ values }) =>
        values.map(({ field, values: stated }) => ({ node, kind: kindWord(node.$type), field, values: stated })),
      )
    : none;

const none: readonly OwnField[] = [];
