import { expect, test } from 'vitest';
import { ChunkedText, type RestartPolicy, type TextPosition } from '../../../src/syntax/text/chunked-text.ts';
import { type Piece, Splitter } from '../../../src/syntax/text/splitter.ts';
import { kinds } from './sample.ts';

const at = (line: number, character: number): TextPosition => ({ line, character });
const range = (line: number, from: number, to = from) => ({ start: at(line, from), end: at(line, to) });
const texts = (chunks: readonly { text: string }[]) => chunks.map(chunk => chunk.text);

/** Declarations of three lines each. */
const declarations = (count: number) =>
  Array.from({ length: count }, (_, i) => `risk R${i} "x" {\n  owner: Ciso\n}\n`).join('');

/** Counts the pieces that were asked for. */
class CountingSplitter extends Splitter {
  static pieces = 0;
  override next(start: number): Piece | undefined {
    CountingSplitter.pieces++;
    return super.next(start);
  }
}
const counting: RestartPolicy = {
  chunksBefore: 1,
  noteUnclosedComments: true,
  stopAtOldBoundary: true,
  Splitter: CountingSplitter,
};

test('a file is its chunks', () => {
  const text = `// a\n${declarations(2)}\n// end`;
  const file = new ChunkedText(text, kinds);
  expect(file.chunks.map(c => c.text.slice(c.bodyStart, c.bodyEnd))).toEqual([
    'risk R0 "x" {\n  owner: Ciso\n}',
    'risk R1 "x" {\n  owner: Ciso\n}',
    '',
  ]);
  expect(file.chunks.map(c => c.lineCount)).toEqual([4, 3, 1]);
  expect([file.length, file.lineCount, file.getText()]).toEqual([text.length, 9, text]);
});

test('an edit tells the chunks that changed, and leaves the others the objects that they were', () => {
  const file = new ChunkedText(declarations(10), kinds);
  const before = [...file.chunks];
  const change = file.applyEdit({ range: range(16, 9, 13), text: 'Ceo' });
  expect(change).toMatchObject({
    index: 5,
    removed: [before[5]],
    added: [{ text: 'risk R5 "x" {\n  owner: Ceo\n}\n' }],
  });
  expect(file.chunks).toHaveLength(10);
  for (const [index, chunk] of file.chunks.entries()) expect(chunk === before[index]).toBe(index !== 5);
  expect(file.indexOf(before[5]!)).toBe(-1);
  expect(file.indexOf(change.added[0]!)).toBe(5);
});

test('an edit that changes nothing is no change', () => {
  const file = new ChunkedText(declarations(3), kinds);
  expect(file.applyEdit({ range: range(1, 2, 7), text: 'owner' })).toMatchObject({ removed: [], added: [] });
  expect(file.applyEdit({ text: file.getText() })).toMatchObject({ removed: [], added: [] });
});

test('an edit between declarations splits three chunks at most, wherever it is', () => {
  const file = new ChunkedText(declarations(1000), kinds, counting);
  for (const line of [0, 1, 3, 4, 1500, 2998, 3000]) {
    CountingSplitter.pieces = 0;
    file.applyEdit({ range: range(line, 2), text: 'x' });
    expect(CountingSplitter.pieces).toBeLessThanOrEqual(3);
  }
});

test('an opened brace takes in the text up to the next head, and gives it back when it is closed', () => {
  const file = new ChunkedText(`risk A {\n}\n${'role B\n'.repeat(100)}${declarations(100)}`, kinds, counting);
  CountingSplitter.pieces = 0;
  expect(file.applyEdit({ range: range(1, 0, 1), text: '' })).toMatchObject({ index: 0, added: [{}] });
  expect(file.chunks).toHaveLength(101);
  expect(CountingSplitter.pieces).toBeLessThan(15);
  expect(file.applyEdit({ range: range(1, 0), text: '}' }).added).toHaveLength(101);
});

test('a new text keeps the chunks at both ends', () => {
  const file = new ChunkedText(declarations(10), kinds);
  const change = file.applyEdit({ text: file.getText().replace('R4', 'S4').replace('R6', 'S6') });
  expect([change.index, change.removed.length, change.added.length]).toEqual([4, 3, 3]);
});

