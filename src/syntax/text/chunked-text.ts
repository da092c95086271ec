/*
 * A file as an array of chunks, one declaration each. An edit splits only the chunks around it again and tells which ones came and went.
 * The text of the file as a whole is not kept.
 */
import { isLineBreak } from './characters.ts';
import type { Chunk } from './chunk.ts';
import { endBefore, lineEnd, lineStartsOf, StoredChunk } from './chunk.ts';
import { LineIndex } from './line-index.ts';
import { ownText } from './own-text.ts';
import { type Piece, Splitter } from './splitter.ts';

export type { Chunk } from './chunk.ts';

/** A place as LSP counts it: lines from 0, UTF-16 code units from 0. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

/** A stretch of text between two positions. */
export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

/** `TextDocumentContentChangeEvent` of LSP: a range and what replaces it, or a whole new text. */
export type TextChange = { readonly range: TextRange; readonly text: string } | { readonly text: string };

/** The chunks from `index` on that an edit took away, and those that are there in their place. */
export interface ChunkChange {
  readonly index: number;
  readonly removed: readonly Chunk[];
  readonly added: readonly Chunk[];
}

/** A place in a chunk. */
export interface ChunkPlace {
  readonly chunkIndex: number;
  readonly offset: number;
}

/** How much is split again after an edit. There is one right policy; tests show that each of its parts is needed. */
export interface RestartPolicy {
  /** How many chunks before the edited one to start: its predecessor's end was decided by looking at its first lines. */
  readonly chunksBefore: number;
  /** Whether an edit that may close a comment starts again where one was left unclosed. */
  readonly noteUnclosedComments: boolean;
  /** Whether only a new boundary that is an old one too ends the work. */
  readonly stopAtOldBoundary: boolean;
  readonly Splitter: typeof Splitter;
}

const restartPolicy: RestartPolicy = {
  chunksBefore: 1,
  noteUnclosedComments: true,
  stopAtOldBoundary: true,
  Splitter,
};

/** A file in chunks. Line ends are `\n`, `\r\n` and a lone `\r`; all offsets are UTF-16 code units. */
export class ChunkedText {
  private readonly kinds: ReadonlySet<string>;
  private readonly policy: RestartPolicy;
  private stored: StoredChunk[] = [];
  private textLength = 0;
  private lineEnds = 0;
  private unclosedComments = 0;
  private readonly starts = new LineIndex();
  /** Where the lines of the chunk begin that was last asked for a place. */
  private lastLines: { readonly chunk: StoredChunk; readonly starts: readonly number[] } | undefined;

  /**
   * @param kinds the keywords that begin a declaration
   * @param policy for tests only
   */
  constructor(text: string, kinds: ReadonlySet<string>, policy: RestartPolicy = restartPolicy) {
    this.kinds = kinds;
    this.policy = policy;
    const splitter = new policy.Splitter(kinds, text);
    const chunks: StoredChunk[] = [];
    for (let piece = splitter.next(0); piece; piece = splitter.next(piece.end)) {
      chunks.push(new StoredChunk(piece, text.slice(piece.start, piece.end)));
    }
    this.splice(0, 0, chunks);
  }

  /** The chunks, which tile the file without gaps. None if the file is empty. */
  get chunks(): readonly Chunk[] {
    return this.stored;
  }

  /** UTF-16 code units in the file. */
  get length(): number {
    return this.textLength;
  }

  /** Lines in the file; an empty file has one. */
  get lineCount(): number {
    return this.lineEnds + 1;
  }

  /** The text of the file, joined on demand. */
  getText(): string {
    return this.join(0, this.stored.length);
  }

  /** Applies a change. Positions outside the file are clamped as LSP wants it, and a range may be back to front. */
  applyEdit(change: TextChange): ChunkChange {
    if (!('range' in change) || !change.range) return this.replaceAll(change.text);
    const { start, end } = change.range;
    const backwards = start.line > end.line || (start.line === end.line && start.character > end.character);
    return this.replace(this.locate(backwards ? end : start), this.locate(backwards ? start : end), change.text);
  }

  /** The position of an offset in a chunk. An offset inside `\r\n` is that of the line end. */
  positionAt(chunkIndex: number, offset: number): TextPosition {
    const chunk = this.stored[chunkIndex];
    if (!chunk) return { line: this.lineEnds, character: this.starts.column(this.stored.length) };
    const starts = this.lineStarts(chunk);
    const index = lastAtMost(starts, offset);
    const lineStart = starts[index] ?? 0;
    const character = Math.max(0, Math.min(offset, endBefore(chunk.text, starts[index + 1])) - lineStart);
    const line = this.starts.line(chunkIndex) + index;
    return { line, character: index === 0 ? this.starts.column(chunkIndex) + character : character };
  }

