/** How messages call kinds of declarations. */
import { calledOf, withArticle } from '../../language/schema.ts';
import { targetsOf } from '../../model/reference-types.ts';
import { type Saying, saying } from '../../wording/wording.ts';

/** "a risk", "an asset". */
export const aKind = (type: string): Saying => saying(withArticle(calledOf(type)));

const accepted = new Map<string, Saying>();

/** What a reference of this type may refer to: "role or person". */
export function acceptedBy(type: string): Saying {
  let kinds = accepted.get(type);
  if (!kinds) {
    kinds = [...targetsOf(type)]
      .map(target => saying(calledOf(target)))
      .reduce((before, kind) => saying('{0} or {1}', before, kind));
    accepted.set(type, kinds);
  }
  return kinds;
}
