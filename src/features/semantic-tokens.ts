/** The meaning of each word, for colours: kinds, properties, names, references, values. Texts and comments are left to the editor's grammar. */

import { connectingWords, isKey, nodeTypes, topType } from '../language/schema.ts';
import { regionsOf } from '../language/text/regions.ts';
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

/** Dates and numbers; words. In the order in which the grammar's terminals win. */
const pieces = /(\d{4}-[\d-]*|\d+(?:\.\d+)*)|([\p{L}_](?:[\p{L}\d_]|[.-](?=[\p{L}\d_]))*)/gu;

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
  const body = text.slice(bodyStart, bodyEnd);
  const references = new Map(declaration.$references.map(ref => [ref.start, ref.end]));
  const names = new Map(declaration.$definitions.map(definition => [definition.start, definition.end]));
  const tokens: RelativeToken[] = [];
  const code = withoutProse(body);
  for (const { 0: whole, 1: number, 2: word, index: start } of code.matchAll(pieces)) {
    const end = references.get(start) ?? names.get(start) ?? start + whole.length;
    const add = (type: TokenType, isDeclaration = false): void => {
      tokens.push({ start, length: end - start, type, isDeclaration });
    };
    if (references.has(start)) add('variable');
    else if (names.has(start)) add('class', true);
    else if (number) add('number');
    else if (word) add(typeOfWord(word, start, code, names));
  }
  return tokens;
}

/** The text with blanks for its comments, and quotes for what stands in quotes; as long as before. */
function withoutProse(text: string): string {
  let code = '';
  let reached = 0;
  for (const { kind, start, end } of regionsOf(text)) {
    code += text.slice(reached, start) + (kind === 'comment' ? ' ' : '"').repeat(end - start);
    reached = end;
  }
  return code + text.slice(reached);
}

function typeOfWord(word: string, start: number, code: string, names: ReadonlyMap<number, number>): TokenType {
  if (start === 0 && topType(word)) return 'keyword';
  const end = start + word.length;
  const distance = code.slice(end, end + 200).search(/\S/);
  const next = distance < 0 ? undefined : code[end + distance];
  if ((next === ':' && isKey(word)) || flagWords.has(word)) return 'property';
  const beginsBlock = next === '{' || next === '"' || names.has(end + distance);
  if (beginsBlock && blockWords.has(word)) return 'keyword';
  return connecting.has(word) ? 'keyword' : 'enumMember';
}