  /** The offsets of a chunk's lines. Of one chunk many places are asked, one after the other. */
  private lineStarts(chunk: StoredChunk): readonly number[] {
    if (this.lastLines?.chunk !== chunk) this.lastLines = { chunk, starts: lineStartsOf(chunk.text) };
    return this.lastLines.starts;
  }

  /** The range between two offsets in a chunk. Most lie on one line, which is looked for once. */
  rangeAt(chunkIndex: number, start: number, end: number): TextRange {
    const from = this.positionAt(chunkIndex, start);
    const text = this.stored[chunkIndex]?.text;
    const isOnOneLine = text !== undefined && end <= text.length && !hasLineEnd(text, start, end);
    const to = isOnOneLine
      ? { line: from.line, character: from.character + end - start }
      : this.positionAt(chunkIndex, end);
    return { start: from, end: to };
  }

  /** The chunk and offset of a position. Where two chunks meet it is the second one; behind the end of the file the end of the last. */
  locate(position: TextPosition): ChunkPlace {
    const { line } = position;
    if (line < 0 || this.stored.length === 0) return { chunkIndex: 0, offset: 0 };
    if (line > this.lineEnds) return this.endPlace();
    const character = Math.max(0, position.character);
    const chunkIndex = Math.min(this.starts.find(line, character), this.stored.length - 1);
    const { text } = this.stored[chunkIndex]!;
    const starts = this.lineStarts(this.stored[chunkIndex]!);
    const index = line - this.starts.line(chunkIndex);
    const lineStart = starts[index] ?? text.length;
    const column = lineStart === 0 ? character - this.starts.column(chunkIndex) : character;
    return { chunkIndex, offset: Math.min(lineStart + column, endBefore(text, starts[index + 1])) };
  }

  /** The line on which a chunk starts, its leading trivia included. */
  startLine(chunkIndex: number): number {
    return this.starts.line(chunkIndex);
  }

  /** The column at which a chunk starts: 0, unless the chunk before it ends in the middle of a line. */
  startColumn(chunkIndex: number): number {
    return this.starts.column(chunkIndex);
  }

  /** The index of a chunk, or -1 if it is no longer in the file. */
  indexOf(chunk: Chunk): number {
    if (!(chunk instanceof StoredChunk) || chunk.lastIndex < 0) return -1;
    const { stored } = this;
    if (stored[chunk.lastIndex] === chunk) return chunk.lastIndex;
    for (let distance = 1; distance <= 16; distance++) {
      if (stored[chunk.lastIndex + distance] === chunk) return (chunk.lastIndex += distance);
      if (stored[chunk.lastIndex - distance] === chunk) return (chunk.lastIndex -= distance);
    }
    for (let index = 0; index < stored.length; index++) stored[index]!.lastIndex = index;
    return stored[chunk.lastIndex] === chunk ? chunk.lastIndex : -1;
  }

  private replaceAll(text: string): ChunkChange {
    const splitter = new this.policy.Splitter(this.kinds, text);
    const pieces: Piece[] = [];
    for (let piece = splitter.next(0); piece; piece = splitter.next(piece.end)) pieces.push(piece);
    return this.exchange(0, this.stored.length, pieces, text);
  }

  private replace(start: ChunkPlace, end: ChunkPlace, inserted: string): ChunkChange {
    const { stored } = this;
    const first = this.firstToSplit(start, end, inserted);
    // The text to split grows until the end of a piece is known for certain and was one before.
    let last = Math.min(stored.length, end.chunkIndex + 2);
    let step = 1;
    const before = this.join(first, start.chunkIndex) + (stored[start.chunkIndex]?.text.slice(0, start.offset) ?? '');
    const rest = stored[end.chunkIndex]?.text.slice(end.offset) ?? '';
    let text = before + inserted + rest + this.join(end.chunkIndex + 1, last);
    const beyond = { closesComment: () => this.closesComment(end.chunkIndex, last) };
    const splitter = new this.policy.Splitter(this.kinds, text, last < stored.length ? beyond : undefined);

    const editEnd = before.length + inserted.length;
    let old = end.chunkIndex;
    let oldStart = editEnd - end.offset;
    const pieces: Piece[] = [];
    let reached = 0;
    for (;;) {
      const piece = splitter.next(reached);
      if (splitter.starved && last < stored.length) {
        const more = Math.min(stored.length, last + step);
        text += this.join(last, more);
        last = more;
        step *= 2;
        splitter.setText(text, last < stored.length ? beyond : undefined);
        continue;
      }
      if (!piece) {
        old = stored.length;
        break;
      }
      reached = piece.end;
      while (old < stored.length && oldStart < reached) oldStart += stored[old++]!.text.length;
      const stop = reached >= editEnd && (oldStart === reached || !this.policy.stopAtOldBoundary);
      pieces.push(stop ? { ...piece, end: oldStart } : piece);
      if (stop) break;
    }
    return this.exchange(first, old, pieces, text);
  }

