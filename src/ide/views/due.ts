/** What is due: first what is late, then what comes, by day and with who answers for it. */
import { type Dated, datedDues } from '../../analysis/due.ts';
import { nameOf, refer, textOf } from '../../analysis/named.ts';
import { counted } from '../../model/counted.ts';
import { addDays, daysBetween } from '../../model/dates.ts';
import type { IsmsUnit } from '../../workspace/workspace.ts';
import { type Given, type Item, paged, placeIn, type Tree, view } from './shared/view.ts';

/** In days: what is due within them stands out. */
const soonDays = 30;

export default view({
  id: 'due',
  title: 'Due',
  order: 5,
  filters: [
    { id: '90', label: 'Within 90 days' },
    { id: '30', label: 'Within 30 days' },
    { id: '180', label: 'Within 180 days' },
    { id: '365', label: 'Within a year' },
    { id: 'all', label: 'Whenever it is due' },
  ],
  build,
});

function build({ unit, filter }: Given): Tree {
  const isms = unit.view();
  const { asOf } = isms;
  const until = filter === 'all' ? undefined : addDays(asOf, Number(filter));
  const dates = datedDues(isms).filter(({ on }) => until === undefined || on <= until);
  const late = dates.filter(({ on }) => on < asOf);
  const ahead = dates.filter(({ on }) => on >= asOf);
  const items = [
    ...group(unit, 'overdue', 'Overdue', late),
    ...group(unit, 'ahead', until === undefined ? 'Ahead' : `Until ${until}`, ahead),
  ];
  return {
    items,
    ...(late.length && { badge: { count: late.length, label: `${late.length} overdue as of ${asOf}` } }),
    ...(!items.length && { message: `Nothing is due${until === undefined ? '' : ` until ${until}`}.` }),
  };
}

const group = (unit: IsmsUnit, id: string, title: string, dates: readonly Dated[]): Item[] =>
  dates.length
    ? [
        {
          id,
          label: title,
          description: `${dates.length}`,
          icon: id === 'overdue' ? 'history' : 'calendar',
          ...(id === 'overdue' && { tone: 'bad' as const }),
          isOpen: true,
          children: () => paged(dates, (due, index) => dueItem(unit, due, index)),
        },
      ]
    : [];

function dueItem(unit: IsmsUnit, { on, what, id, node, of, owner }: Dated, index: number): Item {
  const isms = unit.view();
  const days = daysBetween(isms.asOf, on);
  const title = textOf(node.title);
  const who = owner && nameOf(refer(isms, owner));
  const far = days < 0 ? `${counted(-days, 'day')} late` : days === 0 ? 'today' : `in ${counted(days, 'day')}`;
  return {
    id: `${index} ${id}`,
    name: id,
    label: `${on} ${what}`,
    description: [title ?? id, who, far].filter(Boolean).join(' · '),
    tooltip: `${what} of ${title === undefined ? id : `${id} ${title}`}, due ${on} (${far})${who ? `\n${who} answers for it` : ''}`,
    icon: 'calendar',
    tone: days < 0 ? 'bad' : days <= soonDays ? 'warn' : 'muted',
    place: placeIn(unit, of, node),
  };
}
