/** Which declarations a reference may refer to, by the type that the grammar gives it. */
import type { BuiltinEntry } from '../catalogues/builtin.ts';
import { rules, type ValueSchema } from '../language/schema.ts';

const targetsByType = new Map<string, ReadonlySet<string>>();

const note = (value: ValueSchema): void => {
  if (value.form === 'reference') targetsByType.set(value.type, new Set(value.targets));
};
for (const rule of Object.values(rules)) {
  for (const property of rule.properties) property.values.forEach(note);
  for (const values of Object.values(rule.values)) values.forEach(note);
}

/** The rules of the declarations that a reference of this type may refer to. */
export const targetsOf = (type: string): ReadonlySet<string> => targetsByType.get(type) ?? new Set();

/** Whether a reference of this type may refer to a declaration made by this rule. */
export const accepts = (type: string, ruleName: string): boolean => targetsByType.get(type)?.has(ruleName) ?? false;

/** Whether a reference of this type may refer to an entry of the built-in catalogues. */
export function acceptsBuiltin(type: string, entry: BuiltinEntry): boolean {
  switch (entry.kind) {
    case 'annex-a-control':
      return accepts(type, 'CatalogEntry');
    case 'clause':
      return type === 'Coverable';
    case 'threat':
      return accepts(type, 'Threat');
    case 'vulnerability':
      return accepts(type, 'Vulnerability');
  }
}
