import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PositionEncoding } from '../../server/protocol/client-capabilities.ts';
import { mapPositions, positionBorder } from '../../server/protocol/position-border.ts';
import { columnForClient, columnFromClient, lineOf, lineOfString } from '../../server/protocol/positions.ts';
import { kindKeywords } from '../../src/language/schema.ts';
import { ChunkedText } from '../../src/syntax/text/chunked-text.ts';

const encodings: readonly PositionEncoding[] = ['utf-8', 'utf-16', 'utf-32'];

/** Characters of one to four bytes, halves of pairs, and marks that combine. */
const piece = fc.constantFrom(
  'a',
  '"',
  'é',
  'ß',
  '€',
  '漢',
  '😀',
  '👩‍🚒',
  '\ud83d',
  '\ude00',
  'o\u0308',
  '\u200b',
  ' ',
);
const line = fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join(''));
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const text = fc
  .array(
    fc.tuple(fc.oneof(line, fc.constantFrom('risk R-1 "😀" {', '  owner: Müller // 漢', '}', '"""', '/*')), lineEnd),
  )
  .map(lines => lines.flat().join(''));

/** Where the characters of a line begin, in UTF-16 code units, and its end. */
function boundaries(text: string): number[] {
  let at = 0;
  return [...[...text].map(character => (at += character.length) - character.length), text.length];
}

/** The same by the platform's own encoder. */
function counted(before: string, encoding: PositionEncoding): number {
  if (encoding === 'utf-16') return before.length;
  return encoding === 'utf-32' ? [...before].length : new TextEncoder().encode(before).length;
}

describe('columns', () => {
  it('count what the platform counts, and come back the same', () => {
    fc.assert(
      fc.property(line, fc.constantFrom(...encodings), (written, encoding) => {
        for (const column of boundaries(written)) {
          const theirs = columnForClient(written, column, encoding);
          expect(theirs).toBe(counted(written.slice(0, column), encoding));
          expect(columnFromClient(written, theirs, encoding)).toBe(column);
        }
      }),
    );
  });

  it('behind the end are the end, and inside a character its beginning', () => {
    expect(columnFromClient('aé', 99, 'utf-8')).toBe(2);
    expect(columnForClient('aé', 99, 'utf-8')).toBe(3);
    expect(columnFromClient('a😀b', 3, 'utf-8')).toBe(1);
    expect(columnForClient('a😀b', 2, 'utf-8')).toBe(1);
  });

  it('are in the line that an editor shows', () => {
    fc.assert(
      fc.property(text, written => {
        const chunked = new ChunkedText(written, kindKeywords);
        const lines = written.split(/\r\n|\r|\n/);
        for (let index = -1; index <= lines.length; index++) {
          expect(lineOf(chunked, index)).toBe(lines[index] ?? '');
          expect(lineOfString(written, index)).toBe(lines[index] ?? '');
        }
      }),
    );
  });
});

describe('messages', () => {
  const moved = (_uri: string, { line, character }: { line: number; character: number }) => ({
    line,
    character: character + 100,
  });
  const range = { start: { line: 1, character: 2 }, end: { line: 3, character: 4 } };
  const movedRange = { start: { line: 1, character: 102 }, end: { line: 3, character: 104 } };

  it.each([
    ['a hover', { range }, { range: movedRange }],
    ['a location', [{ uri: 'b', range }], [{ uri: 'b', range: movedRange }]],
    ['edits', { changes: { b: [{ range, newText: '' }] } }, { changes: { b: [{ range: movedRange, newText: '' }] } }],
    [
      'versioned edits',
      { documentChanges: [{ textDocument: { uri: 'b', version: 1 }, edits: [{ range, newText: '' }] }] },
      { documentChanges: [{ textDocument: { uri: 'b', version: 1 }, edits: [{ range: movedRange, newText: '' }] }] },
    ],
    ['a folding', { startLine: 1, startCharacter: 2, endLine: 3 }, { startLine: 1, startCharacter: 102, endLine: 3 }],
    ['what is no position', { line: 'x', version: 3, data: [1, 2] }, { line: 'x', version: 3, data: [1, 2] }],
  ])('have the positions of %s brought over', (_, given, expected) => {
    expect(mapPositions(given, 'a', moved)).toEqual(expected);
  });

  it('take each position to be in the document that is named nearest to it', () => {
    const seen: string[] = [];
    const note = (uri: string, position: { line: number; character: number }) => {
      seen.push(uri);
      return position;
    };
    mapPositions(
      { originSelectionRange: range, targetUri: 'b', targetRange: range, targetSelectionRange: range },
      'a',
      note,
    );
    expect(seen).toEqual(['a', 'a', 'b', 'b', 'b', 'b']);
    seen.length = 0;
    mapPositions(
      { uri: 'a', diagnostics: [{ range, relatedInformation: [{ location: { uri: 'b', range } }] }] },
      undefined,
      note,
    );
    expect(seen).toEqual(['a', 'a', 'b', 'b']);
  });

  it('leave positions alone of which the document is not known, and all of them in UTF-16', () => {
    const border = positionBorder();
    const message = {
      method: 'textDocument/hover',
      id: 1,
      params: { textDocument: { uri: 'a' }, position: range.start },
    };
    border.begin('utf-8', { line: () => undefined, text: () => undefined });
    expect(border.incoming(message)).toEqual(message);
    border.begin('utf-16', { line: () => 'é', text: () => 'é' });
    expect(border.incoming(message)).toBe(message);
  });

  it('have the changes of a document brought over one after the other, and tokens counted anew', () => {
    const border = positionBorder();
    const texts = { line: (_: string, at: number) => lineOfString('é😀x\nyé', at), text: () => 'é😀x\nyé' };
    border.begin('utf-8', texts);
    const at = (line: number, from: number, to: number) => ({
      start: { line, character: from },
      end: { line, character: to },
    });
    const change = {
      method: 'textDocument/didChange',
      params: {
        textDocument: { uri: 'a', version: 2 },
        contentChanges: [
          { range: at(0, 2, 6), rangeLength: 4, text: '漢\nö' },
          { range: at(1, 2, 3), text: 'z' },
          { range: at(2, 1, 3), text: '' },
        ],
      },
    };
    expect((border.incoming(change) as typeof change).params.contentChanges).toEqual([
      { range: at(0, 1, 3), text: '漢\nö' },
      { range: at(1, 1, 2), text: 'z' },
      { range: at(2, 1, 2), text: '' },
    ]);
    border.incoming({ method: 'textDocument/semanticTokens/full', id: 7, params: { textDocument: { uri: 'a' } } });
    expect(border.outgoing({ id: 7, result: { data: [0, 1, 2, 0, 0, 0, 2, 1, 1, 0, 1, 1, 1, 2, 0] } })).toEqual({
      id: 7,
      result: { data: [0, 2, 4, 0, 0, 0, 4, 1, 1, 0, 1, 1, 2, 2, 0] },
    });
  });
});
