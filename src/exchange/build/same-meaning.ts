/** Whether two cells of a field say the same in other words. */
import { oneLine } from '../../syntax/text/one-line.ts';
import type { Mapping } from '../recognise/mapping.ts';
import { readDate } from '../values/dates.ts';
import { type WordList, wordOf } from '../values/words.ts';
import type { FieldCell } from './entity.ts';
import { impactProperties, phases } from './method-model.ts';
import { levelText } from './scales.ts';

const lists: ReadonlyMap<string, WordList> = new Map([
  ['treatment', 'treatment'],
  ['actionStatus', 'actionStatus'],
  ['accepted', 'yesNo'],
  ['personalData', 'yesNo'],
  ['type', 'assetType'],
]);

const days = new Set(['due', 'completed', 'acceptedOn', 'acceptedUntil', 'assessed', 'reviewed', 'left']);

const scores = new Set<string>(phases.map(({ score }) => score));

const levels = new Set<string>([
  ...phases.flatMap(({ likelihood, impact, score }) => [likelihood, impact, score]),
  ...impactProperties.map(([field]) => field),
]);

export function meansSame(field: string, one: FieldCell, other: FieldCell, mapping: Mapping): boolean {
  const [a, b] = [one.cell.text, other.cell.text];
  if (oneLine(a).toLowerCase() === oneLine(b).toLowerCase()) return true;
  const list = lists.get(field);
  if (list) return isEqual(wordOf(list, a, mapping), wordOf(list, b, mapping));
  if (days.has(field)) return isEqual(dayOf(one, mapping), dayOf(other, mapping));
  return levels.has(field) && isSameLevel(a, b);
}

const isEqual = (a: string | undefined, b: string | undefined): boolean => a !== undefined && a === b;

function dayOf({ cell, order }: FieldCell, mapping: Mapping): string | undefined {
  const read = readDate(cell, mapping.dates ?? order);
  return read && 'date' in read ? read.date : undefined;
}

/** `4` and `4 - Likely`. */
function isSameLevel(a: string, b: string): boolean {
  const [one, other] = [levelText(a), levelText(b)];
  const hasValues = one.value !== undefined && other.value !== undefined;
  const hasWords = one.word !== undefined && other.word !== undefined;
  return (hasValues || hasWords) && !isOtherLevel(a, b);
}

/** Whether two levels cannot both be right; a number and a word can. */
function isOtherLevel(a: string, b: string): boolean {
  const [one, other] = [levelText(a), levelText(b)];
  if (one.value !== undefined && other.value !== undefined && one.value !== other.value) return true;
  return one.word !== undefined && other.word !== undefined && one.word.toLowerCase() !== other.word.toLowerCase();
}

/** Whether a printed score is that of another cell in another form, as `12` and `High` may be. */
export const mayBeSameScore = (field: string, one: FieldCell, other: FieldCell): boolean =>
  scores.has(field) && !isOtherLevel(one.cell.text, other.cell.text);
