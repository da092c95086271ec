/** Which declarations a reference may refer to, by the type that the grammar gives it. */
import type { BuiltinEntry } from '../catalogues/builtin.ts';
import { type Kind, rules, type ValueSchema } from '../language/schema.ts';

const targetsByType = new Map<string, ReadonlySet<string>>();

const note = (value: ValueSchema): void => {
  if (value.form === 'reference') targetsByType.set(value.type, new Set(value.targets));
};
for (const rule of Object.values(rules)) {
  for (const property of rule.properties) property.values.forEach(note);
  for (const values of Object.values(rule.values)) values.forEach(note);
}

/** The rules of the declarations that a reference of this type may refer to. The name of a rule stands for that rule alone. */
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

/** The bits of the types of references that may refer to a declaration made by this rule. */
export function acceptingTypes(ruleName: string): number {
  let mask = acceptingBits.get(ruleName);
  if (mask === undefined) {
    mask = 0;
    for (const [type, bit] of bits) if (accepts(type, ruleName)) mask |= bit;
    acceptingBits.set(ruleName, mask);
  }
  return mask;
}

/** Whether a reference of this type may refer to a declaration made by this rule. */
export const accepts = (type: string, ruleName: string): boolean => targetsOf(type).has(ruleName);

const holders = new Map<string, Kind[]>();
for (const schema of Object.values(rules)) {
  if (!schema.top) continue;
  const held = [
    schema.name,
    ...schema.properties.flatMap(p => p.values.flatMap(v => (v.form === 'node' ? [v.rule] : []))),
  ];
  for (const name of held) holders.set(name, [...(holders.get(name) ?? []), schema.name as Kind]);
}

/** The kinds of declarations at the top whose text can hold a node made by this rule: parties hold requirements. */
export const holdersOf = (ruleName: string): readonly Kind[] => holders.get(ruleName) ?? [];

/** Whether a reference of this type may refer to an entry of the built-in catalogues. */
export function acceptsBuiltin(type: string, entry: BuiltinEntry): boolean {
  switch (entry.kind) {
    case 'annex-a-control':
      return accepts(type, 'CatalogEntry');
    case 'clause':
      return type === 'Coverable';
    case 'catalogue':
      return accepts(type, 'Catalog');
    case 'threat':
      return accepts(type, 'Threat');
    case 'vulnerability':
      return accepts(type, 'Vulnerability');
  }
}
