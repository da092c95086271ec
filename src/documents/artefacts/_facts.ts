/** Facts whose labels are ours, in the language of the document. */
import { say } from '../../wording/wording.ts';
import type { Fact } from '../blocks.ts';

/** A fact whose label is ours; its value is as given. */
export const fact = (id: string, label: string, value: string | number | null | undefined): Fact => ({
  id,
  label: say(label),
  value: value ?? say('not stated'),
});

/** A fact that is a day, `YYYY-MM-DD`; `otherwise` where there is none. */
export const dayFact = (id: string, label: string, date: string | null | undefined, otherwise?: string): Fact =>
  date ? { ...fact(id, label, date), isDay: true } : fact(id, label, otherwise);

/** How many of the items are so. */
export const countFact = <T>(id: string, label: string, items: readonly T[], isSo: (item: T) => boolean): Fact => ({
  id,
  label: say(label),
  value: items.filter(isSo).length,
});
