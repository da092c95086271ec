/** All properties that the grammar gives a trait, wherever they stand: dates that happened, owners, recent evidence. */
import { blockRule, type Kind, type PropertySchema, type RuleSchema, topRules } from '../language/schema.ts';
import type { AnyNode, Declaration } from './declaration.ts';

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
  const leads = (rule: RuleSchema, above: readonly RuleSchema[] = []): boolean => {
    if (above.includes(rule)) return false;
    const inner = rule.properties.filter(property => {
      const block = blockRule(property);
      return block !== undefined && leads(block, [...above, rule]);
    });
    own.set(rule.name, rule.properties.filter(hasTrait));
    blocks.set(
      rule.name,
      inner.map(({ feature }) => feature),
    );
    return inner.length > 0 || rule.properties.some(hasTrait);
  };
  const kinds = topRules.filter(rule => leads(rule)).map(({ name }) => name as Kind);
  const collect = (node: AnyNode): Given[] => [
    ...(own.get(node.$type) ?? []).flatMap(property => {
      const value: unknown = Reflect.get(node, property.feature);
      return typeof value === 'object' && value !== null ? [{ node, property, value }] : [];
    }),
    ...(blocks.get(node.$type) ?? []).flatMap(feature =>
      (Reflect.get(node, feature) as readonly AnyNode[]).flatMap(collect),
    ),
  ];
  return { kinds, in: collect };
}

/** The kinds whose text can refer to a declaration of another kind, in the order of the grammar. */
export const kindsReferringTo = (kind: Kind): readonly Kind[] =>
  findTrait(({ values }) => values.some(value => value.form === 'reference' && value.targets.includes(kind))).kinds;
