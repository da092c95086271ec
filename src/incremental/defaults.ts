/**
 * Defaults: what a declaration is taken to say where it says nothing itself, from the block of the ISMS that says what holds for all. The values
 * are put into a declaration as it is read, so that rules, queries and documents see them like any other; that they are no text of it is
 * known by `isDefault`.
 */
import { blockType, type Kind, propertyByFeature, topTypes } from '../language/schema.ts';
import { type Declaration, nameSpan, type Span } from '../model/declaration.ts';
import { markDefault } from '../model/default-value.ts';
import { sameValues } from './facts.ts';

/** The kind whose declarations say what holds for others; undefined where the language has none. */
const source = topTypes.find(({ defaults }) => defaults);

export const defaultsKind = source?.name as Kind | undefined;

/** By kind, the feature of its block there and the features that may have a default. */
const places: ReadonlyMap<Kind, { readonly block: string; readonly features: readonly string[] }> = new Map(
  (source?.properties ?? []).flatMap(property => {
    const block = blockType(property);
    const kind = block && topTypes.find(({ keyword }) => keyword === block.keyword);
    const features = block?.properties.map(({ feature }) => feature) ?? [];
    return kind && kind !== source ? [[kind.name as Kind, { block: property.feature, features }] as const] : [];
  }),
);

/** The features of a kind that may have a default. */
export const defaultable = (kind: Kind): readonly string[] => places.get(kind)?.features ?? [];

type Values = Readonly<Record<string, object>>;

const none: Values = {};

/** The defaults of one ISMS. */
export class Defaults {
  private byKind: ReadonlyMap<Kind, Values> = new Map();

  /** Takes what a declaration says, in the place of what was said before; undefined for nothing. Returns the kinds for which that differs. */
  take(declaration: Declaration | undefined): readonly Kind[] {
    const before = this.byKind;
    this.byKind = declaration ? valuesIn(declaration) : new Map();
    return [...places.keys()].filter(kind => !sameValues(before.get(kind) ?? none, this.byKind.get(kind) ?? none));
  }

  /** Puts what a declaration does not say itself into it. To be done once, as it is read. */
  apply(declaration: Declaration): void {
    const values = this.byKind.get(declaration.$type);
    if (!values) return;
    const fields = declaration as unknown as Record<string, unknown>;
    const at = nameSpan(declaration);
    for (const feature in values) fields[feature] ??= markDefault(placed(values[feature], at) as object);
  }
}

/** By kind, the values that hold for it: those of its own block, else those for all kinds. */
function valuesIn(declaration: Declaration): ReadonlyMap<Kind, Values> {
  const all = declaration as unknown as Record<string, unknown>;
  const found = new Map<Kind, Values>();
  for (const [kind, { block, features }] of places) {
    const own = (all[block] as readonly Record<string, unknown>[] | undefined) ?? [];
    const values: Record<string, object> = {};
    for (const feature of features) {
      const general = source && propertyByFeature(source, feature)?.form === 'value' ? all[feature] : undefined;
      const value = own.map(node => node[feature]).find(Boolean) ?? general;
      if (typeof value === 'object' && value !== null) values[feature] = value;
    }
    if (Object.keys(values).length) found.set(kind, values);
  }
  return found;
}

/** A copy of a value that stands nowhere: its place is that of the declaration that it is put into, its names are looked up anew. */
function placed(value: unknown, { start, end }: Span): unknown {
  if (Array.isArray(value)) return value.map(each => placed(each, { start, end }));
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [field, part] of Object.entries(value)) {
    if (field === 'start' || field === '$start') copy[field] = start;
    else if (field === 'end' || field === '$end') copy[field] = end;
    else if (field === '$keys') copy[field] = [];
    else if (field !== '$symbol') copy[field] = placed(part, { start, end });
  }
  return copy;
}

/** A declaration before it is known what holds for all: whoever reads something that may have a default and is not stated gives up. */
export function guarded(declaration: Declaration, giveUp: () => never): Declaration {
  const unknown = defaultable(declaration.$type).filter(feature => Reflect.get(declaration, feature) === undefined);
  if (!unknown.length) return declaration;
  return new Proxy(declaration, {
    get: (target, field) =>
      typeof field === 'string' && unknown.includes(field) ? giveUp() : Reflect.get(target, field),
  });
}
