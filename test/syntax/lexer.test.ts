/** The lexer: its tokens tile any text, and in text in order they are those of the grammar. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tables } from '../../src/language/generated/tables.ts';
import { isName, isSpace, type TokenKind, tokensOf } from '../../src/syntax/lexer.ts';
import { exampleFiles, exampleNames } from '../examples/files.ts';
import { declarationText } from './grammar-texts.ts';
import { byPatterns, byScanner, closesBlocks, piece, type Token } from './light/patterns.ts';
import { mutate, mutation } from './mutations.ts';
import { Random } from './random.ts';
import { damages } from './text/damages.ts';
import { bodied } from './text/sample.ts';

const runs = Number(process.env.FUZZ_RUNS ?? 3000);

/** That the tokens of a text, joined, are the text, and none is empty. */
function tiles(text: string, from = 0, to = text.length): void {
  let reached = from;
  for (const { start, end } of tokensOf(text, from, to)) {
    expect({ text, start }).toEqual({ text, start: reached });
    expect(end).toBeGreaterThan(start);
    reached = end;
  }
  expect({ text, reached }).toEqual({ text, reached: Math.max(from, to) });
}

const names: Readonly<Partial<Record<TokenKind, string>>> = { text: 'TEXT', string: 'STRING', date: 'DATE' };

/** The tokens under the names of the grammar's terminals. */
const byLexer = (text: string): Token[] =>
  tokensOf(text)
    .filter(token => !isSpace(token) && token.kind !== 'comment')
    .map(({ kind, start, end }) => {
      const image = text.slice(start, end);
      if (kind === 'mark' || (kind === 'word' && tables.keywords.includes(image))) return ['keyword', image];
      if (kind === 'number') return [image.includes('.') ? 'CLAUSE' : 'INT', image];
      return [kind === 'word' ? 'ID' : (names[kind] ?? kind), image];
    });

describe('the tokens of a text, joined, are the text', () => {
  test.each([
    ['nothing', ''],
    ['a byte order mark', '\uFEFFrisk R\n'],
    ['all line ends', 'a\nb\r\nc\rd\r\r\n\n'],
    ['an open quote', 'a "b\nc'],
    ['an open text', 'a """b\nc'],
    ['an open comment', 'a /* b\nc'],
    ['half a comment', '/'],
    ['an escape at the end', '"a\\'],
    ['blanks of all sorts', '\u00A0\u1680\u2028\u3000\t'],
    ['what cannot be seen', 'a\u200Bb \u200E \u00AD'],
  ])('%s', (_, text) => tiles(text));

  test('any text, and any stretch of it', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 15 }), fc.nat(20), fc.nat(40), (pieces, from, length) => {
        const text = pieces.join('');
        tiles(text);
        tiles(text, Math.min(from, text.length), Math.min(from + length, text.length));
      }),
      { numRuns: runs },
    );
  });

  test('texts made from the grammar, and damaged', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(mutation, { maxLength: 3 }), (seed, mutations) =>
        tiles(mutations.reduce(mutate, declarationText(new Random(seed)))),
      ),
      { numRuns: runs },
    );
    fc.assert(
      fc.property(
        bodied,
        fc.constantFrom(...Object.values(damages)),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (text, damage, at) => tiles(damage(text, at) ?? text),
      ),
      { numRuns: 500 },
    );
  });

  test('all examples', () => {
    for (const [, text] of exampleNames().flatMap(exampleFiles)) tiles(text);
  });
});

describe('in text in order the tokens are those of the grammar', () => {
  test('of any pieces', () => {
    let inOrder = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
        const text = pieces.join('');
        const expected = closesBlocks(text) ? byPatterns(text) : undefined;
        // A line separator ends an escape to the patterns only; it is never in order.
        if (!expected || /\\[\u2028\u2029]/.test(text)) return;
        inOrder++;
        // What cannot be seen is white space to the patterns.
        const found = byLexer(text).filter(
          ([kind, image]) => kind !== 'other' || !/^[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069]$/.test(image),
        );
        expect({ text, found }).toEqual({ text, found: expected });
      }),
      { numRuns: runs },
    );
    expect(inOrder).toBeGreaterThan(runs / 20);
  });

  test('of each UTF-16 unit, alone and in a name', () => {
    for (let code = 0; code < 0x10000; code++) {
      for (const text of [String.fromCharCode(code), `a${String.fromCharCode(code)}b`]) {
        const expected = byPatterns(text);
        if (!expected || JSON.stringify(byLexer(text)) === JSON.stringify(expected)) continue;
        // A single one that cannot be seen is told as what it is.
        if (!/[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069]/.test(text))
          expect([code, byLexer(text)]).toEqual([code, expected]);
      }
    }
  });

  test('of all examples, as the light reader scans them', () => {
    for (const [, text] of exampleNames().flatMap(exampleFiles)) {
      const scanned = byScanner(text);
      if (scanned) expect(byLexer(text)).toEqual(scanned);
    }
  });
});

test.each([
  ['R-001', true],
  ['A.8.13', true],
  ['Zürich', true],
  ['安全', true],
  ['', false],
  ['R-', false],
  ['A.8.', false],
  ['9.2', false],
  ['a b', false],
  ['-a', false],
  ['a--b', false],
  ['AC-2(1)', true],
  ['AC-2(1', false],
  ['AC-2()', false],
  ['"a"', false],
])('%j is a name: %s', (text, expected) => expect(isName(text)).toBe(expected));
