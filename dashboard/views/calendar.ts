/** What is due when, and who answers for it. */
import { calendarDrawing, monthOf, overdueMonth, ownerOf } from '../../src/pictures/calendar-drawing.ts';
import { button, h } from '../dom.ts';
import { ownerField } from '../fields.ts';
import { interactive } from '../marks.ts';
import { dueKey } from '../source.ts';
import { table } from '../table.ts';
import type { Context, View } from '../view.ts';

export function calendarView({ pictures, state, words, month, change, choose, drawn, place }: Context): View {
  const { calendar } = pictures;
  const { month: chosenMonth, dueOwner } = state;
  // What nobody answers for has an owner without a name.
  const owned = calendar.filter(date => !state.owner || ownerOf(date) === state.owner);
  const shape = calendarDrawing({
    dates: owned,
    selected: chosenMonth ? { month: chosenMonth, owner: dueOwner } : null,
    words: { title: words.calendar, nobody: words.nobody, overdue: words.overdue, month },
  });
  const listed = owned.filter(date => !chosenMonth || (monthOf(date) === chosenMonth && ownerOf(date) === dueOwner));
  const monthName = chosenMonth === overdueMonth ? words.overdue : chosenMonth && month(chosenMonth);
  return {
    filters: [
      ownerField({ state, words, change }, calendar, { month: '', dueOwner: '' }),
      ...(chosenMonth
        ? [button(words.allDates, () => change({ month: '', dueOwner: '' }), { name: 'all-dates' })]
        : []),
    ],
    body: owned.length
      ? [
          drawn(
            'calendar',
            shape,
            interactive(shape, 'month', chosenMonth, ({ month: picked = '', owner = '' }) =>
              change({ month: picked, dueOwner: owner }),
            ),
          ),
          table(
            monthName ? `${words.calendar}: ${monthName}` : words.calendar,
            [words.due, words.what, words.of, words.title, words.owner, words.source],
            listed.map((date, index) => ({
              key: `due-${index}`,
              cells: [
                `${date.due}${date.overdue ? ` ⚠ ${words.overdue}` : ''}`,
                date.keptIn === null ? date.what : `${date.what} (${date.keptIn})`,
                date.id,
                date.title ?? '',
                date.owner?.title ?? date.owner?.id ?? words.nobody,
                place(date.place) ?? '',
              ],
              isChosen: state.chosen === `due ${dueKey(date)}`,
              choose: () => choose('due', dueKey(date)),
            })),
            words,
          ),
        ]
      : [h('p', { class: 'note' }, words.noDates)],
  };
}
