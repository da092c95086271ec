/** Tokens as the grammar's own patterns make them, to hold scanners against. */
import fc from 'fast-check';
import { tables } from '../../../src/language/generated/tables.ts';
import { Tokens } from '../../../src/syntax/light/scanner.ts';
import { CLAUSE, DATE, ID, INT, STRING, TEXT } from '../../../src/syntax/light/vocabulary.ts';

const kindNames = new Map([
  [TEXT, 'TEXT'],
  [STRING, 'STRING'],
  [DATE, 'DATE'],
  [CLAUSE, 'CLAUSE'],
  [INT, 'INT'],
  [ID, 'ID'],
]);

/** What it is, by the grammar, and its text. */
export type Token = readonly [kind: string, text: string];

/** Tokens as the grammar's own patterns make them: the first that matches; undefined where none does. */
export function byPatterns(text: string): Token[] | undefined {
  const marks = tables.keywords.filter(keyword => /^\W/.test(keyword)).sort((a, b) => b.length - a.length);
  const patterns = Object.entries(tables.terminals).map(([name, source]) => [name, new RegExp(source, 'y')] as const);
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const mark = marks.find(candidate => text.startsWith(candidate, at));
    if (mark) {
      tokens.push(['keyword', mark]);
      at += mark.length;
      continue;
    }
    const start = at;
    for (const [name, pattern] of patterns) {
      pattern.lastIndex = start;
      const [found] = pattern.exec(text) ?? [];
      if (!found) continue;
      if (!['WS', 'ML_COMMENT', 'SL_COMMENT'].includes(name)) {
        tokens.push([tables.keywords.includes(found) ? 'keyword' : name, found]);
      }
      at += found.length;
      break;
    }
    if (at === start) return undefined;
  }
  return tokens;
}

/** Tokens as the light reader's scanner makes them; undefined where it gives up. */
export function byScanner(text: string): Token[] | undefined {
  const tokens = new Tokens();
  if (!tokens.scan(text, 0, text.length)) return undefined;
  return Array.from({ length: tokens.count }, (_, i) => [
    kindNames.get(tokens.kinds[i] as number) ?? 'keyword',
    text.slice(tokens.starts[i], tokens.ends[i]),
  ]);
}

/** An unclosed `"""` is two texts to the patterns; the scanner gives up. */
export const closesBlocks = (text: string): boolean => !/"""/.test(text) || byScanner(text) !== undefined;

/** Pieces of texts that put a lexer to the test. */
export const piece = fc.oneof(
  fc.constantFrom(...tables.keywords),
  fc.constantFrom(
    '"',
    '""',
    '"""',
    '\\',
    '\\"',
    '"\\\u2028"',
    '"\\\n"',
    '/*',
    '*/',
    '//',
    '\n',
    '\r\n',
    ' ',
    '\t',
    '.',
    '..',
    '-',
    '->',
    '>',
  ),
  fc.constantFrom(
    '2026-03-01',
    '2026-',
    '12345-',
    '123-',
    '9.2',
    '164.308(a)(1)',
    'AC-2(1)',
    '(1)',
    '9.',
    '1..4',
    'A.8.',
    'A..B',
    'R->S',
    'R-',
    'é',
    '\u2028',
  ),
  fc.string({ maxLength: 3 }),
  fc.string({ maxLength: 2, unit: 'binary' }),
);
