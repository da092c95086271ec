/** A message that keeps nothing else alive: a value that was cut out of a file keeps its whole text, and one put together of parts all of them. */
import { ownText } from '../syntax/text/own-text.ts';
import type { Saying, SayingValue } from '../wording/wording.ts';

/** The same, with each of its values written anew. */
export const ownSaying = ({ text, values }: Saying): Saying => ({ text, values: values.map(ownValue) });

function ownValue(value: SayingValue): SayingValue {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return ownText(value);
  return 'items' in value ? { ...value, items: value.items.map(ownValue) } : ownSaying(value);
}
