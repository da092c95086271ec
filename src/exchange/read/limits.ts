/** How much an import takes on, so that a hostile file costs bounded time and memory. Real registers are a hundredth of it. */
import { type Saying, saying } from '../../wording/wording.ts';
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
export function refuseLarge(bytes: number, most: number, what: Saying, instead: Saying): void {
  if (bytes <= most) return;
  const size = (bytes / mega).toFixed(1);
  throw new ImportFault(
    saying('it has {0} MB, and {1} of more than {2} MB is not read. {3}', size, what, most / mega, instead),
  );
}

/** Counts the cells of a file. */
export class CellCount {
  private count = 0;

  /** @throws ImportFault beyond the limit */
  add(): void {
    if (++this.count > limits.cells)
      throw new ImportFault(
        saying(
          'it has more than {0} filled cells, more than any register. Remove the sheets that are not meant, and import again.',
          limits.cells,
        ),
      );
  }
}
