/** Names for references: only what the reference may refer to, from the sorted names of the symbol index. */
import { builtinNames } from '../analysis/names.ts';
import { findControl } from '../catalogues/annex-a.ts';
import { findThreat, findVulnerability } from '../catalogues/threats.ts';
import { beginningsOf, titleWords } from '../catalogues/title-words.ts';
import { builtin, type FrameworkEntry } from '../frameworks/framework.ts';
import type { SymbolDefinition } from '../incremental/block.ts';
import { kindWord } from '../language/schema.ts';
import { type AnyNode, type Declaration, label } from '../model/declaration.ts';
import { accepts, mayBeShared, targetsOf } from '../model/reference-types.ts';
import type { Frame } from '../syntax/cursor/cursor.ts';
import { say } from '../wording/wording.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import { controlReferences } from './completion-controls.ts';
import type { Offer, Offers } from './completion-item.ts';
import { controlsForRisk } from './completion-ranking.ts';
import type { CursorPlace } from './cursor-place.ts';
import { code, escapeMarkdown, shorten } from './markdown.ts';

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
    const { names, isIncomplete } = declaredNames(unit, target, cursor.prefix);
    const offers = names
      // Controls of Annex A come with their titles from the catalogue.
      .filter(name => !taken.includes(name) && !(own.type === target && own.names.includes(name)) && !isAnnexA(name))
      .map(name => nameOffer(unit, name, type, target));
    groups.push({ offers, isIncomplete });
  }
  if (accepts(type, 'CatalogEntry')) groups.push(controlReferences(unit, place, taken));
  groups.push(builtinOffers(place, type, taken));
  return groups;
}

/** The names of a type: its own, and behind them those that the ISMSs share that it uses. */
function declaredNames(
  unit: IsmsUnit,
  type: string,
  prefix: string,
): { names: readonly string[]; isIncomplete: boolean } {
  const others = mayBeShared(type) ? unit.isms.neighbours.list : [];
  const lists = [unit.isms, ...others.map(({ isms }) => isms)].map(({ symbols }) => symbols.names(type));
  const isIncomplete = lists.some(({ size }) => size > nameLimit);
  const names = lists.flatMap(list => (list.size > nameLimit ? list.startingWith(prefix, nameLimit) : list.sorted()));
  return { names: [...new Set(names)], isIncomplete };
}

const isAnnexA = (name: string): boolean => findControl(name) !== undefined;

function ownName(frames: readonly Frame[]): { type: string; names: readonly string[] } {
  const [outermost] = frames;
  return { type: outermost?.nodeType?.name ?? '', names: outermost?.names ?? [] };
}

function definitionOf(unit: IsmsUnit, name: string, type: string, target?: string): SymbolDefinition | undefined {
  return unit.isms.declared(name, target ?? type)[0];
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
  const kind = say(kindWord(node.$type));
  const isInner = declaration && (declaration as AnyNode) !== node;
  const what = isInner ? say('{0} of {1}', kind, escapeMarkdown(label(declaration))) : kind;
  const top =
    node.$type === 'Role' && 'topManagement' in node && node.topManagement ? `, ${say('top management')}` : '';
  return `*${what}${top}* ${code(name)}${title}`;
}

/** What frameworks know under a name that the reference accepts, in their order. Controls of Annex A are searched for instead. */
function builtinOffers({ unit, cursor }: CursorPlace, type: string, taken: readonly string[]): Offers {
  const offers = builtinNames(type).flatMap((name): Offer[] => {
    const entry = builtin(name);
    if (!entry || isAnnexA(name) || taken.includes(name) || definitionOf(unit, name, '', entry.type)) return [];
    if (entry.type === 'CatalogEntry') return mayMean(cursor.prefix, entry) ? [entryOffer(entry)] : [];
    const about = findThreat(name) ?? findVulnerability(name);
    const controls = (): string =>
      about?.controls.length
        ? `

${say('Usually treated by {0}.', about.controls.map(code).join(', '))}`
        : '';
    return [
      {
        label: name,
        kind: 'reference',
        detail: say('{0} (built in)', entry.title),
        documentation: () => (about ? escapeMarkdown(about.description) + controls() : ''),
        filter: `${name} ${entry.title}`,
      },
    ];
  });
  return { offers, isIncomplete: accepts(type, 'CatalogEntry') };
}

/** Whether an entry may be meant by what has been typed: its id begins so, or a word of its title. There are too many to offer all. */
function mayMean(typed: string, { name, title }: FrameworkEntry): boolean {
  if (name.toLowerCase().startsWith(typed.toLowerCase())) return true;
  const words = titleWords(title);
  return titleWords(typed).every(part => words.some(word => beginningsOf(part).some(begin => word.startsWith(begin))));
}

/** How much of the title of an entry a line of a list has room for. */
const titleLength = 80;

/** An entry of a framework: its id alone is written. */
function entryOffer({ name, title, document }: FrameworkEntry): Offer {
  return {
    label: `${name} ${shorten(title, titleLength)}`,
    kind: 'reference',
    detail: document.title,
    documentation: title.length > titleLength ? escapeMarkdown(title) : '',
    insert: name,
    filter: `${name} ${title}`,
  };
}

/** The roles of top management, and the people who hold one. */
export function topManagement(unit: IsmsUnit): string[] {
  const roles = [...unit.isms.blocks('Role'), ...unit.isms.sharedBlocks('Role')].slice(0, roleLimit);
  const top = roles.flatMap(({ declaration }) =>
    declaration?.$type === 'Role' && declaration.topManagement ? declaration.names.map(name => name.value) : [],
  );
  const people = [...unit.isms.blocks('Person'), ...unit.isms.sharedBlocks('Person')].slice(0, roleLimit);
  const holders = people.flatMap(({ declaration }) =>
    declaration?.$type === 'Person' && declaration.roles.some(ref => top.includes(ref.name))
      ? declaration.names.map(name => name.value)
      : [],
  );
  return [...top, ...holders];
}
