/** What a syntax error says: what was expected, what stands there, and what to do. In the words of the schema. */
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
} from '../../language/schema.ts';
import { isLetter } from '../text/characters.ts';

const tokenNames: Readonly<Record<string, string>> = {
  ID: 'a name',
  STRING: 'a text in quotes',
  TEXT: 'a text in quotes',
  DATE: 'a date such as 2026-03-01',
  INT: 'a number',
  CLAUSE: 'a clause number',
};

const shown = (token: IToken | undefined): string => {
  if (!token || token.tokenType.name === 'EOF') return 'the end';
  const firstLine = token.image.split(/[\r\n]/)[0] as string;
  return `'${firstLine.length > 30 ? `${firstLine.slice(0, 30)}…` : firstLine}'`;
};

const named = (type: TokenType): string => tokenNames[type.name] ?? `'${type.name}'`;

const didYouMean = (word: string, candidates: Iterable<string>): string => {
  const [best] = nearest(word, candidates, 1);
  return best ? ` Did you mean '${best}'?` : '';
};

/** "a risk", "an asset"; for blocks such as `residual` likewise. */
function article(nodeType: NodeType): string {
  const word = nodeType.defaults ? calledOf(nodeType.name) : nodeType.keyword || nodeType.name.toLowerCase();
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}

/** Whether a key belongs to the declarations for which a block of the same keyword, or of no kind, says what holds for all. */
function isOfEach({ keyword, top, defaults }: NodeType, key: string): boolean {
  if (defaults) return topTypes.some(kind => propertyByKey(kind, key));
  const kind = top ? undefined : topType(keyword);
  return kind !== undefined && propertyByKey(kind, key) !== undefined;
}

const noDefault = (key: string): string =>
  `'${key}' has no default, since each declaration has to state it itself; remove it here and write it where it holds.`;

/** In blocks of names, such as `fields` and `consequences`, a key before its colon is taken for the key. */
const nameIsKey = (word: string): string =>
  `'${word}' is a key of the language and cannot stand here as a name; choose another, such as '${word[0]?.toUpperCase()}${word.slice(1)}'.`;

/** Langium appends a zero-width space to the names of the parser's productions. */
const langiumSuffix = '\u200B';

const isWord = (token: IToken | undefined): boolean => isLetter((token?.image ?? '').charCodeAt(0));

const colonMissing = "Expected ':' after ";

/** Whether a message says that a key has no colon: what is wrong stands before the token at which that is noticed. */
export const isColonMissing = (message: string): boolean => message.startsWith(colonMissing);

export class IsmsErrorMessages implements IParserErrorMessageProvider {
  buildMismatchTokenMessage(options: {
    expected: TokenType;
    actual: IToken;
    previous: IToken;
    ruleName: string;
  }): string {
    const { expected, actual, previous, ruleName: production } = options;
    const nodeType = nodeTypes[production.replace(langiumSuffix, '')];
    const atEnd = actual.tokenType.name === 'EOF';
    if (expected.name === '}' && nodeType) {
      if (atEnd) return `The ${nodeType.keyword} is not closed; add a '}' on a line of its own.`;
      if (isWord(actual)) {
        const keys = nodeType.properties.map(property => property.key).filter(Boolean);
        if (!keys.length && isKey(actual.image)) return nameIsKey(actual.image);
        if (isOfEach(nodeType, actual.image)) return noDefault(actual.image);
        return `'${actual.image}' is not a property of ${article(nodeType)}.${didYouMean(actual.image, keys)}`;
      }
      return `Expected a property of ${article(nodeType)} or '}', but found ${shown(actual)}.`;
    }
    if (expected.name === 'EOF') return this.buildNotAllInputParsedMessage({ firstRedundant: actual });
    if (expected.name === '{' && nodeType?.keyword)
      return `Expected '{' to open the ${nodeType.keyword}, but found ${shown(actual)}.`;
    if (expected.name === ':') return `${colonMissing}'${previous.image}', but found ${shown(actual)}.`;
    if (previous?.image === ':') return `Expected ${named(expected)} after ':', but found ${shown(actual)}.`;
    return `Expected ${named(expected)}, but found ${shown(actual)}.`;
  }

  buildNotAllInputParsedMessage({ firstRedundant }: { firstRedundant: IToken }): string {
    const image = firstRedundant.image;
    if (image === '}') return `This '}' closes nothing; remove it.`;
    if (/^[<=>|]{7}/.test(image)) return 'This is a merge conflict; resolve it.';
    return `${shown(firstRedundant)} begins no declaration.${didYouMean(image, kindKeywords)}`;
  }

  buildNoViableAltMessage({ actual, previous }: { actual: IToken[]; previous: IToken }): string {
    const after = previous?.image ? ` after ${shown(previous)}` : '';
    if (previous?.image === ':') return `Expected a value after ':', but found ${shown(actual[0])}.`;
    return `${shown(actual[0])} cannot stand here${after}.`;
  }

  buildEarlyExitMessage({ actual, previous }: { actual: IToken[]; previous: IToken }): string {
    return `${shown(actual[0])} cannot stand here after ${shown(previous)}.`;
  }
}

/** What is said of letters that belong to nothing: an unclosed text or comment, a merge conflict, a sign of no meaning. */
export function lexerMessage(text: string, start: number, length: number): string {
  const found = text.slice(start, start + Math.min(length, 20)).split(/[\r\n]/)[0] as string;
  if (found.startsWith('"')) return 'This text is not closed; add a quote at its end.';
  if (found.startsWith('/*')) return 'This comment is not closed; add */ at its end.';
  if (/^[<=>|]{7}/.test(found)) return 'This is a merge conflict; resolve it.';
  return `'${found}' is not understood here; remove it or put it in quotes.`;
}
