/** Pieces of files that go from one to another: a declaration with the comments that belong to it. */
import type { Block, SourceFile } from '../incremental/block.ts';
import { formatText } from '../syntax/format/format.ts';
import { tokensOf } from '../syntax/lexer.ts';
import { mayHoldSuppressions, suppressionIn } from '../syntax/suppressions.ts';
import { lineEndOf } from '../syntax/text/chunk.ts';
import { compareEdits, spliced } from '../workspace/fix-trial.ts';
import { parentUri } from '../workspace/uri.ts';
import { pathChanges } from './rebase.ts';
import type { Refusal } from './refactoring.ts';

/** A piece of a file that is to stand in another one. */
export interface Piece {
  readonly file: SourceFile;
  /** The index of its chunk. */
  readonly index: number;
  /** Where in the chunk it begins; what stands before stays. */
  readonly from: number;
}

/** A declaration with the comments right above it. */
export const pieceOf = (file: SourceFile, index: number): Piece => ({ file, index, from: attachedFrom(file, index) });

/**
 * Where in its chunk begins what belongs to a declaration: behind the last empty line before it. A comment that silences a rule belongs
 * to it wherever it stands.
 */
function attachedFrom(file: SourceFile, index: number): number {
  const { text, bodyStart } = file.text.chunks[index] as SourceFile['text']['chunks'][number];
  let from = 0;
  let breaks = file.text.startColumn(index) === 0 ? 1 : 0;
  for (const token of tokensOf(text, 0, bodyStart)) {
    if (token.kind === 'break') {
      breaks++;
      if (breaks > 1) from = token.end;
    } else if (token.kind === 'comment') {
      breaks = 0;
      if (suppressionIn(text, token)) return from;
    } else if (text.charAt(token.start) === '\uFEFF') from = token.end;
  }
  return from;
}

/** The text of a file without a piece of it; empty if only white space is left. Has the form of the formatter if the file has it. */
export function textWithout({ file, index: gone, from }: Piece, lineWidth: number): string {
  const { chunks } = file.text;
  const parts = chunks.map(({ text }, index) => {
    if (index !== gone) return text;
    const lead = text.slice(0, from);
    const next = chunks[index + 1];
    if (lead.trim() !== '') return next && beginsEmpty(next.text) ? endedOnce(lead, chunks) : lead;
    // The line of the declaration before ends all the same, and groups stay apart.
    const isMidLine = file.text.startColumn(index) > 0;
    if (isMidLine) return lineEndOf(chunks);
    const isApart = beginsEmpty(text) && next !== undefined && !beginsEmpty(next.text);
    return isApart ? lineEndOf(chunks) : '';
  });
  const before = file.text.getText();
  const mark = before.startsWith('\uFEFF') ? '\uFEFF' : '';
  const joined = parts.join('');
  const isAtEnd = gone === chunks.findLastIndex(({ text }) => text.trim() !== '');
  const rest = isAtEnd ? joined.trimEnd() : joined;
  const after = gone === 0 || isAtEnd ? withoutLeadingLines(rest) : rest;
  if (after.trim() === '') return '';
  const text = mark + after.replace(/^\uFEFF/, '') + (isAtEnd ? lineEndOf(chunks) : '');
  return formatText(before, { lineWidth }) === before ? formatText(text, { lineWidth }) : text;
}

/** Whether a text begins with an empty line, given that it begins a line. */
const beginsEmpty = (text: string): boolean => /^[ \t]*[\r\n]/.test(text);

/** Without the empty lines at its end. */
const endedOnce = (text: string, chunks: SourceFile['text']['chunks']): string => text.trimEnd() + lineEndOf(chunks);

/** Without the empty lines that it begins with; how the first line is indented stays. */
function withoutLeadingLines(text: string): string {
  const start = text.length - text.trimStart().length;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  return start === 0 ? text : text.slice(Math.min(lineStart, start));
}

/**
 * A piece as a text with `\n` at the ends of its lines, in the form of the formatter, its paths written as from another folder.
 * @param folder the folder (a URI) of the file that it is to stand in
 */
export function pieceText({ file, index, from }: Piece, folder: string, lineWidth: number): string | Refusal {
  const block = file.blocks[index] as Block;
  const { text, bodyStart } = block.chunk;
  const changes = pathChanges(block, parentUri(file.uri) ?? folder, folder);
  const lost = changes.find(({ written }) => written === undefined);
  if (lost) {
    const at = { uri: file.uri, range: block.range(lost) };
    return { refusal: 'There is no way to this file from the other folder. Choose a folder on the same drive.', at };
  }
  const edits = changes.map(({ start, end, written = '' }) => ({
    start: bodyStart + start,
    end: bodyStart + end,
    text: written,
  }));
  const moved = spliced(text, edits.sort(compareEdits));
  const own = moved
    .slice(from)
    .trim()
    .replace(/\r\n|\r/g, '\n');
  return formatText(`${own}\n`, { lineWidth });
}

/** A text put at the end of a file, behind an empty line; its lines end as those of the file. */
export function textWith(file: SourceFile, added: string): string {
  const { chunks } = file.text;
  const lineEnd = lineEndOf(chunks);
  const own = added.replaceAll('\n', lineEnd);
  const text = file.text.getText();
  const last = chunks.findLastIndex(({ bodyStart, bodyEnd }) => bodyStart < bodyEnd);
  const behind = chunks
    .slice(last + 1)
    .map(chunk => chunk.text)
    .join('');
  // A comment at the end that silences a rule would silence it for what is put there.
  const end = mayHoldSuppressions(behind) ? text.length - behind.length : text.length;
  const before = text.slice(0, end).trimEnd();
  const rest = end < text.length ? `${lineEnd}${text.slice(end).trimStart()}` : '';
  if (before === '' || before === '\uFEFF') return `${text.startsWith('\uFEFF') ? '\uFEFF' : ''}${own}${rest}`;
  return `${before}${lineEnd}${lineEnd}${own}${rest}`;
}
