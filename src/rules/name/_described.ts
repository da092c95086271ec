/** How messages call kinds of declarations. */
import { calledOf, withArticle } from '../../language/schema.ts';
import { targetsOf } from '../../model/reference-types.ts';

/** "a risk", "an asset". */
export const aKind = (type: string): string => withArticle(calledOf(type));

const accepted = new Map<string, string>();

/** What a reference of this type may refer to: "role or person". */
export function acceptedBy(type: string): string {
  let words = accepted.get(type);
  if (!words) accepted.set(type, (words = [...targetsOf(type)].map(calledOf).join(' or ')));
  return words;
}
