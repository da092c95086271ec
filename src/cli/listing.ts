/** What an ISMS declares of a kind, and what is built in, each with what refers to it. */

import type { Framework } from '../analysis/frameworks.ts';
import { inReach } from '../analysis/neighbours.ts';
import { compareNaturally } from '../catalogues/natural-order.ts';
import {
  builtin,
  builtinCatalogues,
  builtinsOf,
  entriesOf,
  type FrameworkEntry,
  type FrameworkType,
} from '../frameworks/framework.ts';
import { kindWord, nodeTypes, pluralOf, topType } from '../language/schema.ts';
import { type AnyNode, type Declaration, type Kind, label } from '../model/declaration.ts';
import { findTrait, kindsReferringTo } from '../model/traits.ts';
import type { IsmsView } from '../model/view.ts';

export interface Listed {
  readonly id: string;
  readonly title: string | undefined;
  readonly isBuiltIn: boolean;
  /** The folder of the other ISMS that declares it, as `uses:` says it. */
  readonly keptIn: string | undefined;
  /** The kinds and names of the declarations that refer to it, in natural order. */
  readonly usedBy: readonly { readonly kind: string; readonly id: string }[];
}

/** What is built in beside what an ISMS declares, by the kind that it would be declared as; entries by what their framework calls them. */
function builtInOf(kind: string): { readonly entries: readonly FrameworkEntry[]; readonly type: string } {
  const catalogues = builtinCatalogues.filter(({ entry }) => entry === kind);
  if (catalogues.length) {
    const entries = catalogues.flatMap(document => entriesOf(document)).flatMap(({ name }) => builtin(name) ?? []);
    return { entries, type: typeNamed(kind) ?? 'CatalogEntry' };
  }
  const type = typeNamed(kind) ?? '';
  return { entries: type === 'CatalogEntry' ? [] : builtinsOf(type as FrameworkType), type };
}

/** What entries of built-in catalogues are called, with the word for several of them. */
const entryWords = new Map(builtinCatalogues.map(({ entry, plural }) => [entry, plural]));

/** The entries of a catalogue, built in or of the ISMS itself, in their order. */
export const listFramework = (view: IsmsView, { entries, isBuiltIn, keptIn }: Framework): Listed[] =>
  entries.map(({ id, title }) => ({ id, title, isBuiltIn, keptIn, usedBy: usersOf(view, id, 'CatalogEntry') }));

/** The kinds that can be listed, in the words of the language; then those of built-in frameworks, such as `clause`. */
export const listable: readonly string[] = [
  ...new Set([
    ...Object.values(nodeTypes)
      .filter(({ named, body }) => body && named !== 'never')
      .map(({ keyword }) => keyword),
    ...entryWords.keys(),
  ]),
];

/** The kind that a word means: itself, or its plural. */
export const kindNamed = (word: string): string | undefined =>
  listable.find(
    kind =>
      kind === word ||
      pluralOf(typeNamed(kind) ?? kind) === word ||
      `${kind}s` === word ||
      entryWords.get(kind) === word,
  );

/** The type that a word declares; blocks of other types, such as defaults, may have the same word. */
const typeNamed = (kind: string): string | undefined =>
  (topType(kind) ?? Object.values(nodeTypes).find(({ keyword, body }) => body && keyword === kind))?.name;

/** All of a kind: what is declared, here or in an ISMS that this one uses, in the order of its names; then what is built in and not declared. */
export function listKind(view: IsmsView, kind: string): Listed[] {
  const type = typeNamed(kind);
  const declared = type ? declaredOf(view, type) : [];
  const known = new Set(declared.map(({ id }) => id));
  const builtIn = builtInOf(kind);
  const more = builtIn.entries.filter(({ name }) => !known.has(name));
  return [
    ...declared.sort((a, b) => compareNaturally(a.id, b.id)),
    ...more.map(({ name: id, title }) => ({
      id,
      title,
      isBuiltIn: true,
      keptIn: undefined,
      usedBy: usersOf(view, id, builtIn.type),
    })),
  ];
}

function declaredOf(view: IsmsView, type: string): Listed[] {
  const found = nodeTypes[type]?.top
    ? inReach(view, type as Kind).map(declaration => ({ declaration, node: declaration as AnyNode }))
    : nested(view, type);
  const seen = new Set<string>();
  return found.flatMap(({ declaration, node }) => {
    const keptIn = view.origin(declaration);
    const names = node.names?.length ? node.names.map(({ value }) => value) : [label(node)];
    // What has a name that came before is meant by nobody here.
    const heard = names.filter(id => keptIn === undefined || !seen.has(id));
    for (const id of names) seen.add(id);
    return heard.map(id => ({
      id,
      title: node.title?.value ?? builtin(id)?.title,
      isBuiltIn: false,
      keptIn,
      usedBy: usersOf(view, id, type),
    }));
  });
}

interface Inner {
  readonly declaration: Declaration;
  readonly node: AnyNode;
}

/** What is declared inside other declarations, such as the requirements of parties. */
function nested(view: IsmsView, type: string): Inner[] {
  const holders = findTrait(
    ({ form, values: [value] }) => form === 'block' && value?.form === 'node' && value.type === type,
  );
  return holders.kinds.flatMap(kind =>
    inReach(view, kind).flatMap(declaration =>
      holders
        .in(declaration)
        .flatMap(({ value }) => (value as readonly AnyNode[]).map(node => ({ declaration, node }))),
    ),
  );
}

function usersOf(view: IsmsView, name: string, type: string): Listed['usedBy'] {
  const users: Declaration[] = kindsReferringTo(type).flatMap(kind => [...view.users(name, type, kind)]);
  const seen = new Set<string>();
  return users
    .map(user => ({ kind: kindWord(user.$type), id: label(user) }))
    .filter(({ kind, id }) => !seen.has(`${kind} ${id}`) && seen.add(`${kind} ${id}`))
    .sort((a, b) => compareNaturally(a.id, b.id));
}
