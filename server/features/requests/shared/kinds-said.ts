import { pluralOf, topType } from '../../../../src/language/schema.ts';
import { say } from '../../../../src/wording/wording.ts';

/** `2 risks, 1 role`: how many of each kind, by keyword. */
export const kindsSaid = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .map(([keyword, count]) => {
      const type = topType(keyword)?.name ?? keyword;
      return say('{0} {1}', count, say(count === 1 ? keyword : pluralOf(type)));
    })
    .join(', ');
