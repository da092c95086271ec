/** What can be folded: declarations, the blocks inside them, texts over several lines, comments, runs of them, and regions. */
import { isLineComment, Lexer } from '../syntax/lexer.ts';
import { CLOSE_BRACE, OPEN_BRACE } from '../syntax/text/characters.ts';
import { beginsRegion, endsRegion } from '../syntax/text/region-markers.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface Folding {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind?: 'comment' | 'region';
}

/** The foldings of a file, from top to bottom. Lines are 0-based; the last line of a block stays in sight. */
export function foldingRanges(workspace: Workspace, uri: string): Folding[] {
  const file = workspace.file(uri);
  if (!file) return [];
  const foldings: Folding[] = [];
  const add = (startLine: number, endLine: number, kind?: Folding['kind']): void => {
    if (endLine > startLine) foldings.push(kind ? { startLine, endLine, kind } : { startLine, endLine });
  };
  const comments = new LineComments(add);
  for (const [index, chunk] of file.text.chunks.entries()) {
    const { text } = chunk;
    if (chunk.lineCount < 1 && !text.includes('//')) continue;
    const lineOf = (offset: number): number => file.text.positionAt(index, offset).line;
    const open: number[] = [];
    const lexer = new Lexer(text);
    /** Whether nothing but blanks stands before on the line: a chunk may begin in the middle of one. */
    let isLineStart = file.text.positionAt(index, 0).character === 0;
    while (lexer.next()) {
      const { kind, start, end, closed } = lexer;
      if (kind === 'blank') continue;
      if (kind === 'mark') {
        const code = text.charCodeAt(start);
        if (code === OPEN_BRACE) open.push(start);
        const opened = code === CLOSE_BRACE ? open.pop() : undefined;
        if (opened !== undefined) add(lineOf(opened), lineOf(start) - 1);
      } else if (isLineStart && isLineComment(text, lexer)) {
        comments.take(lineOf(start), text.slice(start, end));
      } else if (closed && (kind === 'text' || kind === 'comment')) {
        add(lineOf(start), lineOf(end), kind === 'comment' ? kind : undefined);
      }
      isLineStart = kind === 'break';
    }
  }
  comments.end();
  return foldings.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/** The `//` comments that have a line for themselves, from top to bottom. */
class LineComments {
  private readonly add: (startLine: number, endLine: number, kind: Folding['kind']) => void;
  private readonly regions: number[] = [];
  private first = -1;
  private last = -1;

  constructor(add: (startLine: number, endLine: number, kind: Folding['kind']) => void) {
    this.add = add;
  }

  take(line: number, comment: string): void {
    const begins = beginsRegion(comment);
    const ends = endsRegion(comment);
    if (begins || ends || line !== this.last + 1) this.end();
    const start = ends ? this.regions.pop() : undefined;
    if (start !== undefined) this.add(start, line, 'region');
    if (begins) this.regions.push(line);
    if (begins || ends) return;
    if (this.first < 0) this.first = line;
    this.last = line;
  }

  /** A run of comments is over. */
  end(): void {
    if (this.first >= 0) this.add(this.first, this.last, 'comment');
    this.first = this.last = -1;
  }
}
