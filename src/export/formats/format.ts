import type { ExportDocument } from '../document.ts';

/** One way of writing a document to a file. Same document, same bytes. */
export interface Format {
  /** Name on the command line. */
  readonly id: FormatId;
  /** Name for people. */
  readonly label: string;
  /** File extension without its dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** The whole file. Rejects with `RangeError` when the document has no sheet. */
  readonly write: (document: ExportDocument) => Promise<Uint8Array>;
}

/** The names of all formats. */
export type FormatId = 'xlsx' | 'csv' | 'md' | 'html' | 'json';
