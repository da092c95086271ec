/** What the grammar's comments say of kinds, properties and words, in the language that is spoken. */
import { meaningOf } from '../language/meanings.ts';
import { say } from '../wording/wording.ts';

/**
 * A text of the grammar without the place in the standard that may stand behind it, such as `6.1.2 c` in brackets: that is the same in every
 * language.
 */
export function withoutClause(text: string): { readonly body: string; readonly clause: string | undefined } {
  const [, body = text, clause] = /^(.+) \(([^()]*)\)$/s.exec(text) ?? [];
  return { body, clause };
}

/** A text of the grammar as it is said. */
export function grammarText(text: string): string {
  const { body, clause } = withoutClause(text);
  return clause === undefined ? say(body) : `${say(body)} (${clauseSaid(clause)})`;
}

/** `A.5.19 to A.5.23` */
function clauseSaid(clause: string): string {
  const [from = clause, to] = clause.split(' to ');
  return to === undefined ? from : say('{0} to {1}', from, to);
}

/** What a word of an enumeration means; undefined where the word says it. */
export function meaningSaid(enumeration: string, word: string): string | undefined {
  const meaning = meaningOf(enumeration, word);
  return meaning && grammarText(meaning);
}
