/** Sheets of our own workbooks that only count what other sheets say. */
import type { Grid } from '../cells.ts';

/** Their headings: the coverage of the Statement of Applicability, and the actions by status, in English and German. */
const summaries: readonly (readonly string[])[] = [
  ['Theme', 'Controls', 'Decided', 'Applicable', 'Inherited', 'Not applicable', 'Undecided'],
  ['Themenbereich', 'Maßnahmen', 'Entschieden', 'Anwendbar', 'Übernommen', 'Nicht anwendbar', 'Nicht entschieden'],
  ['Teil', 'erledigt', 'in Arbeit', 'geplant', 'offen', 'überfällig', 'gestrichen'],
  ['Part', 'done', 'in progress', 'planned', 'open', 'overdue', 'cancelled'],
];

/** Whether a sheet holds nothing but counts that follow from the others. */
export const isSummary = ({ rows: [head = []] }: Grid): boolean =>
  summaries.some(titles => titles.every((title, index) => head[index]?.text === title));
