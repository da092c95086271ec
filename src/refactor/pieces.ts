/** Pieces of files that go from one to another: a declaration with the comments that belong to it. */
import type { Block, SourceFile } from '../incremental/block.ts';
import { formatText } from '../syntax/format/format.ts';
import { tokensOf } from '../syntax/lexer.ts';
import { suppressionIn } from '../syntax/suppressions.ts';
import { type Chunk, lineEndOf } from '../syntax/text/chunk.ts';
import { isRegionMarker } from '../syntax/text/region-markers.ts';
import { say } from '../wording/wording.ts';
import { compareEdits, spliced } from '../workspace/fix-trial.ts';
import { parentUri } from '../workspace/uri.ts';
import { pathChanges } from './rebase.ts';
import { isRefusal, type Refusal } from './refactoring.ts';

/** A declaration that is to stand in another file. */
export interface Piece {
  readonly file: SourceFile;
  /** The index of its chunk. */
  readonly index: number;
  /** What stands before it and stays. */
  readonly stays: string;
  /** What stands before it and goes with it. */
  readonly goes: string;
}

/** What goes with a declaration: the comments right above it, or all that stands between it and the declaration before. */
export type Reach = 'attached' | 'all';

/**
 * A declaration with what goes with it. A comment that silences a rule always does; a marker of a region never does, nor what stands
 * above it. Nor does the head of a file: what stands above its first declaration, an empty line between.
 */
export function pieceOf(file: SourceFile, index: number, reach: Reach): Piece {
  const lines = linesAbove(file, index);
  const isAll = reach === 'all' && index > 0;
  const cut = lines.findLastIndex(({ kind }) => kind === 'marker' || (kind === 'empty' && !isAll)) + 1;
  const text = (goes: boolean): string =>
    lines
      .filter(({ kind }, at) => (at >= cut || kind === 'suppression') === goes)
      .map(line => line.text)
      .join('');
  return { file, index, stays: text(false), goes: text(true) };
}

interface Line {
  /** With its end. */
  readonly text: string;
  readonly kind: 'empty' | 'marker' | 'suppression' | 'other';
}

/** The lines above a declaration in its chunk; the last one has no end, and is what stands before it on its own line. */
function linesAbove(file: SourceFile, index: number): Line[] {
  const { text, bodyStart } = chunkAt(file, index);
  const lines: Line[] = [];
  let start = 0;
  // A chunk that begins in the middle of a line begins with the rest of the line of the declaration before.
  let kind: Line['kind'] = file.text.startColumn(index) === 0 ? 'empty' : 'other';
  for (const token of tokensOf(text, 0, bodyStart)) {
    if (token.kind === 'comment') {
      const isMarker: boolean = kind === 'empty' && isRegionMarker(text.slice(token.start, token.end));
      kind = suppressionIn(text, token) ? 'suppression' : isMarker ? 'marker' : 'other';
    } else if (token.kind === 'break') {
      lines.push({ text: text.slice(start, token.end), kind });
      start = token.end;
      kind = 'empty';
    }
  }
  lines.push({ text: text.slice(start, bodyStart), kind: kind === 'empty' ? 'other' : kind });
  return lines;
}

const chunkAt = (file: SourceFile, index: number): Chunk => file.text.chunks[index] as Chunk;

