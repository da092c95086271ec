/** The meaning of each word, for colours: kinds, properties, names, references, values. Texts and comments are left to the editor's grammar. */

import type { Block } from '../incremental/block.ts';
import { connectingWords, isKey, nodeTypes, topType } from '../language/schema.ts';
import type { Declaration } from '../model/declaration.ts';
import { isSpace, tokensOf } from '../syntax/lexer.ts';
import type { Workspace } from '../workspace/workspace.ts';

export const tokenTypes = ['keyword', 'property', 'class', 'variable', 'enumMember', 'number'] as const;
export const tokenModifiers = ['declaration'] as const;

export type TokenType = (typeof tokenTypes)[number];

/** A word on one line. Columns and lengths are UTF-16 code units. */
export interface SemanticToken {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: TokenType;
  readonly isDeclaration: boolean;
}

interface RelativeToken {
  readonly start: number;
  readonly length: number;
  readonly type: TokenType;
  readonly isDeclaration: boolean;
}

/** Relative to the declaration, so that an edit elsewhere keeps them. */
const cache = new WeakMap<Declaration, readonly RelativeToken[]>();

/** The tokens of a file from top to bottom, of whole declarations that touch the lines `from` to `to`. */
export function semanticTokens(
  workspace: Workspace,
  uri: string,
  from = 0,
  to = Number.MAX_SAFE_INTEGER,
): SemanticToken[] {
  const file = workspace.file(uri);
  if (!file) return [];
  const tokens: SemanticToken[] = [];
  file.text.chunks.forEach((chunk, index) => {
    const block = file.blocks[index];
    const first = file.text.startLine(index);
    if (!block?.declaration || first > to || first + chunk.lineCount < from) return;
    for (const { start, length, type, isDeclaration } of relativeTokens(block, block.declaration)) {
      const { line, character } = file.text.positionAt(index, chunk.bodyStart + start);
      tokens.push({ line, character, length, type, isDeclaration });
    }
  });
  return tokens;
}

function relativeTokens(block: Block, declaration: Declaration): readonly RelativeToken[] {
  let tokens = cache.get(declaration);
  if (!tokens) cache.set(declaration, (tokens = classify(block, declaration)));
  return tokens;
}

/** Words that begin a block or a declaration inside another. */
const blockWords: ReadonlySet<string> = new Set(
  Object.values(nodeTypes).flatMap(nodeType => [
    ...(nodeType.body && nodeType.keyword ? [nodeType.keyword] : []),
    ...nodeType.properties.flatMap(property => (property.form === 'block' ? [property.key] : [])),
  ]),
);

/** Properties without a value. */
const flagWords: ReadonlySet<string> = new Set(
  Object.values(nodeTypes).flatMap(nodeType => nodeType.properties.flatMap(p => (p.form === 'flag' ? [p.key] : []))),
);

/** Words between the parts of a value. */
const connecting = connectingWords();

function classify(block: Block, declaration: Declaration): RelativeToken[] {
  const { text, bodyStart, bodyEnd } = block.chunk;
  const references = new Map(declaration.$references.map(ref => [ref.start, ref.end]));
  const names = new Map(declaration.$definitions.map(definition => [definition.start, definition.end]));
  const code = tokensOf(text, bodyStart, bodyEnd).filter(token => !isSpace(token) && token.kind !== 'comment');
  return code.flatMap((token, index): RelativeToken[] => {
    const start = token.start - bodyStart;
    const end = references.get(start) ?? names.get(start) ?? token.end - bodyStart;
    const of = (type: TokenType, isDeclaration = false) => [{ start, length: end - start, type, isDeclaration }];
    if (references.has(start)) return of('variable');
    if (names.has(start)) return of('class', true);
    if (token.kind === 'number' || token.kind === 'date') return of('number');
    if (token.kind !== 'word') return [];
    const next = code[index + 1];
    const isNamed = next !== undefined && names.has(next.start - bodyStart);
    return of(typeOfWord(text.slice(token.start, token.end), start, next && text[next.start], isNamed));
  });
}

/** @param next what the token behind it begins with, and whether that is a name */
function typeOfWord(word: string, start: number, next: string | undefined, isNamed: boolean): TokenType {
  if (start === 0 && topType(word)) return 'keyword';
  if ((next === ':' && isKey(word)) || flagWords.has(word)) return 'property';
  if ((next === '{' || next === '"' || isNamed) && blockWords.has(word)) return 'keyword';
  return connecting.has(word) ? 'keyword' : 'enumMember';
}
