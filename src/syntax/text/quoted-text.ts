/** How the quoted texts of the language are read. */
import { textBlock } from './text-block.ts';

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', '"': '"', '\\': '\\' };

/** The value of `"…"`: the quotes removed, `\"`, `\\`, `\n` and `\t` replaced; any other escaped character stands for itself. */
export function unquote(text: string): string {
  const inner = text.slice(1, text.endsWith('"') && text.length > 1 ? -1 : undefined);
  return inner.includes('\\') ? inner.replace(/\\(.)/g, (_, c: string) => escapes[c] ?? c) : inner;
}

/** The value of `"""…"""`: first and last line break removed, and the indentation that all lines share. */
export function dedent(text: string): string {
  const { lines, opensAlone, closesAlone, indent } = textBlock(text);
  return lines
    .slice(opensAlone ? 1 : 0, closesAlone ? -1 : undefined)
    .map(line => line.slice(indent).trimEnd())
    .join('\n');
}

/** The value of a text in either form. */
export const textValue = (text: string): string => (text.startsWith('"""') ? dedent(text) : unquote(text));

/** How a value is written as a quoted text on one line. */
export const quote = (value: string): string =>
  `"${value
    .replace(/[\\"]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\t/g, '\\t')}"`;
