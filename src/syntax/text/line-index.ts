/* On which line and column each chunk of a file starts, kept up to date over edits without adding up the whole file again. */

/** What a chunk adds to the lines of a file. */
export interface LineExtent {
  /** Line ends in its text. */
  readonly lineCount: number;
  /** UTF-16 code units behind the last of them. */
  readonly lastLineLength: number;
}

/** More than any column: a place in a file is one number, its line times this plus its column, so that places are compared as numbers. */
const perLine = 2 ** 31;

const lineOf = (place: number): number => Math.floor(place / perLine);
const columnOf = (place: number): number => place % perLine;

/** The place behind some text that begins at a place. */
const placeBehind = (place: number, { lineCount, lastLineLength }: LineExtent): number =>
  lineCount ? (lineOf(place) + lineCount) * perLine + lastLineLength : place + lastLineLength;

/** The places where the chunks of a file start. The last entry is the end of the file. */
export class LineIndex {
  private starts = [0];
  /** The entries from here on are short of `shift` lines. So an edit need not touch those behind it, only those between it and the last one. */
  private shiftFrom = 0;
  private shift = 0;

  /** The line on which a chunk starts, from 0. */
  line(index: number): number {
    return lineOf(this.place(index));
  }

  /** The column at which a chunk starts: above 0 only if the chunk before it ends in the middle of a line. */
  column(index: number): number {
    return columnOf(this.place(index));
  }

  /** The last chunk, or the end of the file, that starts at a position or before it. */
  find(line: number, character: number): number {
    const sought = line * perLine + Math.min(character, perLine - 1);
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.place(middle) > sought) high = middle;
      else low = middle + 1;
    }
    return low - 1;
  }

  /**
   * Takes over a change of the chunks.
   *
   * @param chunks all chunks, as they are after the change
   * @param index the first one that changed
   * @param removed how many were there before
   * @param added how many are there now
   */
  update(chunks: readonly LineExtent[], index: number, removed: number, added: number): void {
    let place = this.place(index);
    const tailLine = this.line(index + removed);
    this.moveShift(index + removed);
    if (removed !== added) this.starts = resize(this.starts, index, removed, added);
    const tail = index + added;
    for (let i = index; i < tail; i++) {
      this.starts[i] = place;
      place = placeBehind(place, chunks[i]!);
    }
    this.shiftFrom = tail;
    this.shift += lineOf(place) - tailLine;
    let column = columnOf(place);
    this.moveSideways(tail, column);
    // Chunks behind the change move as far as they stand on the same line.
    for (let i = tail; i < chunks.length && chunks[i]!.lineCount === 0; i++) {
      column += chunks[i]!.lastLineLength;
      this.moveSideways(i + 1, column);
    }
  }

  private place(index: number): number {
    return this.starts[index]! + (index >= this.shiftFrom ? this.shift * perLine : 0);
  }

  private moveSideways(index: number, column: number): void {
    this.starts[index] = lineOf(this.starts[index]!) * perLine + column;
  }

  private moveShift(to: number): void {
    const { starts } = this;
    const shift = this.shift * perLine;
    if (shift !== 0) {
      for (let i = this.shiftFrom; i < to; i++) starts[i]! += shift;
      for (let i = to; i < this.shiftFrom && i < starts.length; i++) starts[i]! -= shift;
    }
    this.shiftFrom = to;
  }
}

function resize(numbers: number[], index: number, removed: number, added: number): number[] {
  if (added < 1000) {
    numbers.splice(index, removed, ...new Array<number>(added).fill(0));
    return numbers;
  }
  return [...numbers.slice(0, index), ...new Array<number>(added).fill(0), ...numbers.slice(index + removed)];
}
