/** Errors for people. */
import { inEnglish, type Saying, type SayingValue, saying } from './wording.ts';

/** What the message of an error says. Only the editor says it in other languages than English; its German is in `editor-de.json`. */
export const refusing = saying;

/** An error that tells what is wrong. Its message is English, as the command line speaks; whoever speaks another language says `saying`. */
export class SaidError extends Error {
  readonly saying: Saying;

  constructor(said: Saying) {
    super(inEnglish(said));
    this.saying = said;
  }
}

/** What an error says, also one of another bundle; of any other error its message. */
export const sayingOf = (error: Error): SayingValue =>
  'saying' in error ? (error as SaidError).saying : error.message;
