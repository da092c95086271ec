/** Gives the declarations of a kind consecutive ids, in the order in which they stand. */
import { builtin } from '../frameworks/framework.ts';
import { type Block, compareBlocks, type Sym } from '../incremental/block.ts';
import { nodeTypes } from '../language/schema.ts';
import type { Definition } from '../model/declaration.ts';
import { numbered } from '../model/numbering.ts';
import { acceptingTypes, holdersOf, mayBeShared } from '../model/reference-types.ts';
import { isName, isProse, tokensOf } from '../syntax/lexer.ts';
import { nameOf } from '../syntax/text/odd-characters.ts';
import { say, sayCounted } from '../wording/wording.ts';
import { locationOf, type Occurrence, occurrencesOf } from '../workspace/occurrences.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import { damageAround, damageIn } from './damage.ts';
import { kindName, kindsName } from './kinds.ts';
import { isRefusal, type Kept, nothing, type Outcome, type Refusal, type Replacement } from './refactoring.ts';
import { editsOfAll, foundIn, ismsName, type Part, placesIn, refusedAsReferredTo, takenIn } from './users.ts';

export interface Numbering {
  /** What stands before the number, such as `R-`; else what the names have in common. */
  readonly prefix?: string | undefined;
  /** How many digits at least, with zeros before the number; else as many as the names have. */
  readonly width?: number | undefined;
  /** The first number; 1 if left out. */
  readonly start?: number | undefined;
}

interface Numbered {
  readonly symbol: Sym;
  readonly block: Block;
  readonly definition: Definition;
}

/**
 * Numbers everything of a type anew, the references to it with it. All names change at once, so that `R-3` may become `R-2` while `R-2`
 * becomes `R-1`. What texts and comments say of an id stays, and is told.
 * @param users the ISMSs that use this one: their references follow
 */
export function renumber(
  unit: IsmsUnit,
  type: string,
  numbering: Numbering = {},
  users: readonly IsmsUnit[] = [],
): Outcome {
  const nodeType = nodeTypes[type];
  if (!nodeType || nodeType.named === 'never' || nodeType.single)
    return { refusal: say('{0} has no numbered names. Choose a kind such as risk.', kindName(type)) };
  if (nodeType.catalogued)
    return { refusal: say('The names of {0} are ids of a catalogue and cannot be numbered anew.', kindsName(type)) };
  const all = namedOf(unit, type);
  if (!all.length) return { refusal: say('There are no {0}, so there is nothing to number.', kindsName(type)) };
  const form = formOf(type, all, numbering);
  if (isRefusal(form)) return form;
  const renames = new Map<string, string>();
  for (const [index, each] of all.entries()) {
    const { name } = each.symbol;
    if (renames.has(name)) return twice(type, each);
    renames.set(name, form.prefix + String(form.start + index).padStart(form.width, '0'));
  }
  for (const [from, to] of renames) if (from === to) renames.delete(from);
  const refusal = clash(unit, type, all, renames) ?? damageAround(unit, new Set([...renames].flat()));
  if (refusal) return refusal;
  const own: Part = {
    unit,
    replacements: all.flatMap(({ symbol }) =>
      replacing(occurrencesOf({ symbol, types: new Set([type]) }, true), renames.get(symbol.name)),
    ),
  };
  const parts = [own];
  const kept = mentionsOf(unit, renames);
  // Where nothing of the kind can be referred to from elsewhere, nobody's references follow.
  for (const user of mayBeShared(type) ? users : []) {
    const there = [...renames].map(([from, to]) => ({ from, to, places: placesIn(user, unit, from, type) }));
    for (const { from, to, places } of there) {
      const inTheWay = places.length
        ? (takenIn(user, unit, to, type) ?? damageAround(user, new Set([from, to])))
        : undefined;
      const refused = inTheWay ?? foundIn(user, to, type);
      if (refused) return refused;
    }
    const followed = there.filter(({ places }) => places.length);
    parts.push({ unit: user, replacements: followed.flatMap(({ places, to }) => replacing(places, to)) });
    kept.push(...mentionsOf(user, new Map(followed.map(({ from, to }) => [from, to]))));
  }
  for (const { unit: at, replacements } of parts) {
    const damage = damageIn(
      at,
      replacements.map(({ block }) => block.file.uri),
    );
    if (damage) return damage;
  }
  const edits = editsOfAll(parts);
  if (isRefusal(edits)) return edits;
  return {
    ...nothing,
    title: say('Number {0} {1} anew', renames.size, renames.size === 1 ? kindName(type) : kindsName(type)),
    edits,
    kept,
    notes: parts.flatMap(part => lockNotes(part, part.unit === unit)),
  };
}

const replacing = (places: readonly Occurrence[], text: string | undefined): Replacement[] =>
  text === undefined ? [] : places.map(({ block, span: { start, end } }) => ({ block, start, end, text }));

/** Everything of a type that has a name, in the order in which it stands. */
function namedOf(unit: IsmsUnit, type: string): Numbered[] {
  const blocks = holdersOf(type)
    .flatMap(kind => unit.isms.blocks(kind))
    .sort(compareBlocks);
  return blocks.flatMap(block =>
    (block.declaration?.$definitions ?? []).flatMap(definition => {
      const symbol = definition.type === type ? unit.isms.symbols.get(definition.name) : undefined;
      return symbol ? [{ symbol, block, definition }] : [];
    }),
  );
}

