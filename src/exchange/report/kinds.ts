import { pluralOf, topType } from '../../language/schema.ts';
import { say } from '../../wording/wording.ts';

/** How many declarations there are of each kind, by keyword: `3 risks, 1 role`; in the language that is spoken. */
export const kindsText = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .map(([keyword, count]) => {
      const type = topType(keyword)?.name ?? keyword;
      return say('{0} {1}', count, say(count === 1 ? keyword : pluralOf(type)));
    })
    .join(', ');
