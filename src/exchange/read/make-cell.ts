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
  const whole = plainText(raw).trim();
  const text = withoutMarks(whole);
  if (text === '') return undefined;
  if (text !== whole) asides.push({ place, text: whole, what: 'mark' });
  if (text.includes('\uFFFD')) asides.push({ place, text, what: 'characters' });
  return { text, kind: 'text', place, ...more };
}

/** Raised digits as characters of their own, so that `4` with a footnote is not 41; undefined for any other raised text. */
export const raised = (text: string): string | undefined =>
  /^[\s\d,()[\]]+$/.test(text) && /\d/.test(text)
    ? text.replace(/[\s()[\]]/g, '').replace(/\d/g, digit => raisedDigits[Number(digit)] as string)
    : undefined;

const raisedDigits = [...'⁰¹²³⁴⁵⁶⁷⁸⁹'];

/** Raised digits behind a number or an id are those of a footnote. Behind a word they stay: the footnote may take it back. */
const withoutMarks = (text: string): string => text.replace(/(?<=\d)[⁰¹²³⁴-⁹]+(?:,[⁰¹²³⁴-⁹]+)*(?![\p{L}\d])/gu, '');

/** Notes what is struck out of a cell, which is not read. */
export function noteStruck(struck: readonly string[], place: CellPlace, asides: Aside[]): void {
  for (const each of struck) {
    const text = plainText(each).trim();
    if (text !== '') asides.push({ place, text, what: 'struck out' });
  }
}
