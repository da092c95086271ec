/** How kinds are called in sentences, in the language that is spoken. */
import { calledOf, pluralOf, withArticle } from '../language/schema.ts';
import { currentLanguage, say } from '../wording/wording.ts';

/** `a risk`, `an asset`; in a language whose articles follow the word, the word alone in quotes. */
export const kindSaid = (type: string): string =>
  currentLanguage() === 'en' ? withArticle(calledOf(type)) : `„${say(calledOf(type))}“`;

/** The word alone. */
export const kindName = (type: string): string => say(calledOf(type));

/** Several of a kind, such as `risks`. */
export const kindsName = (type: string): string => say(pluralOf(type));
