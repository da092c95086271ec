/**
 * What a syntax error says: what was expected, what stands there, and what to do. In the words of the schema. The parser takes messages as
 * strings only, so each passes through it as the JSON of what is to be said (`messageOf`).
 */
import type { IParserErrorMessageProvider, IToken, TokenType } from 'chevrotain';
import { nearest } from '../../language/nearest.ts';
import {
  calledOf,
  isKey,
  kindKeywords,
  type NodeType,
  nodeTypes,
  propertyByKey,
  topType,
  topTypes,
  withArticle,
} from '../../language/schema.ts';
import { later, type Saying, type SayingValue, saying } from '../../wording/wording.ts';
import { isLetter } from '../text/characters.ts';

const tokenNames: Readonly<Record<string, string>> = {
  ID: later('a name'),
  STRING: later('a text in quotes'),
  TEXT: later('a text in quotes'),
  DATE: later('a date such as 2026-03-01'),
  INT: later('a number'),
  CLAUSE: later('a clause number'),
};

const shown = (token: IToken | undefined): SayingValue => {
  if (!token || token.tokenType.name === 'EOF') return saying('the end');
  const firstLine = token.image.split(/[\r\n]/)[0] as string;
  return saying("'{0}'", firstLine.length > 30 ? `${firstLine.slice(0, 30)}…` : firstLine);
};

const named = (type: TokenType): SayingValue => {
  const name = tokenNames[type.name];
  return name === undefined ? saying("'{0}'", type.name) : saying(name);
};

/** A sentence, and behind it what may have been meant, if that can be guessed. */
const withGuess = (sentence: Saying, word: string, candidates: Iterable<string>): Saying => {
  const [best] = nearest(word, candidates, 1);
  return best ? saying("{0} Did you mean '{1}'?", sentence, best) : sentence;
};

/** "a risk", "an asset"; for blocks such as `residual` likewise. */
function article({ name, keyword, defaults }: NodeType): Saying {
  if (defaults) return saying(withArticle(calledOf(name)));
  const word = keyword || name.toLowerCase();
  return saying(withArticle(word).startsWith('an ') ? 'an {0}' : 'a {0}', word);
}

/** Whether a key belongs to the declarations for which a block of the same keyword, or of no kind, says what holds for all. */
function isOfEach({ keyword, top, defaults }: NodeType, key: string): boolean {
  if (defaults) return topTypes.some(kind => propertyByKey(kind, key));
  const kind = top ? undefined : topType(keyword);
  return kind !== undefined && propertyByKey(kind, key) !== undefined;
}

const noDefault = (key: string): Saying =>
  saying(
    "'{0}' has no default, since each declaration has to state it itself; remove it here and write it where it holds.",
    key,
  );

/** In blocks of names, such as `fields` and `consequences`, a key before its colon is taken for the key. */
const nameIsKey = (word: string): Saying =>
  saying(
    "'{0}' is a key of the language and cannot stand here as a name; choose another, such as '{1}'.",
    word,
    `${word[0]?.toUpperCase()}${word.slice(1)}`,
  );

/** Langium appends a zero-width space to the names of the parser's productions. */
const langiumSuffix = '\u200B';

const isWord = (token: IToken | undefined): boolean => isLetter((token?.image ?? '').charCodeAt(0));

const colonMissing = later("Expected ':' after '{0}', but found {1}.");
const valueExpected = later("Expected {0} after ':', but found {1}.");

/** Whether a message says that a key has no colon: what is wrong stands before the token at which that is noticed. */
export const isColonMissing = ({ text }: Saying): boolean => text === colonMissing;

/** What should stand behind a colon, if a message says that. */
export const wantedValue = ({ text, values }: Saying): SayingValue | undefined =>
  text === valueExpected ? values[0] : undefined;

/** What a message of the parser says. */
export const messageOf = (message: string): Saying => JSON.parse(message) as Saying;

type Mismatch = Parameters<IParserErrorMessageProvider['buildMismatchTokenMessage']>[0];

function mismatch({ expected, actual, previous, ruleName: production }: Mismatch): Saying {
  const nodeType = nodeTypes[production.replace(langiumSuffix, '')];
  const atEnd = actual.tokenType.name === 'EOF';
  if (expected.name === '}' && nodeType) {
    if (atEnd) return saying("The {0} is not closed; add a '}' on a line of its own.", nodeType.keyword);
    if (isWord(actual)) {
      const keys = nodeType.properties.map(property => property.key).filter(Boolean);
      if (!keys.length && isKey(actual.image)) return nameIsKey(actual.image);
      if (isOfEach(nodeType, actual.image)) return noDefault(actual.image);
      return withGuess(saying("'{0}' is not a property of {1}.", actual.image, article(nodeType)), actual.image, keys);
    }
    return saying("Expected a property of {0} or '}', but found {1}.", article(nodeType), shown(actual));
  }
  if (expected.name === 'EOF') return notAllParsed(actual);
  if (expected.name === '{' && nodeType?.keyword)
    return saying("Expected '{' to open the {0}, but found {1}.", nodeType.keyword, shown(actual));
  if (expected.name === ':') return saying(colonMissing, previous.image, shown(actual));
  if (previous?.image === ':') return saying(valueExpected, named(expected), shown(actual));
  return saying('Expected {0}, but found {1}.', named(expected), shown(actual));
}

function notAllParsed(first: IToken): Saying {
  const { image } = first;
  if (image === '}') return saying("This '}' closes nothing; remove it.");
  if (/^[<=>|]{7}/.test(image)) return saying('This is a merge conflict; resolve it.');
  return withGuess(saying('{0} begins no declaration.', shown(first)), image, kindKeywords);
}

function noViable(actual: IToken | undefined, previous: IToken | undefined): Saying {
  if (!previous?.image) return saying('{0} cannot stand here.', shown(actual));
  if (previous.image === ':') return saying(valueExpected, saying('a value'), shown(actual));
  return saying('{0} cannot stand here after {1}.', shown(actual), shown(previous));
}

export class IsmsErrorMessages implements IParserErrorMessageProvider {
  buildMismatchTokenMessage(options: Mismatch): string {
    return JSON.stringify(mismatch(options));
  }

  buildNotAllInputParsedMessage({ firstRedundant }: { firstRedundant: IToken }): string {
    return JSON.stringify(notAllParsed(firstRedundant));
  }

  buildNoViableAltMessage({ actual, previous }: { actual: IToken[]; previous: IToken }): string {
    return JSON.stringify(noViable(actual[0], previous));
  }

  buildEarlyExitMessage({ actual, previous }: { actual: IToken[]; previous: IToken }): string {
    return JSON.stringify(saying('{0} cannot stand here after {1}.', shown(actual[0]), shown(previous)));
  }
}

/** What is said of letters that belong to nothing: an unclosed text or comment, a merge conflict, a sign of no meaning. */
export function lexerMessage(text: string, start: number, length: number): Saying {
  const found = text.slice(start, start + Math.min(length, 20)).split(/[\r\n]/)[0] as string;
  if (found.startsWith('"')) return saying('This text is not closed; add a quote at its end.');
  if (found.startsWith('/*')) return saying('This comment is not closed; add */ at its end.');
  if (/^[<=>|]{7}/.test(found)) return saying('This is a merge conflict; resolve it.');
  return saying("'{0}' is not understood here; remove it or put it in quotes.", found);
}
