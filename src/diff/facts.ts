/**
 * What a declaration says, as short texts by key: what two states of an ISMS are compared by. It follows the schema, so that a key of the
 * grammar is compared as soon as it is there.
 */

import type { OwnField } from '../language/generated/ast.ts';
import { isNested, nodeTypes, type PropertySchema } from '../language/schema.ts';
import type { AnyNode, ModelNode, NodeBase, Ref } from '../model/declaration.ts';
import { valueText } from '../model/value-text.ts';

/** What is said under a key, such as `residual likelihood`; the values in their order. */
export interface Fact {
  readonly key: string;
  readonly values: readonly string[];
  /** Whether the order of the values means something, as in a scale. */
  readonly ordered?: true;
}

/** What a reference is called: its name, or that of today where what it leads to was renamed. */
export type NameOf = (ref: Ref) => string;

/**
 * The facts of a node and of what is inside it, in the order of the schema.
 * @param prefix stands before each key
 */
export function factsOf(node: NodeBase, nameOf: NameOf, prefix = ''): Fact[] {
  return (nodeTypes[node.$type]?.properties ?? []).flatMap(property => propertyFacts(node, property, nameOf, prefix));
}

function propertyFacts(node: NodeBase, property: PropertySchema, nameOf: NameOf, prefix: string): Fact[] {
  const key = property.key || property.feature;
  const given: unknown = Reflect.get(node, property.feature);
  const items = (Array.isArray(given) ? given : [given]).filter(item => item !== undefined && item !== null);
  if (!items.length) return [];
  if (property.form === 'flag') return [{ key: prefix + key, values: ['yes'] }];
  if (property.key === '') return lineFacts(items as NodeBase[], nameOf, prefix.trim() || property.feature);
  if (property.form !== 'block') return [{ key: prefix + key, values: items.map(item => plainValue(item, nameOf)) }];
  return numbered(items as AnyNode[], key).flatMap(([name, item]) => blockFacts(item, nameOf, `${prefix}${name}`));
}

/** The lines whose order says which is lower and which is higher. */
const ascending: ReadonlySet<string> = new Set(['Step', 'Band']);

/** The lines of a scale, a matrix, a mapping or of fields of one's own, which have no key. */
function lineFacts(lines: readonly NodeBase[], nameOf: NameOf, key: string): Fact[] {
  const fields = lines.filter(isField);
  if (fields.length) {
    return fields.map(({ field, values }) => ({
      key: `${key} ${field ? nameOf(field) : ''}`.trim(),
      values: values.map(value => plainValue(value, nameOf)),
    }));
  }
  const values = lines.map(line => plainValue(line, nameOf));
  return [{ key, values, ...(ascending.has(lines[0]?.$type ?? '') && { ordered: true as const }) }];
}

const isField = (line: NodeBase): line is ModelNode<OwnField> => line.$type === 'OwnField';

/** A block, or what is declared inside: that it is there, with its title, then what it says. */
function blockFacts(block: AnyNode, nameOf: NameOf, name: string): Fact[] {
  const nodeType = nodeTypes[block.$type];
  const inside = factsOf(block, nameOf, `${name} `);
  if (!nodeType || !isNested(nodeType)) return inside.length ? inside : [{ key: name, values: ['stated'] }];
  return [{ key: name, values: [block.title?.value ?? 'declared'] }, ...inside];
}

/** What several blocks of a key are called: by name, by what they are about, by title, or by number. */
function numbered(items: readonly AnyNode[], key: string): (readonly [string, AnyNode])[] {
  const seen = new Map<string, number>();
  return items.map(item => {
    const own = item.names?.[0]?.value ?? aboutOf(item) ?? (item.title && `“${item.title.value}”`);
    const name = own === undefined ? key : `${key} ${own}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return [count > 1 ? `${name} (${count})` : name, item];
  });
}

/** The property that an impact scale is for. */
function aboutOf(item: AnyNode): string | undefined {
  const property: unknown = Reflect.get(item, 'property');
  return typeof property === 'object' && property !== null && 'value' in property ? String(property.value) : undefined;
}

/** A value with all its parts, as it would be written on one line. */
export const plainValue = (value: unknown, nameOf: NameOf): string =>
  valueText(value, { name: nameOf, text: text => text });

/** A fact in a form in which only what it means counts: neither how a text is broken into lines, nor the order of a list. */
export function meaningOf({ values, ordered }: Fact): string {
  const plain = values.map(plainText);
  return JSON.stringify(ordered ? plain : plain.sort());
}

/** Paragraphs stay apart; all other white space is one blank. */
const plainText = (text: string): string =>
  text
    .split(/\n[^\S\n]*\n\s*/)
    .map(paragraph => paragraph.trim().replace(/\s+/g, ' '))
    .filter(paragraph => paragraph !== '')
    .join('\n\n');
