/** What is due when, and who answers for it. */
import { calendarDrawing, monthOf, overdueMonth, ownerOf } from '../../src/pictures/calendar-drawing.ts';
import { button, h, interactive, select } from '../dom.ts';
import { table } from '../table.ts';
import { type Context, optionsOf, type View } from '../view.ts';

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
  const owners = calendar.flatMap(({ owner }) => (owner ? [[owner.id, owner.title ?? owner.id] as const] : []));
  const monthName = chosenMonth === overdueMonth ? words.overdue : chosenMonth && month(chosenMonth);
  return {
    filters: [
      select(
        words.owner,
        state.owner,
        optionsOf(owners, words.all),
        owner => change({ owner, month: '', dueOwner: '' }),
        'owner',
      ),
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
              isChosen: state.chosen === `due ${date.due} ${date.what} ${date.id}`,
              choose: () => choose('due', `${date.due} ${date.what} ${date.id}`),
            })),
            words,
          ),
        ]
      : [h('p', { class: 'note' }, words.noDates)],
  };
}
