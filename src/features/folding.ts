/** What can be folded: declarations, the blocks inside them, texts over several lines, and comments. */
import { CLOSE_BRACE, OPEN_BRACE } from '../language/text/characters.ts';
import { regionsOf } from '../language/text/regions.ts';
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
    const addBraces = (from: number, to: number): void => {
      for (let at = from; at < to; at++) {
        const code = chunk.text.charCodeAt(at);
        if (code === OPEN_BRACE) open.push(at);
        if (code !== CLOSE_BRACE) continue;
        const start = open.pop();
        if (start !== undefined) add(start, lineOf(at) - 1);
      }
    };
    let reached = 0;
    for (const { kind, start, end, closed } of regionsOf(chunk.text)) {
      addBraces(reached, start);
      reached = end;
      if (closed && kind !== 'string') add(start, lineOf(end), kind === 'comment' ? kind : undefined);
    }
    addBraces(reached, chunk.text.length);
  }
  return foldings.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}
