import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Tokens } from '../../../src/syntax/light/scanner.ts';
import { plainText } from '../../../src/syntax/text/odd-characters.ts';
import { byPatterns, byScanner, closesBlocks, piece } from './patterns.ts';

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
