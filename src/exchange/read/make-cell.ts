/** Makes cells of what readers find. */
import { plainText } from '../../formats/shared/text.ts';
import type { Aside, CellPlace, SourceCell } from '../cells.ts';

/** A cell of a text; undefined if it says nothing. Characters that no file may carry are replaced, and noted in `asides`. */
export function textCell(
  raw: string,
  place: CellPlace,
  asides: Aside[],
  more: Partial<SourceCell> = {},
): SourceCell | undefined {
  const text = plainText(raw).trim();
  if (text === '') return undefined;
  if (text.includes('\uFFFD')) asides.push({ place, text, what: 'characters' });
  return { text, kind: 'text', place, ...more };
}
