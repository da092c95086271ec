/* On which line and column each chunk of a file starts, kept up to date over edits without adding up the whole file again. */

/** What a chunk adds to the lines of a file. */
export interface LineExtent {
  /** Line ends in its text. */
  readonly lineCount: number;
  /** UTF-16 code units behind the last of them. */
  readonly lastLineLength: number;
}

/** Start lines and columns of the chunks of a file. The last entry is the end of the file. */
export class LineIndex {
  private lines = [0];
  private columns = [0];
  /** The entries from here on are short of `shift` lines. So an edit need not touch those behind it, only those between it and the last one. */
  private shiftFrom = 0;
  private shift = 0;

  /** The line on which a chunk starts, from 0. */
  line(index: number): number {
    return this.lines[index]! + (index >= this.shiftFrom ? this.shift : 0);
  }

  /** The column at which a chunk starts: above 0 only if the chunk before it ends in the middle of a line. */
  column(index: number): number {
    return this.columns[index]!;
  }

  /** The last chunk, or the end of the file, that starts at a position or before it. */
  find(line: number, character: number): number {
    let low = 0;
    let high = this.lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = this.line(middle);
      if (start > line || (start === line && this.columns[middle]! > character)) high = middle;
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
    let line = this.line(index);
    let column = this.column(index);
    const tailLine = this.line(index + removed);
    this.moveShift(index + removed);
    if (removed !== added) {
      this.lines = resize(this.lines, index, removed, added);
      this.columns = resize(this.columns, index, removed, added);
    }
    const tail = index + added;
    for (let i = index; i < tail; i++) {
      const { lineCount, lastLineLength } = chunks[i]!;
      this.lines[i] = line;
      this.columns[i] = column;
      line += lineCount;
      column = lastLineLength + (lineCount === 0 ? column : 0);
    }
    this.shiftFrom = tail;
    this.shift += line - tailLine;
    this.columns[tail] = column;
    // Chunks behind the change move sideways as far as they stand on the same line.
    for (let i = tail; i < chunks.length && chunks[i]!.lineCount === 0; i++) {
      column += chunks[i]!.lastLineLength;
      this.columns[i + 1] = column;
    }
  }

  private moveShift(to: number): void {
    const { lines, shift } = this;
    if (shift !== 0) {
      for (let i = this.shiftFrom; i < to; i++) lines[i]! += shift;
      for (let i = to; i < this.shiftFrom && i < lines.length; i++) lines[i]! -= shift;
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
