/** Which declarations a reference may refer to, by the type that the grammar gives it. */
import type { FrameworkEntry } from '../frameworks/framework.ts';
import { type Kind, nodeTypes, type ValueSchema } from '../language/schema.ts';

const targetsByType = new Map<string, ReadonlySet<string>>();

const note = (value: ValueSchema): void => {
  if (value.form === 'reference') targetsByType.set(value.type, new Set(value.targets));
};
for (const nodeType of Object.values(nodeTypes)) {
  for (const property of nodeType.properties) property.values.forEach(note);
  for (const values of Object.values(nodeType.values)) values.forEach(note);
}

/** The types of the nodes that a reference of this type may refer to. The name of a node type stands for that type alone. */
export function targetsOf(type: string): ReadonlySet<string> {
  let targets = targetsByType.get(type);
  if (!targets) targetsByType.set(type, (targets = new Set([type])));
  return targets;
}

const bits = new Map([...targetsByType.keys()].map((type, index) => [type, 1 << index]));
if (bits.size > 30) throw new RangeError('There are more types of references than bits to tell them apart.');

/** The bit that stands for a type of reference. */
export const typeBit = (type: string): number => bits.get(type) ?? 0;

/** The bit that stands for every other way to look up what a name means. */
export const otherLookup = 1 << 30;

/** The bit that stands for looking up who refers to a name. */
export const usersLookup = 1 << 31;

/** The bits of all ways to look a name up. */
export const anyLookup = -1;

/** The bit of the way in which the meaning of a name is looked up: as a reference of this type sees it, or otherwise. */
export const lookupBit = (type: string | undefined): number => (type && bits.get(type)) || otherLookup;

const acceptingBits = new Map<string, number>();

/** The bits of the types of references that may refer to a node of this type. */
export function acceptingTypes(type: string): number {
  let mask = acceptingBits.get(type);
  if (mask === undefined) {
    mask = 0;
    for (const [referenceType, bit] of bits) if (accepts(referenceType, type)) mask |= bit;
    acceptingBits.set(type, mask);
  }
  return mask;
}

/** Whether a reference of one type may refer to a node of another. */
export const accepts = (referenceType: string, type: string): boolean => targetsOf(referenceType).has(type);

const holders = new Map<string, Kind[]>();
for (const nodeType of Object.values(nodeTypes)) {
  if (!nodeType.top) continue;
  const held = [
    nodeType.name,
    ...nodeType.properties.flatMap(p => p.values.flatMap(v => (v.form === 'node' ? [v.type] : []))),
  ];
  for (const name of held) holders.set(name, [...(holders.get(name) ?? []), nodeType.name as Kind]);
}

/** The kinds of declarations at the top whose text can hold a node of this type: parties hold requirements. */
export const holdersOf = (type: string): readonly Kind[] => holders.get(type) ?? [];

/** Whether an ISMS that uses another may refer to its declarations of a kind. */
export const isShared = (kind: Kind | undefined): boolean =>
  kind !== undefined && nodeTypes[kind as string]?.shared === true;

/** Whether a reference of this type may refer to what another ISMS shares. */
export const mayBeShared = (type: string): boolean =>
  [...targetsOf(type)].some(target => holdersOf(target).some(isShared));

/**
 * Whether a reference of this type may refer to something in a built-in framework. Requirements are audited and mapped, not applied: what
 * names a control to apply names none of them.
 */
export const acceptsBuiltin = (type: string, { type: builtinType, document }: FrameworkEntry): boolean =>
  document.role === 'requirement' && builtinType === 'CatalogEntry' ? type === 'Coverable' : accepts(type, builtinType);
