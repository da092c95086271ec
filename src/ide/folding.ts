/** What can be folded: declarations, the blocks inside them, texts over several lines, and comments. */
import { Lexer } from '../syntax/lexer.ts';
import { CLOSE_BRACE, OPEN_BRACE } from '../syntax/text/characters.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface Folding {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind?: 'comment';
}

/** The foldings of a file, from top to bottom. Lines are 0-based; the last line of a block stays in sight. */
export function foldingRanges(workspace: Workspace, uri: string): Folding[] {
  const file = workspace.file(uri);
  if (!file) return [];
  const foldings: Folding[] = [];
  for (const [index, chunk] of file.text.chunks.entries()) {
    if (chunk.lineCount < 1) continue;
    const lineOf = (offset: number): number => file.text.positionAt(index, offset).line;
    const open: number[] = [];
    const add = (start: number, endLine: number, kind?: 'comment'): void => {
      const startLine = lineOf(start);
      if (endLine > startLine) foldings.push(kind ? { startLine, endLine, kind } : { startLine, endLine });
    };
    const lexer = new Lexer(chunk.text);
    while (lexer.next()) {
      const { kind, start, end, closed } = lexer;
      if (kind === 'mark') {
        const code = chunk.text.charCodeAt(start);
        if (code === OPEN_BRACE) open.push(start);
        const opened = code === CLOSE_BRACE ? open.pop() : undefined;
        if (opened !== undefined) add(opened, lineOf(start) - 1);
      } else if (closed && (kind === 'text' || kind === 'comment')) {
        add(start, lineOf(end), kind === 'comment' ? kind : undefined);
      }
    }
  }
  return foldings.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}
