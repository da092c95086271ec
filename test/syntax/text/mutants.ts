/** Faults in keeping a text in pieces over edits, to be caught by the property in edit-sequences.ts. */
import type { Mutant } from '../../mutant.ts';

const splitter = 'syntax/text/splitter.ts';
const chunkedText = 'syntax/text/chunked-text.ts';
const lineIndex = 'syntax/text/line-index.ts';

export const textMutants: readonly Mutant[] = [
  {
    what: 'takes the end of what it splits again for the end of the file, inside something open',
    file: splitter,
    find: 'private endOpen(): number {\n    this.starve();',
    put: 'private endOpen(): number {',
  },
  {
    what: 'does not ask whether a comment is closed further on',
    file: splitter,
    find: 'if (this.beyond?.closesComment()) {',
    put: 'if (false) {',
  },
  {
    what: 'decides on a declaration without reading on to the next one',
    file: splitter,
    find: '    this.starve();\n    return offset;\n  }\n\n  /** Over white space',
    put: '    return offset;\n  }\n\n  /** Over white space',
  },
  {
    what: 'begins with the edited declaration',
    file: chunkedText,
    find: 'const first = Math.max(0, edited - policy.chunksBefore);',
    put: 'const first = Math.max(0, edited);',
  },
  {
    what: 'stops at the first border behind an edit',
    file: chunkedText,
    find: 'reached >= editEnd && (oldStart === reached || !this.policy.stopAtOldBoundary)',
    put: 'reached >= editEnd',
  },
  {
    what: 'forgets comments that were left open',
    file: chunkedText,
    find: 'if (this.unclosedComments === 0 || !policy.noteUnclosedComments) return first;',
    put: 'if (first >= 0) return first;',
  },
  {
    what: 'does not see an edit that leaves a piece as long as it was',
    file: chunkedText,
    find: 'text.startsWith(chunk.text, piece.start)',
    put: 'text.length > 0',
  },
  {
    what: 'counts the lines of what was removed',
    file: chunkedText,
    find: 'this.lineEnds += sign * chunk.lineCount;',
    put: 'this.lineEnds += chunk.lineCount;',
  },
  {
    what: 'lets a position run over the end of its line',
    file: chunkedText,
    find: 'Math.min(lineStart + column, endBefore(text, starts[index + 1]))',
    put: 'lineStart + column',
  },
  {
    what: 'puts a position behind the end at the start of the last declaration',
    file: chunkedText,
    find: 'offset: this.stored[chunkIndex]?.text.length ?? 0',
    put: 'offset: 0',
  },
  {
    what: 'keeps only the last shift of lines',
    file: lineIndex,
    find: 'this.shift += lineOf(place) - tailLine;',
    put: 'this.shift = lineOf(place) - tailLine;',
  },
  {
    what: 'leaves the shift of lines where it was',
    file: lineIndex,
    find: '    this.moveShift(index + removed);\n',
    put: '    this.shiftFrom = index + removed;\n',
  },
  {
    what: 'shifts only forwards',
    file: lineIndex,
    find: 'starts[i]! -= shift;',
    put: 'starts[i]! -= 0;',
  },
  {
    what: 'leaves what follows on the same line in its column',
    file: lineIndex,
    find: 'for (let i = tail; i < chunks.length && chunks[i]!.lineCount === 0; i++) {',
    put: 'for (let i = tail; i < 0; i++) {',
  },
  {
    what: 'forgets where the declaration behind an edit begins in its line',
    file: lineIndex,
    find: '    this.moveSideways(tail, column);\n',
    put: '',
  },
  {
    what: 'adds up the columns of two declarations on a line only',
    file: lineIndex,
    find: ': place + lastLineLength;',
    put: ': lineOf(place) * perLine + lastLineLength;',
  },
  {
    what: 'does not shift the first declaration behind an edit',
    file: lineIndex,
    find: '(index >= this.shiftFrom ? this.shift * perLine : 0)',
    put: '(index > this.shiftFrom ? this.shift * perLine : 0)',
  },
  {
    what: 'looks for a declaration that moved on the wrong side',
    file: chunkedText,
    find: 'return (chunk.lastIndex += distance);',
    put: 'return (chunk.lastIndex -= distance);',
  },
];
