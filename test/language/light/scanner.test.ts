import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tables } from '../../../src/language/generated/tables.ts';
import { Tokens } from '../../../src/language/light/scanner.ts';
import { CLAUSE, DATE, ID, INT, STRING, TEXT } from '../../../src/language/light/vocabulary.ts';
import { plainText } from '../../../src/language/text/odd-characters.ts';

const kindNames = new Map([
  [TEXT, 'TEXT'],
  [STRING, 'STRING'],
  [DATE, 'DATE'],
  [CLAUSE, 'CLAUSE'],
  [INT, 'INT'],
  [ID, 'ID'],
]);

type Token = readonly [kind: string, text: string];

/** Tokens as the grammar's own patterns make them: the first that matches; undefined where none does. */
function byPatterns(text: string): Token[] | undefined {
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

function byScanner(text: string): Token[] | undefined {
  const tokens = new Tokens();
  if (!tokens.scan(text, 0, text.length)) return undefined;
  return Array.from({ length: tokens.count }, (_, i) => [
    kindNames.get(tokens.kinds[i] as number) ?? 'keyword',
    text.slice(tokens.starts[i], tokens.ends[i]),
  ]);
}

/** An unclosed `"""` is two texts to the patterns; the scanner gives up. */
const closesBlocks = (text: string): boolean => !/"""/.test(text) || byScanner(text) !== undefined;

const piece = fc.oneof(
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

const isCombining = (code: number): boolean => code >= 0x300 && code <= 0x36f;

describe('the scanner', () => {
  test('splits as the patterns of the grammar do', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const text = pieces.join('');
        fc.pre(closesBlocks(text));
        expect(byScanner(text)).toEqual(byPatterns(text));
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 10_000) },
    );
  });

  test('tells every UTF-16 unit alike, alone and in a name', () => {
    for (let code = 0; code < 0x10000; code++) {
      for (const text of [String.fromCharCode(code), `a${String.fromCharCode(code)}b`]) {
        const scanned = byScanner(text);
        const expected = byPatterns(text);
        // These are for the full reader, which reports them or brings them into one form.
        if (scanned === undefined && (plainText(text).odd.length || isCombining(code))) continue;
        if (JSON.stringify(scanned) !== JSON.stringify(expected)) expect([code, scanned]).toEqual([code, expected]);
      }
    }
  });

  test('a key is a keyword alone right before its colon, elsewhere a name too', () => {
    const tokens = new Tokens();
    const scan = (text: string): boolean => tokens.scan(text, 0, text.length);
    scan('owner: owner owner /* x */ : by:');
    const [key, , name, other, , by] = tokens.kinds;
    expect(key).not.toBe(name);
    expect(other).toBe(key);
    scan('by');
    expect(tokens.kinds[0]).toBe(by);
  });

  test('grows with the text', () => {
    expect(byScanner('a '.repeat(5000))).toHaveLength(5000);
  });
});
