/** The edits that fixes are made of. Braces, comments and blanks are told apart by tokens: a text may hold any of them. */

import type { AnyNode, Declaration, Span } from '../model/declaration.ts';
import { isLineComment, isSpace, type Token, tokensOf } from '../syntax/lexer.ts';
import { isBlank, isLineBreak, OPEN_BRACE } from '../syntax/text/characters.ts';
import { nextLine } from '../syntax/text/chunk.ts';
import type { DeclarationEdit } from './rule.ts';

/**
 * Adds a property to a declaration, on a line of its own (or after a space where the declaration is one line), behind the last
 * of the given properties that is there, else at the end of the body. `text` is `key: value`; further lines are indented alike.
 * @param source the declaration's text
 * @param after features of the model, such as `because`
 */
export function insertProperty(
  declaration: Declaration,
  source: string,
  text: string,
  ...after: string[]
): DeclarationEdit {
  return insertPropertyInto(declaration, declaration, source, text, ...after);
}

/** The same for a node inside a declaration, such as a requirement of a party. */
export function insertPropertyInto(
  declaration: Declaration,
  node: AnyNode,
  source: string,
  text: string,
  ...after: string[]
): DeclarationEdit {
  const key = [...node.$keys].reverse().find(candidate => after.includes(candidate.feature));
  const next = key && node.$keys.find(candidate => candidate.start > key.start);
  const close = closingBrace(node, source);
  if (close < 0) return newBody(declaration, node, source, text);
  const at = endOfValue(source, key?.end ?? openingBrace(node, source) + 1, next?.start ?? close);
  return insertAt(declaration, node, source, at, text);
}

/** Several properties as one text: each on a line of its own, or two spaces apart where the declaration is one line. */
export const together = (source: string, properties: readonly string[]): string =>
  properties.join(hasLineBreak(source, 0, source.length) || !source.includes('{') ? '\n' : '  ');

/** Adds a property as the first one of a declaration. */
export function insertFirstProperty(declaration: Declaration, source: string, text: string): DeclarationEdit {
  if (closingBrace(declaration, source) < 0) return newBody(declaration, declaration, source, text);
  const at = withRestOfLine(source, openingBrace(declaration, source) + 1, declaration.$end - 1);
  return insertAt(declaration, declaration, source, at, text);
}

/**
 * Takes a property out, with the blanks before it; comments among its values stay. `end` is where its last value ends.
 */
export function removeProperty(declaration: Declaration, source: string, key: Span, end: number): DeclarationEdit[] {
  const before = tokensOf(source, 0, key.start).findLast(token => !isSpace(token));
  // What follows on the same line must not become part of a comment before it.
  const isExposed = before && isLineComment(source, before) && !endsLine(source, end);
  return removeText(declaration, source, isExposed ? key.start : (before?.end ?? 0), end);
}

/** Takes a stretch of text out; comments in it stay. */
export function removeText(declaration: Declaration, source: string, start: number, end: number): DeclarationEdit[] {
  const keepsLines = !endsLine(source, end);
  const comments = tokensOf(source, start, end).filter(({ kind }) => kind === 'comment');
  const behind = comments.map(comment =>
    keepsLines && isLineComment(source, comment) ? nextLine(source, comment.end) : comment.end,
  );
  const ends = [...comments.map(comment => comment.start), end];
  return [start, ...behind].map((from, index) => ({ declaration, start: from, end: ends[index] as number, text: '' }));
}

/** The place of the brace that opens the body of a node. */
function openingBrace(node: AnyNode, source: string): number {
  const from = node.title?.end ?? node.names?.at(-1)?.end ?? node.$start;
  const isOpening = ({ kind, start }: Token): boolean => kind === 'mark' && source.charCodeAt(start) === OPEN_BRACE;
  return tokensOf(source, from, node.$end).find(isOpening)?.start ?? -1;
}

/** The brace that ends a node; -1 if it has no body. */
const closingBrace = (node: AnyNode, source: string): number => (source[node.$end - 1] === '}' ? node.$end - 1 : -1);

/** A body for a node that has none. */
function newBody(declaration: Declaration, node: AnyNode, source: string, text: string): DeclarationEdit {
  const outer = indentBefore(source, node.$start) ?? '';
  const inner = text.replaceAll('\n', `\n${outer}  `);
  return { declaration, start: node.$end, end: node.$end, text: ` {\n${outer}  ${inner}\n${outer}}` };
}

/** A property at a place in the body of a node: on a line of its own, or after two spaces where the node is one line. */
function insertAt(declaration: Declaration, node: AnyNode, source: string, at: number, text: string): DeclarationEdit {
  const behind = isWhite(source.charCodeAt(at)) ? '' : ' ';
  if (!hasLineBreak(source, node.$start, node.$end)) {
    const before = source.charCodeAt(at - 1) === OPEN_BRACE ? ' ' : '  ';
    return { declaration, start: at, end: at, text: `${before}${text}${behind}` };
  }
  const indent = indentOf(source, node);
  const lines = text.split('\n').map(line => `\n${indent}${line}`);
  return { declaration, start: at, end: at, text: lines.join('') + behind };
}

/** Where what stands before `limit` ends, with the comments on its last line; trailing blanks and comments on lines of their own are left behind. */
function endOfValue(source: string, from: number, limit: number): number {
  const last = tokensOf(source, from, limit).findLast(token => !isSpace(token) && token.kind !== 'comment');
  return withRestOfLine(source, last?.end ?? from, limit);
}

/** Behind the comments that follow on the same line. */
function withRestOfLine(source: string, from: number, limit: number): number {
  let end = from;
  for (const { kind, start, end: behind } of tokensOf(source, from, limit)) {
    if (kind === 'blank') continue;
    if (kind !== 'comment' || hasLineBreak(source, start, behind)) break;
    end = behind;
  }
  return end;
}

/** The indentation of a node's properties; two spaces more than its own where it has none. */
function indentOf(source: string, node: AnyNode): string {
  const [first] = node.$keys;
  return (first && indentBefore(source, first.start)) || `${indentBefore(source, node.$start) ?? ''}  `;
}

/** The blanks between the start of a line and an offset; undefined if something else stands there. */
function indentBefore(source: string, offset: number): string | undefined {
  let start = offset;
  while (start > 0 && isBlank(source.charCodeAt(start - 1))) start--;
  return start === 0 || isLineBreak(source.charCodeAt(start - 1)) ? source.slice(start, offset) : undefined;
}

/** Whether only blanks follow on the line. */
function endsLine(source: string, offset: number): boolean {
  let end = offset;
  while (isBlank(source.charCodeAt(end))) end++;
  return end >= source.length || isLineBreak(source.charCodeAt(end));
}

function hasLineBreak(source: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isLineBreak(source.charCodeAt(at))) return true;
  return false;
}

const isWhite = (code: number): boolean => isBlank(code) || isLineBreak(code);
