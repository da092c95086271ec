/** The edits that fixes are made of. */
import type { Declaration } from '../model/declaration.ts';
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
  const key = [...declaration.$keys].reverse().find(candidate => after.includes(candidate.feature));
  const next = key && declaration.$keys.find(candidate => candidate.start > key.start);
  const close = source.lastIndexOf('}', declaration.$end - 1);
  if (close < 0) return { declaration, start: declaration.$end, end: declaration.$end, text: ` {\n  ${text}\n}` };
  const limit = next?.start ?? close;
  const at = key ? endOfValue(source, key.end, limit) : endOfValue(source, source.indexOf('{') + 1, close);
  const isOneLine = !/[\r\n]/.test(source.slice(declaration.$start, close));
  if (isOneLine) return { declaration, start: at, end: at, text: ` ${text}${source[at] === '}' ? ' ' : ''}` };
  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  const indent = indentOf(source, declaration);
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

/** Where what stands before `limit` ends, trailing blanks and comments on lines of their own left behind. */
function endOfValue(source: string, from: number, limit: number): number {
  const lines = source.slice(from, limit).split(/(?<=\n)/);
  while (lines.length > 1 && /^\s*(\/\/.*)?\s*$/.test(lines.at(-1) as string)) lines.pop();
  return from + lines.join('').trimEnd().length;
}

/** The indentation of the declaration's properties; two spaces where it has none. */
function indentOf(source: string, declaration: Declaration): string {
  const [first] = declaration.$keys;
  const before = first && /(?:^|[\r\n])([ \t]+)$/.exec(source.slice(0, first.start));
  return before?.[1] ?? '  ';
}
