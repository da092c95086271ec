import type { Document, FileOf, ModelId, Place } from '../../documents/blocks.ts';
import { SaidError } from '../../wording/said-error.ts';
import type { Branding } from './branding.ts';
import type { Piece } from './pieces.ts';

/** What is known of a format without loading it. */
export interface FormatInfo {
  /** Name on the command line: the name of its file. */
  readonly id: string;
  /** Name for people. */
  readonly label: string;
  /** File extension without its dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Whether a terminal can show it. */
  readonly isText: boolean;
  readonly can: Abilities;
  /** The model that a document must be able to give, for the format to write it; without one it writes every document. */
  readonly model?: ModelId;
}

/** What reaches a reader of the format. Whatever a format cannot do it writes in words. */
export interface Abilities {
  /** All blocks, or only the main table, the data for programs, a model of OSCAL, or the days on which something is due. */
  readonly write: 'all blocks' | 'the main table' | 'the data' | 'the dates' | 'a model of OSCAL';
  /** Links can be followed. */
  readonly links: boolean;
  /** Figures are drawn; else they are tables. */
  readonly drawings: boolean;
  /** The logo and the colour of the organisation are shown. */
  readonly branding?: true;
}

/** One way of writing a document: the export `format` of a file in src/formats/. Same document, same bytes. */
export interface Format extends FormatInfo {
  /**
   * The file, piece by piece. Fails with `RangeError` when the document has neither table nor checklist, and if it is
   * longer than a file of this format can be (see `isTooLong`).
   */
  readonly write: (document: Document, options: WriteOptions) => Iterable<Piece> | AsyncIterable<Piece>;
}

/** What only whoever writes the document knows. All may be left out. */
export interface WriteOptions {
  /** The address of a place of the sources; without it no place is a link. */
  readonly linkTo?: (place: Place) => string;
  /** A place in words, such as `risks.isms:3:6`; without it no place is named. */
  readonly nameOf?: (place: Place) => string;
  /** Whether the reader's terminal shows colours. */
  readonly color?: boolean;
  /** What the other documents of the ISMS are called, of those that refer to each other; by their ids without it. */
  readonly fileOf?: FileOf;
  /** Logo and colour, of formats that show them. */
  readonly branding?: Branding | undefined;
  /** A Word document that the text is put into, as its bytes; only for DOCX. */
  readonly template?: Uint8Array | undefined;
  /** Where a page is looked at: in a browser and on paper, or in a view of the editor, in its colours. */
  readonly medium?: 'page' | 'editor';
  /** What tells the page's own style from any that a text might bring, where the reader's view demands it: letters and digits of chance. */
  readonly nonce?: string;
}

/** A format as the list of all formats has it. */
export interface FormatEntry extends FormatInfo {
  readonly load: () => Promise<{ readonly format: Format }>;
}

/** A document is longer than a file of this format can be. The message says so to people, and what else they can do. */
export class TooLongError extends SaidError {
  readonly code = tooLong;
}

const tooLong = 'ISMS_TOO_LONG';

/** A template cannot be filled. The message says what is wrong with it, as the second half of a sentence. */
export class UnusableTemplateError extends SaidError {
  readonly code = unusableTemplate;
}

const unusableTemplate = 'ISMS_UNUSABLE_TEMPLATE';

/** Whether an error is an `UnusableTemplateError`, told by its code as `isTooLong` does. */
export const isUnusableTemplate = (error: unknown): error is Error =>
  error instanceof Error && (error as { readonly code?: unknown }).code === unusableTemplate;

/** Whether an error is a `TooLongError`. Formats are bundled apart, each with a class of its own, so it is told by its code. */
export const isTooLong = (error: unknown): error is Error =>
  error instanceof Error && (error as { readonly code?: unknown }).code === tooLong;
