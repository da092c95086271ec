/** The edits that fixes are made of. */
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
  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  const outer = /(?:^|[\r\n])([ \t]*)$/.exec(source.slice(0, node.$start))?.[1] ?? '';
  const close = source[node.$end - 1] === '}' ? node.$end - 1 : -1;
  if (close < 0) {
    return { declaration, start: node.$end, end: node.$end, text: ` {${eol}${outer}  ${text}${eol}${outer}}` };
  }
  const open = source.indexOf('{', node.title?.end ?? node.names?.at(-1)?.end ?? node.$start);
  const at = key ? endOfValue(source, key.end, next?.start ?? close) : endOfValue(source, open + 1, close);
  const isOneLine = !/[\r\n]/.test(source.slice(node.$start, close));
  if (isOneLine) {
    return { declaration, start: at, end: at, text: ` ${text}${source[at] === '}' ? ' ' : ''}` };
  }
  const indent = indentOf(source, node, outer);
  return {
    declaration,
    start: at,
    end: at,
    text:
      eol +
      text
        .split('\n')
        .map(line => indent + line)
        .join(eol),
  };
}

/** Adds a property as the first one of a declaration that has a body. */
export function insertFirstProperty(declaration: Declaration, source: string, text: string): DeclarationEdit {
  const names = declaration.names.at(-1)?.end ?? declaration.$start;
  const at = source.indexOf('{', declaration.title?.end ?? names) + 1;
  const isOneLine = !/[\r\n]/.test(source.slice(at, source.lastIndexOf('}', declaration.$end - 1)));
  if (isOneLine) return { declaration, start: at, end: at, text: ` ${text}${source[at] === '}' ? ' ' : ''}` };
  return { declaration, start: at, end: at, text: `\n${indentOf(source, declaration, '')}${text}` };
}

/** Takes a property out, with the blanks before it. `end` is where its last value ends. */
export function removeProperty(declaration: Declaration, source: string, key: Span, end: number): DeclarationEdit {
  return { declaration, start: source.slice(0, key.start).trimEnd().length, end, text: '' };
}

/** Where what stands before `limit` ends, trailing blanks and comments on lines of their own left behind. */
function endOfValue(source: string, from: number, limit: number): number {
  const lines = source.slice(from, limit).split(/(?<=\n)/);
  while (lines.length > 1 && /^\s*(\/\/.*)?\s*$/.test(lines.at(-1) as string)) lines.pop();
  return from + lines.join('').trimEnd().length;
}

/** The indentation of a node's properties; two spaces more than its own where it has none. */
function indentOf(source: string, node: AnyNode, outer: string): string {
  const [first] = node.$keys;
  const before = first && /(?:^|[\r\n])([ \t]+)$/.exec(source.slice(0, first.start));
  return before?.[1] ?? `${outer}  `;
}