/** What the new names look like; a refusal if that does not follow from those that are there. */
function formOf(
  type: string,
  all: readonly Numbered[],
  { prefix, width, start = 1 }: Numbering,
): Required<{ prefix: string; width: number; start: number }> | Refusal {
  const names = all.map(({ symbol }) => numbered(symbol.name));
  const stems = [...new Set(names.map(({ stem, digits }) => (digits ? stem : `${stem}…`)))].sort();
  const [stem = ''] = stems;
  if (prefix === undefined && (stems.length > 1 || stem.endsWith('…'))) {
    const few = stems.slice(0, 3).join(', ') + (stems.length > 3 ? ', …' : '');
    return {
      refusal: say(
        'The names of {0} have no common form: {1}. Say what is to stand before the number.',
        kindsName(type),
        few,
      ),
    };
  }
  const chosen = prefix ?? stem;
  const digits = names.flatMap(name => (name.stem === chosen ? [name.digits.length] : []));
  const isPadded = names.some(name => name.stem === chosen && name.digits.startsWith('0'));
  const last = String(start + all.length - 1).length;
  const usual = isPadded ? digits.reduce((most, count) => Math.max(most, count), last) : digits.length ? 1 : 3;
  const form = { prefix: chosen, width: width ?? usual, start };
  const example = `${chosen}${String(start).padStart(form.width, '0')}`;
  if (!isName(example) || nameOf(example) !== example || numbered(example).stem !== chosen) {
    return {
      refusal: say(
        '“{0}” is no numbered name: the prefix begins with a letter and ends with none of the digits, as R- does.',
        example,
      ),
    };
  }
  return form;
}

function twice(type: string, { symbol, block, definition }: Numbered): Refusal {
  return {
    refusal: say(
      'There are several {0} {1}, so it is not clear which one is referred to. Rename one of them.',
      kindsName(type),
      symbol.name,
    ),
    at: locationOf({ block, span: definition }),
  };
}

/** Why the new names cannot be given: one of them is something else already, or is referred to and would then be found. */
function clash(
  unit: IsmsUnit,
  type: string,
  all: readonly Numbered[],
  renames: ReadonlyMap<string, string>,
): Refusal | undefined {
  for (const { symbol } of all) {
    const other = symbol.definitions.find(
      definition => definition.type !== type && isConfusable(definition.type, type),
    );
    if (other && renames.has(symbol.name)) {
      return {
        refusal: say(
          '{0} is {1} and {2} at once, so it is not clear what is referred to. Rename one.',
          symbol.name,
          kindName(type),
          kindName(other.type),
        ),
        at: locationOf({ block: other.block, span: other.definition }),
      };
    }
  }
  for (const to of renames.values()) {
    if (builtin(to))
      return { refusal: say('{0} is built in, so nothing else can be called so. Choose another prefix.', to) };
    const symbol = unit.isms.symbols.get(to);
    const taken = symbol?.definitions.find(
      definition => isConfusable(definition.type, type) && !(definition.type === type && renames.has(to)),
    );
    if (taken && taken.type !== type) {
      return {
        refusal: say('{0} is the name of {1} already. Choose another prefix.', to, kindName(taken.type)),
        at: locationOf({ block: taken.block, span: taken.definition }),
      };
    }
    if (symbol?.definitions.some(definition => definition.type === type)) continue;
    const dangling = symbol && occurrencesOf({ symbol, types: new Set([type]) }, false)[0];
    if (dangling) return refusedAsReferredTo(to, dangling);
  }
  return undefined;
}

/** Whether one reference could mean things of both types. */
const isConfusable = (a: string, b: string): boolean => a === b || (acceptingTypes(a) & acceptingTypes(b)) !== 0;

/** Where a text or comment names an id that is another one now. */
function mentionsOf(unit: IsmsUnit, renames: ReadonlyMap<string, string>): Kept[] {
  return unit.isms
    .allBlocks()
    .sort(compareBlocks)
    .flatMap(block => {
      const { text, bodyStart } = block.chunk;
      const regions = [...tokensOf(text, 0, bodyStart), ...tokensOf(text, bodyStart)].filter(isProse);
      return regions.flatMap(({ start, end }) =>
        [...text.slice(start, end).matchAll(/[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*/gu)].flatMap(
          ({ 0: word, index }): Kept[] => {
            const to = renames.get(word);
            if (to === undefined) return [];
            const at = start + index - bodyStart;
            return [
              { ...locationOf({ block, span: { start: at, end: at + word.length } }), why: `${word} is ${to} now` },
            ];
          },
        ),
      );
    });
}

/** An approval is compared by the names of reasons, so those who approved are told of other names. */
function lockNotes({ unit, replacements }: Part, isOwn: boolean): string[] {
  const controls = new Set(
    replacements.flatMap(({ block }) => (block.kind && nodeTypes[block.kind]?.catalogued ? [block] : [])),
  );
  if (!unit.lock || !controls.size) return [];
  const what = sayCounted(controls.size, '{0} control', '{0} controls');
  return [
    isOwn
      ? say(
          'The last approval names the reasons of {0} by their old ids, so a check tells them as changed until it is approved again.',
          what,
        )
      : say(
          'The last approval of {1} names the reasons of {0} by their old ids, so a check tells them as changed until it is approved again.',
          what,
          ismsName(unit),
        ),
  ];
}
