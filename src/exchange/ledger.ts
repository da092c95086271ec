/**
 * The account of an import: what became of each cell. Whoever reads a cell says here that its text was written as it stands, how it was
 * read, or why it was not. What nobody spoke for is found at the end, so that nothing vanishes.
 */
import { type Saying, type SayingValue, saying } from '../wording/wording.ts';
import type { CellPlace, SourceCell } from './cells.ts';

/** What a remark is about, from what most needs a look to what least does. */
export const categories = [
  'contradiction',
  'not understood',
  'not imported',
  'guessed',
  'changed',
  'incomplete',
  'created',
  'kept in notes',
  'understood',
] as const;

export type Category = (typeof categories)[number];

/** What somebody should look at before relying on the import. */
export const needsLook: ReadonlySet<Category> = new Set(['contradiction', 'not understood', 'not imported']);

export interface Remark {
  readonly category: Category;
  /** Stable name of the reason, such as `ambiguous-date`. */
  readonly code: string;
  /** What is so, why, and what to do, where something is to be done. Said by whoever shows it. */
  readonly message: Saying;
  /** Where it stands; absent for what is about the whole import. */
  readonly place?: CellPlace;
  /** What stands there. */
  readonly text?: string;
  /** The declaration it is about, such as `risk R-001`. */
  readonly about?: string;
}

export interface RemarkDetails {
  readonly cell?: SourceCell;
  readonly place?: CellPlace;
  readonly text?: string;
  readonly about?: string;
}

export class Ledger {
  readonly remarks: Remark[] = [];
  private readonly spokenFor = new Set<SourceCell>();
  private readonly remarked = new Set<SourceCell>();
  private readonly headings = new Set<SourceCell>();

  /** The text of the cell stands in the output as it is. */
  written(cell: SourceCell): void {
    this.spokenFor.add(cell);
  }

  /** The cell is the heading of a column, which the report lists. */
  heading(cell: SourceCell): void {
    this.spokenFor.add(cell);
    this.headings.add(cell);
  }

  /** Whether the text of a cell is said to stand in the output, and nowhere in the report. */
  isOnlyWritten(cell: SourceCell): boolean {
    return this.spokenFor.has(cell) && !this.remarked.has(cell) && !this.headings.has(cell);
  }

  /** The cell was understood, and what stands in the output is something else: `Ja` became `yes`. Words of the language are given as texts. */
  read(cell: SourceCell, heading: string, as: SayingValue, about?: string): void {
    this.remark('understood', 'read-as', saying('“{0}”: read as {1}', heading, as), { cell, about });
  }

  remark(category: Category, code: string, message: Saying, details: RemarkDetails = {}): void {
    const { cell, place = cell?.place, text = cell?.text, about } = details;
    if (cell) this.spokenFor.add(cell);
    if (cell) this.remarked.add(cell);
    this.remarks.push({
      category,
      code,
      message,
      ...(place && { place }),
      ...(text !== undefined && { text }),
      ...(about !== undefined && { about }),
    });
  }

  isSpokenFor(cell: SourceCell): boolean {
    return this.spokenFor.has(cell);
  }
}
