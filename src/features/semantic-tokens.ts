/** The meaning of each word, for colours: kinds, properties, names, references, values. Texts and comments are left to the editor's grammar. */

import { topRule } from '../language/schema.ts';
import { ismsServices } from '../language/services.ts';
import { keywordOf } from '../language/twins.ts';
import type { Block } from '../model/block.ts';
import type { Declaration } from '../model/declaration.ts';
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
    const block = file.blocks.get(chunk);
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

function classify(block: Block, declaration: Declaration): RelativeToken[] {
  const { text, bodyStart, bodyEnd } = block.chunk;
  const references = new Set(declaration.$references.map(ref => ref.start));
  const names = new Set(declaration.$definitions.map(definition => definition.start));
  const { tokens } = ismsServices().parser.Lexer.tokenize(text.slice(bodyStart, bodyEnd));
  return tokens.flatMap((token, index) => {
    const { startOffset: start, image, tokenType } = token;
    const next = tokens[index + 1];
    const made = (type: TokenType, isDeclaration = false): RelativeToken[] => [
      { start, length: image.length, type, isDeclaration },
    ];
    if (references.has(start)) return made('variable');
    if (names.has(start)) return made('class', true);
    if (tokenType.name === 'DATE' || tokenType.name === 'INT' || tokenType.name === 'CLAUSE') return made('number');
    if (!/^[\p{L}_]/u.test(image)) return [];
    const isKeyword = keywordOf(tokenType) === image;
    if (start === 0 && topRule(image)) return made('keyword');
    if (isKeyword && next?.image === ':') return made('property');
    if (isKeyword && (next?.image === '{' || next?.image.startsWith('"'))) return made('keyword');
    if (isKeyword && ['by', 'until', 'from', 'because', 'every'].includes(image)) return made('keyword');
    return made('enumMember');
  });
}
