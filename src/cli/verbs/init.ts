/** `isms init`: what `isms new` does, in the current folder where none is named. */
import { beginningVerb } from './new.ts';

export default beginningVerb(true);
