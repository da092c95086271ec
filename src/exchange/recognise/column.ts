/** A column of a table, or what a card says of one field. */
import type { SourceCell } from '../cells.ts';

export interface Column {
  readonly index: number;
  /** What people call it: its heading, with the one above it, or `Column F`. */
  readonly heading: string;
  /** The cells of the heading. */
  readonly cells: readonly SourceCell[];
  /** The field; absent for what the language has no home for. `ignore` is left out on request. */
  readonly field?: string;
  /** How that is known. */
  readonly by: 'mapping' | 'heading' | 'likeness' | 'content' | 'place' | 'nothing';
  /** Whether it counts the rows of a table that has ids beside it, and says nothing else. */
  readonly isRowNumber?: boolean;
}
