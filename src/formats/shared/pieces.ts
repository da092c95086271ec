import type { Row, Table } from '../../documents/blocks.ts';

/** A part of a file, in its order. A text is written as UTF-8 and never ends within a character. */
export type Piece = string | Uint8Array;

/** How many rows make a piece: enough for few pieces, few enough for little memory. */
const ROWS = 100;

/** The items in lists of a hundred, the last one shorter. No list is empty. */
export function* batches<T>(items: Iterable<T>): Generator<readonly T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length === ROWS) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Some rows of one group. */
export interface RowBatch {
  readonly title: string;
  /** Whether they are the first of their group. */
  readonly begins: boolean;
  readonly rows: readonly Row[];
}

/**
 * The rows of a table for formats with group headings: groups without rows are left out. If there is no row at all, an untitled group
 * without rows, so that the header is still shown.
 */
export function* rowBatches({ groups }: Table): Generator<RowBatch> {
  let isEmpty = true;
  for (const { title, rows: all } of groups) {
    let begins = true;
    for (const rows of batches(all)) {
      yield { title, begins, rows };
      begins = false;
      isEmpty = false;
    }
  }
  if (isEmpty) yield { title: '', begins: true, rows: [] };
}

/** The whole file, for those who cannot take it in pieces. */
export async function joined(pieces: AsyncIterable<Piece> | Iterable<Piece>): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(typeof piece === 'string' ? encoder.encode(piece) : piece);
  return joinedBytes(parts);
}

/** Bytes, one part after the other. */
export function joinedBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}
