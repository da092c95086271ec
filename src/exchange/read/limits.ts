/** How much an import takes on, so that a hostile file costs bounded time and memory. Real registers are a hundredth of it. */
import { ImportFault } from '../fault.ts';

const mega = 1024 * 1024;

export const limits = {
  /** Bytes of a workbook, and of a CSV. */
  file: 32 * mega,
  /** Bytes of a page (Markdown, HTML), whose parsers take longer. */
  page: 4 * mega,
  /** Bytes of a library in YAML, and characters of what its aliases unfold to. */
  library: 8 * mega,
  /** Bytes of a workbook when unpacked: its XML, and all of it. */
  xml: 96 * mega,
  unpacked: 256 * mega,
  /** Parts of a workbook, and its worksheets. */
  parts: 5_000,
  sheets: 100,
  /** Cells with something in them, of one file. */
  cells: 500_000,
  /** Columns of a table. */
  columns: 512,
} as const;

/** @throws ImportFault if there are more bytes than may be */
export function refuseLarge(bytes: number, most: number, what: string, instead: string): void {
  if (bytes <= most) return;
  const size = (bytes / mega).toFixed(1);
  throw new ImportFault(`it has ${size} MB, and ${what} of more than ${most / mega} MB is not read. ${instead}`);
}

/** Counts the cells of a file. */
export class CellCount {
  private count = 0;

  /** @throws ImportFault beyond the limit */
  add(): void {
    if (++this.count > limits.cells)
      throw new ImportFault(
        `it has more than ${limits.cells} filled cells, more than any register. Remove the sheets that are not meant, and import again.`,
      );
  }
}
