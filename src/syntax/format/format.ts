/**
 * The formatter. It changes nothing but white space: the gaps between tokens and comments, and the indentation of `"""` texts. What a
 * damaged declaration looks like, and what stands between it and its neighbours, stays.
 */
import { kindKeywords } from '../../language/schema.ts';
import { type Chunk, lineEndOf } from '../text/chunk.ts';
import { ChunkedText, type ChunkPlace } from '../text/chunked-text.ts';
import { layOut } from './layout.ts';
import { lexemesOf } from './lexemes.ts';
import { moveLines } from './text-lines.ts';
import { type Change, changesBetween, gapText } from './white-space.ts';

export interface FormatOptions {
  /** How long a line may become before its lists and bodies go over several, in UTF-16 code units. */
  readonly lineWidth: number;
  /** Is told on which lines something stands, from 0, that cannot be read and stays as it is. */
  readonly left?: (line: number) => void;
}

export const defaultLineWidth = 120;

/** A change of a file from one place to another. */
export interface FormatEdit {
  readonly start: ChunkPlace;
  readonly end: ChunkPlace;
  readonly text: string;
}

/** Some chunks of a file: from an index up to but without another one. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A text in the form of docs/formatting.md. Formatting it once more changes nothing. */
export const formatText = (text: string, options: FormatOptions): string => formatted(text, options);

/** The declarations of a text in the form, and the text before the first and behind the last one as it is. */
export const formatWithin = (text: string, options: FormatOptions): string =>
  formatted(text, options, file => ({ from: 0, to: file.chunks.length }));

function formatted(text: string, options: FormatOptions, stretch?: (file: ChunkedText) => Stretch): string {
  const file = new ChunkedText(text, kindKeywords);
  const starts: number[] = [];
  let length = 0;
  for (const chunk of file.chunks) {
    starts.push(length);
    length += chunk.text.length;
  }
  const offsetOf = ({ chunkIndex, offset }: ChunkPlace): number => (starts[chunkIndex] ?? 0) + offset;
  let result = '';
  let reached = 0;
  for (const { start, end, text: written } of formatEdits(file, options, stretch?.(file))) {
    result += text.slice(reached, offsetOf(start)) + written;
    reached = offsetOf(end);
  }
  return result + text.slice(reached);
}

/**
 * The edits that bring a file into the form, from first to last, each as small as can be.
 * @param stretch the chunks that are asked for; what stands before the first and behind the last of them is left as it is
 */
export function formatEdits(file: ChunkedText, { lineWidth, left }: FormatOptions, stretch?: Stretch): FormatEdit[] {
  const { chunks } = file;
  const { from, to } = stretch ?? { from: 0, to: chunks.length };
  const edits: FormatEdit[] = [];
  let lineEnd: string | undefined;
  const usualEnd = (): string => (lineEnd ??= lineEndOf(chunks));
  const note = (place: ChunkPlace, { start, end, text }: Change): void => {
    edits.push({ start: moved(chunks, place, start), end: moved(chunks, place, end), text });
  };
  const changeGap = (start: ChunkPlace, end: ChunkPlace, breaks: number | 'group', blanks: number): void => {
    const before = textBetween(chunks, start, end);
    for (const change of changesBetween(before, gapText(before, breaks, blanks, usualEnd))) note(start, change);
  };
  /** Where the last lexeme ends; undefined behind a damaged declaration, and where the chunks before are left as they are. */
  let reached: ChunkPlace | undefined = stretch ? undefined : { chunkIndex: 0, offset: hasMark(chunks) ? 1 : 0 };
  let isFirst = true;
  for (let chunkIndex = from; chunkIndex < to; chunkIndex++) {
    const chunk = chunks[chunkIndex] as Chunk;
    const lexemes = lexemesOf(chunk);
    if (!lexemes) {
      reached = undefined;
      left?.(file.positionAt(chunkIndex, chunk.bodyStart).line);
    }
    if (!lexemes?.length) continue;
    const { gaps, indents } = layOut(lexemes, lineWidth);
    for (const [i, { kind, isLong, start, end }] of lexemes.entries()) {
      const place = { chunkIndex, offset: start };
      const { breaks = 0, blanks = 0 } = gaps[i] ?? {};
      if (reached) changeGap(reached, place, i > 0 ? breaks : isFirst ? 0 : 'group', blanks);
      if (kind === 'text' && isLong) {
        for (const change of moveLines(chunk.text.slice(start, end), indents[i] ?? 0)) note(place, change);
      }
      reached = { chunkIndex, offset: end };
      isFirst = false;
    }
  }
  if (reached && !stretch && to > 0) {
    const end = { chunkIndex: to - 1, offset: chunks[to - 1]?.text.length ?? 0 };
    changeGap(reached, end, isFirst ? 0 : 1, 0);
  }
  return edits;
}

const hasMark = (chunks: readonly Chunk[]): boolean => chunks[0]?.text.startsWith('\uFEFF') ?? false;

function textBetween(chunks: readonly Chunk[], start: ChunkPlace, end: ChunkPlace): string {
  let text = '';
  for (let index = start.chunkIndex; index <= end.chunkIndex; index++) {
    const from = index === start.chunkIndex ? start.offset : 0;
    text += chunks[index]?.text.slice(from, index === end.chunkIndex ? end.offset : undefined) ?? '';
  }
  return text;
}

/** The place so many code units behind another one. */
function moved(chunks: readonly Chunk[], { chunkIndex, offset }: ChunkPlace, by: number): ChunkPlace {
  let index = chunkIndex;
  let rest = offset + by;
  for (; index + 1 < chunks.length; index++) {
    const { length } = (chunks[index] as Chunk).text;
    if (rest < length) break;
    rest -= length;
  }
  return { chunkIndex: index, offset: rest };
}