test('a comment that is closed at last takes in everything since it was opened', () => {
  const file = new ChunkedText(declarations(20), kinds);
  file.applyEdit({ range: range(15, 0), text: '/* draft\n' });
  expect(file.chunks).toHaveLength(20);
  expect(file.chunks[5]).toMatchObject({ unclosedComment: true, bodyStart: 9 });
  expect(file.applyEdit({ range: range(58, 0), text: '*/' })).toMatchObject({ index: 5, removed: { length: 15 } });
  expect(file.chunks).toHaveLength(6);
  expect(file.applyEdit({ range: range(58, 0, 2), text: '' }).added).toHaveLength(15);
});

test('positions in chunks that start in the middle of a line', () => {
  const file = new ChunkedText('risk A {\n} role B role C "x"\rrole D', kinds);
  expect(texts(file.chunks)).toEqual(['risk A {\n} ', 'role B ', 'role C "x"\r', 'role D']);
  expect(file.chunks.map((_, i) => [file.startLine(i), file.startColumn(i)])).toEqual([
    [0, 0],
    [1, 2],
    [1, 9],
    [2, 0],
  ]);
  expect(file.positionAt(2, 5)).toEqual(at(1, 14));
  expect(file.locate(at(1, 14))).toEqual({ chunkIndex: 2, offset: 5 });
  expect(file.locate(at(1, 9))).toEqual({ chunkIndex: 2, offset: 0 });
  file.applyEdit({ range: range(1, 7, 8), text: 'BBB' });
  expect(file.positionAt(2, 5)).toEqual(at(1, 16));
  file.applyEdit({ range: range(1, 1, 2), text: '\r\n\r\n' });
  expect([file.positionAt(2, 5), file.startLine(3), file.lineCount]).toEqual([at(3, 14), 4, 5]);
});

test('positions outside the file are clamped, and a range may be back to front', () => {
  const file = new ChunkedText('role A\r\nrole B', kinds);
  expect(file.locate(at(0, 99))).toEqual({ chunkIndex: 0, offset: 6 });
  expect(file.locate(at(0, 7))).toEqual({ chunkIndex: 0, offset: 6 });
  expect(file.locate(at(1, -1))).toEqual({ chunkIndex: 1, offset: 0 });
  expect(file.locate(at(-1, 5))).toEqual({ chunkIndex: 0, offset: 0 });
  expect(file.locate(at(7, 5))).toEqual({ chunkIndex: 1, offset: 6 });
  expect(file.positionAt(0, 7)).toEqual(at(0, 6));
  expect(file.positionAt(5, 0)).toEqual(at(1, 6));
  file.applyEdit({ range: { start: at(9, 0), end: at(1, 5) }, text: 'C' });
  expect(file.getText()).toBe('role A\r\nrole C');
});

test('an empty file', () => {
  const file = new ChunkedText('', kinds);
  expect([file.chunks.length, file.length, file.lineCount, file.getText()]).toEqual([0, 0, 1, '']);
  expect(file.positionAt(0, 0)).toEqual(at(0, 0));
  expect(file.applyEdit({ range: range(3, 3), text: 'role A' })).toMatchObject({
    index: 0,
    removed: [],
    added: [{ text: 'role A' }],
  });
  expect(file.applyEdit({ range: range(0, 0, 6), text: '' })).toMatchObject({ index: 0, removed: [{}], added: [] });
  expect([file.length, file.lineCount, file.startLine(0)]).toEqual([0, 1, 0]);
});

test('many chunks may come and go at once', () => {
  const file = new ChunkedText(declarations(10), kinds);
  const kept = file.chunks[7]!;
  file.applyEdit({ range: range(3, 0), text: declarations(200_000) });
  expect([file.chunks.length, file.indexOf(kept), file.startLine(200_007)]).toEqual([200_010, 200_007, 600_021]);
  file.applyEdit({ range: { start: at(3, 0), end: at(600_003, 0) }, text: '' });
  expect([file.chunks.length, file.indexOf(kept), file.startLine(7)]).toEqual([10, 7, 21]);
});
