/** Formatting: of a document, of the declarations in a range, and of what has just been typed. */
import { type FormatEdit, formatEdits, type Stretch } from '../syntax/format/format.ts';
import type { ChunkedText, TextPosition, TextRange } from '../syntax/text/chunked-text.ts';
import { lineWidthOf } from '../workspace/configuration/settings/line-width.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What replaces a range of a document. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/** The characters after which something may be formatted. */
export const formatTriggers = ['}', '\n'] as const;

/** The edits that bring a document into the form. None for one that is not of the workspace. */
export function formatDocument(workspace: Workspace, uri: string): TextEdit[] {
  return edits(workspace, uri);
}

/** The edits of the declarations that a range touches, with the comments above them. */
export function formatRange(workspace: Workspace, uri: string, { start, end }: TextRange): TextEdit[] {
  // Whole lines that are selected end where the next one begins.
  const isWhole = end.character === 0 && end.line > start.line;
  const last = isWhole ? { line: end.line - 1, character: Number.MAX_SAFE_INTEGER } : end;
  return edits(workspace, uri, text => ({
    from: text.locate(start).chunkIndex,
    to: text.locate(last).chunkIndex + 1,
  }));
}

/**
 * The edits once a character was typed before a position: behind a `}` those of the declaration that it is in, behind a line end those of
 * the line that was left. Where a declaration is unfinished there are none.
 */
export function formatTyped(workspace: Workspace, uri: string, position: TextPosition, typed: string): TextEdit[] {
  if (typed !== '}' && typed !== '\n') return [];
  const { line, character } = position;
  const before = typed === '}' ? { line, character: character - 1 } : { line: line - 1, character: 0 };
  const found = edits(workspace, uri, text => {
    const { chunkIndex } = text.locate(before);
    return { from: chunkIndex, to: chunkIndex + 1 };
  });
  if (typed === '}') return found;
  return found.filter(({ range: { start, end } }) => start.line === line - 1 && end.line === line - 1);
}

function edits(workspace: Workspace, uri: string, stretch?: (text: ChunkedText) => Stretch): TextEdit[] {
  const text = workspace.file(uri)?.text;
  if (!text?.chunks.length) return [];
  const lineWidth = lineWidthOf(workspace.unitOf(uri)?.config);
  return formatEdits(text, { lineWidth }, stretch?.(text)).map(edit => toTextEdit(text, edit));
}

const toTextEdit = (text: ChunkedText, { start, end, text: newText }: FormatEdit): TextEdit => ({
  range: { start: text.positionAt(start.chunkIndex, start.offset), end: text.positionAt(end.chunkIndex, end.offset) },
  newText,
});
