/** What a reader of a report is shown of places, texts and headings: those that are ours in the language of the report. */
import type { Say } from '../../wording/wording.ts';
import type { ColumnReport } from '../import.ts';
import { kinds, type Library } from '../library.ts';
import { cellRanges, type RemarkGroup } from './groups.ts';

/** The sheet of a remark. Parts of libraries are called by what they are. */
export const sheetOf = ({ file, sheet }: RemarkGroup, libraries: readonly Library[], say: Say): string =>
  kinds.some(kind => kind === sheet) && libraries.some(library => library.file === file) ? say(sheet) : sheet;

/** `register.xlsx, Risks, D2:D94`. */
export const groupPlace = (group: RemarkGroup, libraries: readonly Library[], say: Say): string =>
  [group.file, sheetOf(group, libraries, say), cellRanges(group.cells)].filter(Boolean).join(', ');

/** What stands there. Of what is hidden or is told of a whole file, readers say it (`Aside`). */
export const textsOf = ({ code, texts }: RemarkGroup, say: Say): readonly string[] =>
  code === 'hidden' || code === 'characters' ? texts.map(text => say(text)) : texts;

/** What a column is called. What stands above a card has no column. */
export const headingOf = ({ letters, heading }: ColumnReport, say: Say): string =>
  letters === '' ? say(heading) : heading;
