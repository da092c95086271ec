import type { Document } from '../documents/blocks.ts';
import { refusing } from '../wording/said-error.ts';
import { PdfPages } from './pdf/pages.ts';
import { writeBlocks } from './pdf/sections.ts';
import { type Format, TooLongError, type WriteOptions } from './shared/format.ts';
import type { Piece } from './shared/pieces.ts';
import { printTable } from './shared/print.ts';
import { forReaders } from './shared/readers.ts';
import { refuseEmpty } from './shared/tables.ts';

export const format: Format = {
  id: 'pdf',
  label: 'PDF',
  extension: 'pdf',
  mediaType: 'application/pdf',
  isText: false,
  can: { write: 'all blocks', links: true, drawings: true, branding: true },
  write,
};

/** A document of more rows has hundreds of pages, which nobody prints; it is made whole in memory. */
const mostRows = 12_000;

/**
 * The document as a tagged PDF: A4, with title and language, headings, lists and tables as such for those who have it read to them, the head row of
 * a table on each of its pages, and in the margins whose document it is, in which version and class, and the number of the page.
 */
async function* write(document: Document, { linkTo, branding }: WriteOptions): AsyncGenerator<Piece> {
  refuseEmpty(document);
  const rows = document.blocks
    .flatMap(block => printTable(block)?.groups ?? [])
    .reduce((sum, group) => sum + group.rows.length, 0);
  if (rows > mostRows) {
    throw new TooLongError(
      refusing(
        '“{0}” has {1} rows, more than the {2} of a PDF; choose HTML, XLSX or CSV',
        document.title,
        rows,
        mostRows,
      ),
    );
  }
  const shown = forReaders(document);
  const pages = new PdfPages(shown, branding);
  writeBlocks(shown, pages, linkTo);
  yield await pages.finish();
}