/** The text of a file without some pieces; empty if only white space is left. Has the form of the formatter if the file has it. */
export function textWithout(file: SourceFile, pieces: readonly Piece[], lineWidth: number): string {
  const { chunks } = file.text;
  const gone = new Map(pieces.map(piece => [piece.index, piece]));
  const end = lineEndOf(chunks);
  /** Whether an empty line stood before the pieces that were left out last. */
  let wasApart = false;
  const parts = chunks.map(({ text }, index) => {
    const piece = gone.get(index);
    if (!piece) {
      wasApart = false;
      return text;
    }
    const next = gone.has(index + 1) ? undefined : chunks[index + 1];
    if (piece.stays.trim() !== '') {
      wasApart = false;
      return next && beginsEmpty(next.text) ? piece.stays.trimEnd() + end : piece.stays;
    }
    wasApart ||= beginsEmpty(text);
    // The line of the declaration before ends all the same, and groups stay apart.
    const isMidLine = file.text.startColumn(index) > 0 && !gone.has(index - 1);
    const isApart = wasApart && next !== undefined && !beginsEmpty(next.text);
    return (isMidLine ? end : '') + (isApart ? end : '');
  });
  const before = file.text.getText();
  const mark = before.startsWith('\uFEFF') ? '\uFEFF' : '';
  const joined = parts.join('').replace(/^\uFEFF/, '');
  const isAtEnd = gone.has(chunks.findLastIndex(({ text }) => text.trim() !== ''));
  const rest = isAtEnd ? joined.trimEnd() : joined;
  const after = gone.has(0) || isAtEnd ? withoutLeadingLines(rest) : rest;
  if (after.trim() === '') return '';
  const text = mark + after + (isAtEnd ? end : '');
  return formatText(before, { lineWidth }) === before ? formatText(text, { lineWidth }) : text;
}

/** Whether a text begins with an empty line, given that it begins a line. */
const beginsEmpty = (text: string): boolean => /^[ \t]*[\r\n]/.test(text);

/** Without the empty lines that it begins with; how the first line is indented stays. */
function withoutLeadingLines(text: string): string {
  const start = text.length - text.trimStart().length;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  return start === 0 ? text : text.slice(Math.min(lineStart, start));
}

/**
 * Pieces as one text with `\n` at the ends of its lines, in the form of the formatter, their paths written as from another folder.
 * Neighbours of one file stay as close as they were; others are put apart by an empty line.
 * @param folder the folder (a URI) of the file that they are to stand in
 */
export function joinedPieces(pieces: readonly Piece[], folder: string, lineWidth: number): string | Refusal {
  let text = '';
  for (const [i, { file, index, goes, stays }] of pieces.entries()) {
    const body = rebasedBody(file, index, folder);
    if (isRefused(body)) return body;
    const before = pieces[i - 1];
    const isNext = before?.file === file && before.index === index - 1 && stays.trim() === '';
    const isClose = isNext && !beginsEmpty(chunkAt(file, index).text);
    text += (text === '' ? '' : isClose ? '\n' : '\n\n') + (goes.replace(/^\uFEFF/, '') + body).trim();
  }
  return formatText(`${text.replace(/\r\n|\r/g, '\n')}\n`, { lineWidth });
}

/** A whole file in the same way, with all its comments; empty for a file without any text. */
export function wholeFile(file: SourceFile, folder: string, lineWidth: number): string | Refusal {
  let text = '';
  for (const [index, chunk] of file.text.chunks.entries()) {
    const body = rebasedBody(file, index, folder);
    if (isRefused(body)) return body;
    text += chunk.text.slice(0, chunk.bodyStart) + body;
  }
  const own = text.replace(/^\uFEFF/, '').trim();
  return own === '' ? '' : formatText(`${own.replace(/\r\n|\r/g, '\n')}\n`, { lineWidth });
}

const isRefused = (value: string | Refusal): value is Refusal => typeof value !== 'string' && isRefusal(value);

/** A declaration and what follows it in its chunk, its paths written as from another folder. */
function rebasedBody(file: SourceFile, index: number, folder: string): string | Refusal {
  const block = file.blocks[index] as Block;
  const { text, bodyStart } = block.chunk;
  const changes = pathChanges(block, parentUri(file.uri) ?? folder, folder);
  const lost = changes.find(({ written }) => written === undefined);
  if (lost) {
    const at = { uri: file.uri, range: block.range(lost) };
    return {
      refusal: say('There is no way to this file from the other folder. Choose a folder on the same drive.'),
      at,
    };
  }
  const edits = changes.map(({ start, end, written = '' }) => ({ start, end, text: written }));
  return spliced(text.slice(bodyStart), edits.sort(compareEdits));
}
