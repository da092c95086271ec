import type { ExportDocument } from '../document.ts';
import type { Piece } from './pieces.ts';

/** One way of writing a document to a file. Same document, same bytes. */
export interface Format {
  /** Name on the command line. */
  readonly id: FormatId;
  /** Name for people. */
  readonly label: string;
  /** File extension without its dot. */
  readonly extension: string;
  readonly mediaType: string;
  /**
   * The file, piece by piece. Rows are made when the piece that they are in is asked for, so memory is bounded by a piece, unless a
   * reader keeps them. Fails with `RangeError` when the document has no sheet, and with `TooLongError`.
   */
  readonly write: (document: ExportDocument) => AsyncIterable<Piece>;
}

/** A document is longer than a file of this format can be. The message says so to people, and what else they can do. */
export class TooLongError extends Error {
  readonly code = tooLong;
}

const tooLong = 'ISMS_TOO_LONG';

/** Whether an error is a `TooLongError`. Bundles that are loaded later have a class of their own, so it is told by its code. */
export const isTooLong = (error: unknown): boolean =>
  (error as { readonly code?: unknown } | undefined)?.code === tooLong;

/** The names of all formats. */
export type FormatId = 'xlsx' | 'csv' | 'md' | 'html' | 'json';