  /** The chunk from which an edit has to be split again. */
  private firstToSplit(start: ChunkPlace, end: ChunkPlace, inserted: string): number {
    const { stored, policy } = this;
    // Heads are looked up to the end of their line: the chunk to begin before is the one in which the edited line begins, or, if it
    // is edited from its very beginning, the one that holds the line end before (an edit may complete a `\r\n`).
    let edited = start.chunkIndex;
    const head = stored[edited]?.text.slice(0, start.offset) ?? '';
    if (start.offset === 0 && this.starts.column(edited) === 0) edited--;
    else if (lineEnd(head, 0) === head.length) {
      while (edited > 0 && this.starts.column(edited) > 0) if (stored[--edited]!.lineCount > 0) break;
    }
    const first = Math.max(0, edited - policy.chunksBefore);
    if (this.unclosedComments === 0 || !policy.noteUnclosedComments) return first;
    const left = start.offset > 0 ? head.slice(-1) : (stored[start.chunkIndex - 1]?.text.slice(-1) ?? '');
    const right = stored[end.chunkIndex]?.text.charAt(end.offset) ?? '';
    if (!(left + inserted + right).includes('*/')) return first;
    return Math.max(0, Math.min(first, stored.findIndex(chunk => chunk.unclosedComment) - policy.chunksBefore));
  }

  /** Puts pieces in the place of chunks, but keeps the chunks at both ends that are as before. */
  private exchange(first: number, end: number, pieces: readonly Piece[], text: string): ChunkChange {
    const { stored } = this;
    const common = Math.min(end - first, pieces.length);
    let head = 0;
    while (head < common && isSame(stored[first + head]!, pieces[head]!, text)) head++;
    let tail = 0;
    while (tail < common - head && isSame(stored[end - 1 - tail]!, pieces[pieces.length - 1 - tail]!, text)) tail++;
    const added = pieces.slice(head, pieces.length - tail).map(piece => new StoredChunk(piece, copy(text, piece)));
    const index = first + head;
    return { index, removed: this.splice(index, end - first - head - tail, added), added };
  }

  private splice(index: number, removeCount: number, added: readonly StoredChunk[]): StoredChunk[] {
    const removed = this.stored.slice(index, index + removeCount);
    for (const chunk of removed) {
      this.count(chunk, -1);
      chunk.lastIndex = -1;
    }
    added.forEach((chunk, i) => {
      this.count(chunk, 1);
      chunk.lastIndex = index + i;
    });
    if (added.length === removeCount) {
      for (let i = 0; i < removeCount; i++) this.stored[index + i] = added[i]!;
    } else if (added.length < 1000) this.stored.splice(index, removeCount, ...added);
    else this.stored = [...this.stored.slice(0, index), ...added, ...this.stored.slice(index + removeCount)];
    this.starts.update(this.stored, index, removeCount, added.length);
    return removed;
  }

  private count(chunk: StoredChunk, sign: 1 | -1): void {
    this.textLength += sign * chunk.text.length;
    this.lineEnds += sign * chunk.lineCount;
    if (chunk.unclosedComment) this.unclosedComments += sign;
  }

  private endPlace(): ChunkPlace {
    const chunkIndex = Math.max(0, this.stored.length - 1);
    return { chunkIndex, offset: this.stored[chunkIndex]?.text.length ?? 0 };
  }

  /** Whether a chunk behind an edit holds the end of a comment; the text from `last` on is not split with it. */
  private closesComment(edited: number, last: number): boolean {
    const { stored } = this;
    for (let index = edited; index < last; index++) if (stored[index]!.unclosedComment) return false;
    for (let index = last; index < stored.length; index++) if (stored[index]!.text.includes('*/')) return true;
    return false;
  }

  private join(from: number, to: number): string {
    let text = '';
    for (let index = from; index < to; index++) text += this.stored[index]!.text;
    return text;
  }
}

function isSame(chunk: StoredChunk, piece: Piece, text: string): boolean {
  return (
    chunk.text.length === piece.end - piece.start &&
    chunk.bodyStart === piece.bodyStart - piece.start &&
    chunk.bodyEnd === piece.bodyEnd - piece.start &&
    chunk.unclosedComment === piece.unclosedComment &&
    text.startsWith(chunk.text, piece.start)
  );
}

/** Whether one of the characters from `start` to `end` is part of a line end. */
function hasLineEnd(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    if (isLineBreak(text.charCodeAt(i))) return true;
  }
  return false;
}

/** The index of the last of some ascending numbers that is at most `wanted`; the first one always is. */
function lastAtMost(numbers: readonly number[], wanted: number): number {
  let from = 0;
  let to = numbers.length;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? 0) <= wanted) from = middle;
    else to = middle;
  }
  return from;
}

const copy = (text: string, { start, end }: Piece): string =>
  start === 0 && end === text.length ? text : ownText(text.slice(start, end));
