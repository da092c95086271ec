/** The edits that fixes are made of. Braces, comments and blanks are told apart by tokens: a text may hold any of them. */
import { isBlank, isLineBreak } from '../language/text/characters.ts';
import { nextLine } from '../language/text/chunk.ts';
import { indexOutside, isLineComment, regionsOf } from '../language/text/regions.ts';
import type { AnyNode, Declaration, Span } from '../model/declaration.ts';
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
  let start = key.start;
  while (start > 0 && isWhite(source.charCodeAt(start - 1))) start--;
  // What follows on the same line must not become part of a comment before it.
  const before = regionsOf(source, 0, key.start).at(-1);
  const isExposed = before?.end === start && isLineComment(source, before) && !endsLine(source, end);
  return removeText(declaration, source, isExposed ? key.start : start, end);
}

/** Takes a stretch of text out; comments in it stay. */
export function removeText(declaration: Declaration, source: string, start: number, end: number): DeclarationEdit[] {
  const keepsLines = !endsLine(source, end);
  const comments = regionsOf(source, start, end).filter(({ kind }) => kind === 'comment');
  const behind = comments.map(comment =>
    keepsLines && isLineComment(source, comment) ? nextLine(source, comment.end) : comment.end,
  );
  const ends = [...comments.map(comment => comment.start), end];
  return [start, ...behind].map((from, index) => ({ declaration, start: from, end: ends[index] as number, text: '' }));
}

const openingBrace = (node: AnyNode, source: string): number =>
  indexOutside(source, '{', node.title?.end ?? node.names?.at(-1)?.end ?? node.$start, node.$end);

/** The brace that ends a node; -1 if it has no body. */
const closingBrace = (node: AnyNode, source: string): number => (source[node.$end - 1] === '}' ? node.$end - 1 : -1);

/** A body for a node that has none. */
function newBody(declaration: Declaration, node: AnyNode, source: string, text: string): DeclarationEdit {
  const outer = indentBefore(source, node.$start) ?? '';
  return { declaration, start: node.$end, end: node.$end, text: ` {\n${outer}  ${text}\n${outer}}` };
}

/** A property at a place in the body of a node: on a line of its own, or after a space where the node is one line. */
function insertAt(declaration: Declaration, node: AnyNode, source: string, at: number, text: string): DeclarationEdit {
  const behind = isWhite(source.charCodeAt(at)) ? '' : ' ';
  if (!hasLineBreak(source, node.$start, node.$end)) {
    return { declaration, start: at, end: at, text: ` ${text}${behind}` };
  }
  const indent = indentOf(source, node);
  const lines = text.split('\n').map(line => `\n${indent}${line}`);
  return { declaration, start: at, end: at, text: lines.join('') + behind };
}

/** Where what stands before `limit` ends, with the comments on its last line; trailing blanks and comments on lines of their own are left behind. */
function endOfValue(source: string, from: number, limit: number): number {
  let end = from;
  let at = from;
  for (const { kind, start, end: behind } of regionsOf(source, from, limit)) {
    end = endOfCode(source, at, start, end);
    if (kind !== 'comment') end = behind;
    at = behind;
  }
  return withRestOfLine(source, endOfCode(source, at, limit, end), limit);
}

/** Behind the last character of a stretch that is not white space; `otherwise` if there is none. */
function endOfCode(source: string, from: number, to: number, otherwise: number): number {
  let end = to;
  while (end > from && isWhite(source.charCodeAt(end - 1))) end--;
  return end > from ? end : otherwise;
}

/** Behind the comments that follow on the same line. */
function withRestOfLine(source: string, from: number, limit: number): number {
  let end = from;
  for (const { kind, start, end: behind } of regionsOf(source, from, limit)) {
    if (kind !== 'comment' || endOfCode(source, end, start, end) !== end || hasLineBreak(source, end, behind)) break;
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
