/** Names for references: only what the reference may refer to, from the sorted names of the symbol index. */
import { builtin, builtinNames } from '../catalogues/builtin.ts';
import type { SymbolDefinition } from '../incremental/symbols.ts';
import { kindWord } from '../language/schema.ts';
import { type AnyNode, type Declaration, label } from '../model/declaration.ts';
import { accepts, targetsOf } from '../model/reference-types.ts';
import type { Frame } from '../syntax/cursor/cursor.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import { clauseReferences, controlReferences } from './completion-controls.ts';
import type { Offer, Offers } from './completion-item.ts';
import { controlsForRisk } from './completion-ranking.ts';
import type { CursorPlace } from './cursor-place.ts';
import { code, escapeMarkdown } from './markdown.ts';

/** The most names that are offered at once. Where there are more, only those that begin with what is typed. */
export const nameLimit = 100;

/** How many roles and people are looked at for those of top management. */
const roleLimit = 1000;

/**
 * What a reference of a type may name.
 * @param taken names that are there already
 * @param first names to put in front, if the reference accepts them
 */
export function referenceOffers(
  place: CursorPlace,
  type: string,
  taken: readonly string[],
  first: readonly string[] = [],
): Offers[] {
  const { unit, cursor } = place;
  const own = ownName(cursor.frames);
  const groups: Offers[] = [];
  const preferred = first.filter(name => !taken.includes(name) && definitionOf(unit, name, type));
  groups.push({ offers: preferred.map(name => nameOffer(unit, name, type)) });
  // In a risk that names threats or assets, the controls of Annex A that fit come before those of other catalogues.
  if (accepts(type, 'CatalogEntry') && controlsForRisk(place).length)
    groups.push(controlReferences(unit, place, taken));
  for (const target of targetsOf(type)) {
    const list = unit.isms.symbols.names(target);
    const isLong = list.size > nameLimit;
    const names = isLong ? list.startingWith(cursor.prefix, nameLimit) : list.sorted();
    const offers = names
      // Controls of Annex A come with their titles from the catalogue.
      .filter(name => !taken.includes(name) && !(own.type === target && own.names.includes(name)) && !isAnnexA(name))
      .map(name => nameOffer(unit, name, type, target));
    groups.push({ offers, isIncomplete: isLong });
  }
  if (accepts(type, 'CatalogEntry')) groups.push(controlReferences(unit, place, taken));
  if (type === 'Coverable') groups.push(clauseReferences(taken));
  for (const [target, kind] of [
    ['Threat', 'threat'],
    ['Vulnerability', 'vulnerability'],
    ['Catalog', 'catalogue'],
  ] as const) {
    if (accepts(type, target)) groups.push({ offers: builtinOffers(unit, kind, target, taken) });
  }
  return groups;
}

const isAnnexA = (name: string): boolean => builtin(name)?.kind === 'annex-a-control';

function ownName(frames: readonly Frame[]): { type: string; names: readonly string[] } {
  const [outermost] = frames;
  return { type: outermost?.nodeType?.name ?? '', names: outermost?.names ?? [] };
}

function definitionOf(unit: IsmsUnit, name: string, type: string, target?: string): SymbolDefinition | undefined {
  return unit.isms.symbols
    .get(name)
    ?.definitions.find(({ definition }) => (target ? definition.type === target : accepts(type, definition.type)));
}

function nameOffer(unit: IsmsUnit, name: string, type: string, target?: string): Offer {
  const found = definitionOf(unit, name, type, target);
  const title = found?.definition.node.title?.value ?? '';
  return {
    label: name,
    kind: 'reference',
    detail: title,
    documentation: () => (found ? aboutName(name, found.definition.node, found.block.declaration) : ''),
    filter: title ? `${name} ${title}` : name,
  };
}

function aboutName(name: string, node: AnyNode, declaration: Declaration | undefined): string {
  const title = node.title ? ` ${escapeMarkdown(node.title.value)}` : '';
  const of = declaration && (declaration as AnyNode) !== node ? ` of ${escapeMarkdown(label(declaration))}` : '';
  const top = node.$type === 'Role' && 'topManagement' in node && node.topManagement ? ', top management' : '';
  return `*${kindWord(node.$type)}${of}${top}* ${code(name)}${title}`;
}

function builtinOffers(
  unit: IsmsUnit,
  kind: 'threat' | 'vulnerability' | 'catalogue',
  target: string,
  taken: readonly string[],
): Offer[] {
  return builtinNames(kind).flatMap((name): Offer[] => {
    const entry = builtin(name);
    if (!entry || taken.includes(name) || definitionOf(unit, name, '', target)) return [];
    const about =
      entry.kind === 'threat' ? entry.threat : entry.kind === 'vulnerability' ? entry.vulnerability : undefined;
    const controls = (): string =>
      about?.controls.length ? `\n\nUsually treated by ${about.controls.map(code).join(', ')}.` : '';
    return [
      {
        label: name,
        kind: 'reference',
        detail: `${entry.title} (built in)`,
        documentation: () => (about ? escapeMarkdown(about.description) + controls() : ''),
        filter: `${name} ${entry.title}`,
      },
    ];
  });
}

/** The roles of top management, and the people who hold one. */
export function topManagement(unit: IsmsUnit): string[] {
  const roles = unit.isms.blocks('Role').slice(0, roleLimit);
  const top = roles.flatMap(({ declaration }) =>
    declaration?.$type === 'Role' && declaration.topManagement ? declaration.names.map(name => name.value) : [],
  );
  const people = unit.isms.blocks('Person').slice(0, roleLimit);
  const holders = people.flatMap(({ declaration }) =>
    declaration?.$type === 'Person' && declaration.roles.some(ref => top.includes(ref.name))
      ? declaration.names.map(name => name.value)
      : [],
  );
  return [...top, ...holders];
}
