/** A message that keeps nothing else alive: a value that was cut out of a file keeps its whole text, and one put together of parts all of them. */
import { ownText } from '../syntax/text/own-text.ts';
import { type Saying, withTexts } from '../wording/wording.ts';

/** The same, with each of its values written anew. */
export const ownSaying = (saying: Saying): Saying => withTexts(saying, ownText);
