/** What can be folded: declarations, the blocks inside them, texts over several lines, and comments. */
import { ismsServices } from '../language/services.ts';
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
    const { tokens, hidden } = ismsServices().parser.Lexer.tokenize(chunk.text);
    const open: number[] = [];
    const add = (start: number, endLine: number, kind?: 'comment'): void => {
      const startLine = lineOf(start);
      if (endLine > startLine) foldings.push(kind ? { startLine, endLine, kind } : { startLine, endLine });
    };
    for (const token of tokens) {
      if (token.image === '{') open.push(token.startOffset);
      else if (token.image === '}') {
        const start = open.pop();
        if (start !== undefined) add(start, lineOf(token.startOffset) - 1);
      } else if (token.image.startsWith('"""')) add(token.startOffset, lineOf(token.startOffset + token.image.length));
    }
    for (const token of hidden) {
      if (token.image.startsWith('/*'))
        add(token.startOffset, lineOf(token.startOffset + token.image.length), 'comment');
    }
  }
  return foldings.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}
