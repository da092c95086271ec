/** Values that are no references: enumerated words, words of the declared scales, dates, periods and texts. */
import { impactScale, type RiskMethod, riskMethod, type ScaleStep } from '../analysis/method.ts';
import {
  type Kind,
  nodeTypes,
  propertyByFeature,
  type Scale,
  type ValueSchema,
  type ValueTraits,
} from '../language/schema.ts';
import { addDays, addMonths, type IsoDate } from '../model/dates.ts';
import type { Declarations } from '../model/declaration.ts';
import type { Cursor, Slot } from '../syntax/cursor/cursor.ts';
import { say } from '../wording/wording.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import type { Offer, Offers } from './completion-item.ts';
import { remainingSteps } from './completion-ranking.ts';
import type { CursorPlace } from './cursor-place.ts';
import { meaningSaid } from './grammar-text.ts';
import { escapeMarkdown } from './markdown.ts';

/** How many declarations are looked through for words that somebody made up, such as tags. */
const wordSources = 300;

/** Offers for one form of value in a slot. */
export function valueOffers(place: CursorPlace, slot: Slot, value: ValueSchema): Offers {
  switch (value.form) {
    case 'enum':
      return { offers: isPartOfPeriod(place, slot) ? [] : enumOffers(value, place.cursor.given) };
    case 'date':
      return { offers: dateOffers(place.unit.view().asOf, slot) };
    case 'number':
      return { offers: slot.type === 'Interval' ? intervalOffers(place) : [] };
    case 'word':
      return { offers: wordOffers(place, slot) };
    case 'string':
    case 'text':
      return { offers: textOffers(place, value.form) };
    default:
      return { offers: [] };
  }
}

/** What is known of the part or property that a slot is for. */
export function traitsOf({ type, feature }: Slot): ValueTraits {
  const nodeType = nodeTypes[type];
  return (nodeType && (nodeType.parts[feature] ?? propertyByFeature(nodeType, feature))) ?? {};
}

/** Whether the unit of a period is offered with its number, as `12 months`. */
const isPartOfPeriod = ({ cursor }: CursorPlace, { type }: Slot): boolean =>
  type === 'Interval' && cursor.slots.length > 1;

const enumOffers = ({ enumeration, words }: ValueSchema & { form: 'enum' }, given: readonly string[]): Offer[] =>
  words
    .filter(word => !given.includes(word))
    .map((word): Offer => {
      const meaning = meaningSaid(enumeration, word);
      // A word that is an enumeration of its own, such as `covered-by`, leads to what follows it.
      const isIncomplete = enumeration === word;
      return {
        label: word,
        kind: 'enum',
        ...(meaning && { documentation: escapeMarkdown(meaning) }),
        ...(isIncomplete && { insert: `${word} `, suggestNext: true }),
      };
    });

function dateOffers(asOf: IsoDate, slot: Slot): Offer[] {
  const { last, planned } = traitsOf(slot);
  const today: Offer = { label: asOf, kind: 'date', detail: say('today (as of)') };
  if (!last && !planned) return [today, { label: addDays(asOf, -1), kind: 'date', detail: say('the day before') }];
  const later: Offer[] = [
    { label: addMonths(asOf, 1), kind: 'date', detail: say('in one month') },
    { label: addMonths(asOf, 3), kind: 'date', detail: say('in three months') },
    { label: addMonths(asOf, 6), kind: 'date', detail: say('in six months') },
    { label: addMonths(asOf, 12), kind: 'date', detail: say('in one year') },
  ];
  return last ? [...later.reverse(), today] : [...later, today];
}

function intervalOffers({ cursor }: CursorPlace): Offer[] {
  const every = cursor.before.length === 0 && cursor.property?.recurring ? 'every ' : '';
  return ['12 months', '6 months', '3 months', '1 month', '36 months'].map(period => ({
    label: every + period,
    kind: 'word',
  }));
}

const textOffers = ({ cursor }: CursorPlace, form: 'string' | 'text'): Offer[] =>
  cursor.prefix
    ? []
    : [
        { label: '"…"', kind: 'text', detail: say('text'), insert: '"$0"', snippet: true },
        ...(form === 'text'
          ? [
              {
                label: '"""…"""',
                kind: 'text' as const,
                detail: say('text over several lines'),
                insert: '"""\n\t$0\n"""',
                snippet: true,
              },
            ]
          : []),
      ];

function wordOffers(place: CursorPlace, slot: Slot): Offer[] {
  const { unit, cursor } = place;
  const nodeType = nodeTypes[slot.type];
  const suggested = nodeType && propertyByFeature(nodeType, slot.feature)?.suggest;
  if (suggested) return suggested.map(label => ({ label, kind: 'word' }));
  const { scale } = traitsOf(slot);
  if (!scale) return usedWords(place, slot);
  const method = unit.view().get(riskMethod);
  if (scale === 'levels') return levelOffers(method);
  return method ? stepOffers(unit, remainingSteps(place, stepsOf(method, scale, cursor))) : usedWords(place, slot);
}

/** The steps of a scale, for the word at a cursor. */
export function stepsOf(method: RiskMethod, scale: Exclude<Scale, 'levels'>, { before }: Cursor): readonly ScaleStep[] {
  if (scale !== 'impact') return method[scale];
  // Behind a property, as in `confidentiality major`, its own scale counts.
  const last = before.at(-1);
  return impactScale(method, last?.kind === 'word' ? last.image : undefined);
}

function stepOffers(unit: IsmsUnit, steps: readonly ScaleStep[]): Offer[] {
  const meanings = meaningsOfSteps(unit);
  return steps.map(({ label, value }): Offer => {
    const meaning = meanings.get(label);
    return {
      label,
      kind: 'word',
      detail: say('{0} of {1}', value, Math.max(...steps.map(step => step.value))),
      ...(meaning && { documentation: escapeMarkdown(meaning) }),
    };
  });
}

/** What the method says about the words of its scales. */
export function meaningsOfSteps(unit: IsmsUnit): ReadonlyMap<string, string> {
  const [block] = unit.isms.inForce('Method');
  const method = block?.declaration as Declarations['Method'] | undefined;
  const steps = method ? [...method.likelihood, ...method.impact, ...method.values].flatMap(scale => scale.steps) : [];
  return new Map(steps.flatMap(({ label, meaning }) => (label && meaning ? [[label.value, meaning.value]] : [])));
}

const levelOffers = (method: RiskMethod | undefined): Offer[] =>
  (method?.levels ?? []).map(({ label, from, to }) => ({
    label,
    kind: 'word',
    ...(from !== undefined && {
      detail: from === to ? say('score {0}', from) : say('scores {0} to {1}', from, to ?? ''),
    }),
  }));

/** Words that stand in the same property elsewhere, the most used first. */
function usedWords({ unit, cursor }: CursorPlace, { type, feature }: Slot): Offer[] {
  const kind = cursor.frames[0]?.nodeType?.name;
  if (kind !== type) return [];
  const counts = new Map<string, number>();
  for (const { declaration } of unit.isms.blocks(kind as Kind).slice(0, wordSources)) {
    const field: unknown = declaration && Reflect.get(declaration, feature);
    for (const word of Array.isArray(field) ? field : [field]) {
      if (isWord(word)) counts.set(word.value, (counts.get(word.value) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([word]) => !cursor.given.includes(word) && word !== cursor.prefix)
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([label]) => ({ label, kind: 'word' }));
}

const isWord = (value: unknown): value is { readonly value: string } =>
  typeof value === 'object' && value !== null && 'value' in value && typeof value.value === 'string';
