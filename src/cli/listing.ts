/** What an ISMS declares of a kind, and what is built in, each with what refers to it. */

import { type BuiltinKind, builtin, builtinNames } from '../catalogues/builtin.ts';
import { compareNaturally } from '../catalogues/natural-order.ts';
import { kindWord, nodeTypes, pluralOf } from '../language/schema.ts';
import { type AnyNode, type Declaration, type Kind, label } from '../model/declaration.ts';
import { findTrait, kindsReferringTo } from '../model/traits.ts';
import type { IsmsView } from '../model/view.ts';

export interface Listed {
  readonly id: string;
  readonly title: string | undefined;
  readonly isBuiltIn: boolean;
  /** The kinds and names of the declarations that refer to it, in natural order. */
  readonly usedBy: readonly { readonly kind: string; readonly id: string }[];
}

/** What is built in beside what an ISMS declares, by the kind that it would be declared as. */
const builtIns: Readonly<Record<string, { readonly kind: BuiltinKind; readonly type: Kind | 'CatalogEntry' }>> = {
  control: { kind: 'annex-a-control', type: 'Control' },
  clause: { kind: 'clause', type: 'CatalogEntry' },
  threat: { kind: 'threat', type: 'Threat' },
  vulnerability: { kind: 'vulnerability', type: 'Vulnerability' },
};

/** The kinds that can be listed, in the words of the language; `clause` is not declared but built in. */
export const listable: readonly string[] = [
  ...new Set([
    ...Object.values(nodeTypes)
      .filter(({ named, body }) => body && named !== 'never')
      .map(({ keyword }) => keyword),
    'clause',
  ]),
];

/** The kind that a word means: itself, or its plural. */
export const kindNamed = (word: string): string | undefined =>
  listable.find(kind => kind === word || pluralOf(typeNamed(kind) ?? kind) === word || `${kind}s` === word);

const typeNamed = (kind: string): string | undefined =>
  Object.values(nodeTypes).find(({ keyword, body }) => body && keyword === kind)?.name;

/** All of a kind: what is declared in the order of its names, then what is built in and not declared. */
export function listKind(view: IsmsView, kind: string): Listed[] {
  const type = typeNamed(kind);
  const declared = type ? declaredOf(view, type) : [];
  const known = new Set(declared.map(({ id }) => id));
  const builtInOf = Object.hasOwn(builtIns, kind) ? builtIns[kind] : undefined;
  const more = builtInOf ? builtinNames(builtInOf.kind).filter(name => !known.has(name)) : [];
  return [
    ...declared.sort((a, b) => compareNaturally(a.id, b.id)),
    ...more.map(id => ({
      id,
      title: builtin(id)?.title,
      isBuiltIn: true,
      usedBy: usersOf(view, id, builtInOf?.type ?? ''),
    })),
  ];
}

function declaredOf(view: IsmsView, type: string): Listed[] {
  const nodeType = nodeTypes[type];
  const nodes: readonly AnyNode[] = nodeType?.top ? view.all(type as Kind) : nested(view, type);
  return nodes.flatMap(node => {
    const names = node.names?.length ? node.names.map(({ value }) => value) : [label(node)];
    return names.map(id => ({
      id,
      title: node.title?.value ?? builtin(id)?.title,
      isBuiltIn: false,
      usedBy: usersOf(view, id, type),
    }));
  });
}

/** What is declared inside other declarations, such as the requirements of parties. */
function nested(view: IsmsView, type: string): AnyNode[] {
  const holders = findTrait(
    ({ form, values: [value] }) => form === 'block' && value?.form === 'node' && value.type === type,
  );
  return holders.kinds.flatMap(kind =>
    view.all(kind).flatMap(declaration => holders.in(declaration).flatMap(({ value }) => value as readonly AnyNode[])),
  );
}

function usersOf(view: IsmsView, name: string, type: string): Listed['usedBy'] {
  const users: Declaration[] = kindsReferringTo(type as Kind).flatMap(kind => [...view.users(name, type, kind)]);
  const seen = new Set<string>();
  return users
    .map(user => ({ kind: kindWord(user.$type), id: label(user) }))
    .filter(({ kind, id }) => !seen.has(`${kind} ${id}`) && seen.add(`${kind} ${id}`))
    .sort((a, b) => compareNaturally(a.id, b.id));
}
