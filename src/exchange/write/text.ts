/** Writes declarations as text, a key a line. The formatter lays it out. */
import { quote } from '../../syntax/text/quoted-text.ts';
import type { Declaration, Entry } from './declaration.ts';

/** Longer texts, and those of several lines, are blocks. */
const longestLine = 110;

export const declarationsText = (declarations: readonly Declaration[]): string =>
  declarations.map(declaration => `${declarationLines(declaration, '').join('\n')}\n`).join('\n');

function declarationLines({ keyword, name, title, entries }: Declaration, indent: string): string[] {
  const head = [keyword, name, title === undefined ? undefined : quote(title)]
    .filter(part => part !== undefined)
    .join(' ');
  if (!entries.length) return [`${indent}${head} {}`];
  return [`${indent}${head} {`, ...entries.flatMap(entry => entryLines(entry, `${indent}  `)), `${indent}}`];
}

function entryLines(entry: Entry, indent: string): string[] {
  if ('block' in entry) return declarationLines(entry.block, indent);
  if ('raw' in entry) return [`${indent}${entry.raw}`];
  if ('words' in entry) return [`${indent}${entry.key}: ${entry.words.join(', ')}`];
  if ('line' in entry) return [`${indent}${entry.key}: ${quote(entry.line)}`];
  return textLines(entry.key, entry.text, indent);
}

function textLines(key: string, value: string, indent: string): string[] {
  const quoted = `${indent}${key}: ${quote(value)}`;
  const isPlain = !value.includes('"""') && !value.endsWith('"') && isSameAsBlock(value);
  if (!isPlain || (!value.includes('\n') && quoted.length <= longestLine)) return [quoted];
  const lines = value.includes('\n') ? value.split('\n') : wrapped(value, longestLine - indent.length - 2);
  return [`${indent}${key}: """`, ...lines.map(line => (line === '' ? '' : `${indent}  ${line}`)), `${indent}"""`];
}

/** A block loses blanks at the ends of its lines, and the indentation that all of them share. */
const isSameAsBlock = (value: string): boolean =>
  value.split('\n').every(line => line === line.trimEnd()) &&
  !/^\s/.test(value) &&
  value.trim() === value &&
  !/[\r\f\v]/.test(value);

/** A long line is broken where a blank is: documents join the lines of a paragraph again. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width && word !== '' && !/^(?:[-*+#>|]|\d+[.)])/.test(word)) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
