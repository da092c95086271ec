/** The calendar: what is due when, and who answers for it. */
import { say, word } from '../../wording/wording.ts';
import type { Artefact } from '../artefact.ts';
import { flatTable, type Row } from '../blocks.ts';
import { calendarData, type DueData } from '../data/calendar.ts';
import { countFact, dayFact, fact } from './_facts.ts';
import { column } from './_headings.ts';
import { badHereOrThere, keptFact, withKeptIn } from './_kept.ts';
import { nameCell } from './_shared.ts';

const calendar: Artefact = {
  id: 'calendar',
  title: 'Calendar of what is due',
  description: 'reviews, audits, actions, evidence and approvals by the day until which they are due',
  clause: '6.2, 8.2, 9.1, 9.2, 9.3',
  isWorkingPaper: true,
  parameters: [],
  build: ({ view }) => {
    const data = calendarData(view);
    const { dates } = data;
    const isAhead = ({ due }: DueData): boolean => due >= view.asOf;
    return {
      head: [
        fact('dates', 'Dates', dates.length),
        ...keptFact(dates),
        countFact('overdue', 'Overdue', dates, ({ overdue }) => overdue),
        ...(dates.some(isAhead) ? [dayFact('next', 'Next', dates.find(isAhead)?.due)] : []),
      ],
      blocks: [
        withKeptIn(
          {
            ...flatTable(
              'dates',
              say('Dates'),
              [
                { ...column('due', 'Due', 'date'), isDeadline: true },
                column('what', 'What', 'word'),
                column('id', 'Of', 'id'),
                column('title', 'Title', 'title'),
                column('owner', 'Responsible', 'name'),
                column('state', 'State', 'word', badHereOrThere('overdue')),
              ],
              [],
            ),
            groupBy: say('Month'),
            groups: months(dates, view.asOf),
          },
          dates,
        ),
      ],
      data: () => data,
      asOf: view.asOf,
    };
  },
};

export default calendar;

/** The dates by month: `2026-06`. */
function months(dates: readonly DueData[], asOf: string): { title: string; rows: Row[] }[] {
  const groups = new Map<string, Row[]>();
  for (const { due, what, id, title, owner, overdue } of dates) {
    const state = overdue ? say('overdue') : due < asOf ? say('overdue there') : say('open');
    const month = due.slice(0, 7);
    const rows = groups.get(month) ?? [];
    rows.push([due, word(what), id, title ?? undefined, nameCell(owner), state]);
    groups.set(month, rows);
  }
  return [...groups].map(([title, rows]) => ({ title, rows }));
}
