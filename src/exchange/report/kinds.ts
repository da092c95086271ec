import { pluralOf, topType } from '../../language/schema.ts';
import { counted } from '../../model/counted.ts';

/** How many declarations there are of each kind, by keyword: `3 risks, 1 role`. */
export const kindsText = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .map(([keyword, count]) => counted(count, keyword, pluralOf(topType(keyword)?.name ?? keyword)))
    .join(', ');
