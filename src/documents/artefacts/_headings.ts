/** Columns whose headings are ours, in the language of the document. */
import { say, word } from '../../wording/wording.ts';
import type { Column, ColumnKind, Tone } from '../blocks.ts';

/** A column whose heading is ours, and the words that its tones are for. */
export const column = (id: string, title: string, kind: ColumnKind, tones?: Readonly<Record<string, Tone>>): Column =>
  levelColumn(id, title, kind, tones && wordTones(tones));

/** The same, where tones are for words of the user's own, such as levels. */
export const levelColumn = (
  id: string,
  title: string,
  kind: ColumnKind,
  tones?: Readonly<Record<string, Tone>>,
): Column => ({ id, title: say(title), kind, ...(tones && { tones }) });

/** A column that the table is asked for. */
export const key = (one: Column): Column => ({ ...one, isKey: true });

/** What words of ours mean to a reader. */
export const wordTones = (tones: Readonly<Record<string, Tone>>): Record<string, Tone> =>
  Object.fromEntries(Object.entries(tones).map(([one, tone]) => [word(one), tone]));
