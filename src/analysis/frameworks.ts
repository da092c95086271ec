/** Catalogues and what corresponds to what: those that are built in, and an ISMS's own. */
import {
  builtin,
  builtinCatalogue,
  builtinCatalogues,
  builtinMappings,
  entriesOf,
  type FrameworkRole,
} from '../frameworks/framework.ts';
import type { AnyNode } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { inReach } from './neighbours.ts';

/** A catalogue by name, built in or declared. */
export interface Framework {
  readonly name: string;
  readonly title: string | undefined;
  readonly isBuiltIn: boolean;
  /** The folder of the other ISMS that declares it, as `uses:` says it. */
  readonly keptIn?: string | undefined;
  readonly role: FrameworkRole;
  readonly entries: readonly FrameworkLine[];
}

/** An entry of a catalogue. */
export interface FrameworkLine {
  readonly id: string;
  readonly title: string | undefined;
  /** The title of the theme under which it is listed, or the word for it where it has none. */
  readonly theme: string | undefined;
}

/** A mapping, built in or declared. Of a declared one `from` and `to` may be missing. */
export interface Correspondence {
  readonly name: string;
  readonly title: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly pairs: readonly (readonly [source: string, targets: readonly string[]])[];
}

/**
 * The catalogues of an ISMS: its own in their order, then those that others share, then the built-in ones. The first of a name stands for
 * all of that name.
 */
export function frameworksOf(view: IsmsView): Framework[] {
  const own = inReach(view, 'Catalog').flatMap((catalogue): Framework[] => {
    const { names, title, entries } = catalogue;
    const [name] = names;
    if (!name) return [];
    const lines = entries.flatMap(entry => {
      const theme = entry.theme?.value;
      return entry.names.map(({ value: id }) => ({ id, title: entry.title?.value, theme }));
    });
    const keptIn = view.origin(catalogue);
    return [{ name: name.value, title: title?.value, isBuiltIn: false, keptIn, role: 'control', entries: lines }];
  });
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...builtinCatalogues.flatMap(({ catalogue }) => (names.has(catalogue) ? [] : builtIn(catalogue)))];
}

/** The catalogue of a name, as `frameworksOf` has it. */
export const frameworkNamed = (view: IsmsView, name: string): Framework | undefined =>
  frameworksOf(view).find(framework => framework.name === name);

function builtIn(name: string): Framework[] {
  const document = builtinCatalogue(name);
  if (!document) return [];
  const { role, themes } = document;
  const entries = entriesOf(document).map(({ name: id, title, facts }) => {
    const theme = facts.theme?.[0];
    return { id, title, theme: theme === undefined ? undefined : (themes[theme] ?? theme) };
  });
  return [{ name, title: builtin(name)?.title, isBuiltIn: true, role, entries }];
}

/** All mappings: those of the ISMS in their order, then those that others share, then the built-in ones; of one name the first. */
export function correspondences(view: IsmsView): Correspondence[] {
  const own = inReach(view, 'Mapping').map(({ names, title, from, to, pairs }) => ({
    name: names[0]?.value ?? '',
    title: title?.value,
    from: from?.name,
    to: to?.name,
    pairs: pairs.flatMap(({ source, targets }) =>
      source ? [[source.name, targets.map(({ name }) => name)] as const] : [],
    ),
  }));
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...builtinCorrespondences().filter(({ name }) => !names.has(name))];
}

/** The built-in mappings alone, where there is no ISMS. */
export const builtinCorrespondences = (): Correspondence[] =>
  builtinMappings.map(mapping => ({ ...mapping, title: builtin(mapping.name)?.title }));

/** What one entry corresponds to in a mapping, read from either side. */
export interface Corresponding {
  readonly mapping: Correspondence;
  /** The catalogue of the ids, where the mapping says it. */
  readonly catalogue: string | undefined;
  readonly ids: readonly string[];
}

/** What an entry corresponds to, a mapping at a time. */
export function correspondingTo(id: string, mappings: readonly Correspondence[]): Corresponding[] {
  return mappings.flatMap(mapping => {
    const { from, to, pairs } = mapping;
    const targets = pairs.flatMap(([source, ids]) => (source === id ? ids : []));
    const sources = pairs.flatMap(([source, ids]) => (ids.includes(id) ? [source] : []));
    return [
      ...(targets.length ? [{ mapping, catalogue: to, ids: [...new Set(targets)] }] : []),
      ...(sources.length ? [{ mapping, catalogue: from, ids: [...new Set(sources)] }] : []),
    ];
  });
}

/** What a catalogue is called for people: its title, else its name. */
export function frameworkTitle(view: IsmsView | undefined, name: string): string {
  const own = (view && inReach(view, 'Catalog'))?.find(({ names }) => names.some(({ value }) => value === name)) as
    | AnyNode
    | undefined;
  return own?.title?.value ?? builtin(name)?.title ?? name;
}
