/** What is due: first what is late, then what comes, by day and with who answers for it. */
import { type Dated, datedDues } from '../../analysis/due.ts';
import { nameOf, refer, textOf } from '../../analysis/named.ts';
import { addDays, daysBetween } from '../../model/dates.ts';
import { later, say } from '../../wording/wording.ts';
import type { IsmsUnit } from '../../workspace/workspace.ts';
import { daysAhead, daysLate } from '../days.ts';
import { type Given, type Item, paged, placeIn, type Tree, view } from './shared/view.ts';

/** In days: what is due within them stands out. */
const soonDays = 30;

export default view({
  id: 'due',
  title: later('Due'),
  order: 5,
  filters: [
    { id: '90', label: later('Within 90 days') },
    { id: '30', label: later('Within 30 days') },
    { id: '180', label: later('Within 180 days') },
    { id: '365', label: later('Within a year') },
    { id: 'all', label: later('Whenever it is due') },
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
    ...group(unit, 'overdue', say('Overdue'), late),
    ...group(unit, 'ahead', until === undefined ? say('Ahead') : say('Until {0}', until), ahead),
  ];
  return {
    items,
    ...(late.length && { badge: { count: late.length, label: say('{0} overdue as of {1}', late.length, asOf) } }),
    ...(!items.length && {
      message: until === undefined ? say('Nothing is due.') : say('Nothing is due until {0}.', until),
    }),
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

function dueItem(unit: IsmsUnit, { on, what: kind, id, node, of, owner }: Dated, index: number): Item {
  const what = say(kind);
  const isms = unit.view();
  const days = daysBetween(isms.asOf, on);
  const title = textOf(node.title);
  const who = owner && nameOf(refer(isms, owner));
  const far = days < 0 ? daysLate(-days) : daysAhead(days);
  const named = title === undefined ? id : `${id} ${title}`;
  return {
    id: `${index} ${id}`,
    name: id,
    label: `${on} ${what}`,
    description: [title ?? id, who, far].filter(Boolean).join(' · '),
    tooltip: [say('{0}: {1}, due {2} ({3})', what, named, on, far), who && say('{0} answers for it', who)]
      .filter(Boolean)
      .join('\n'),
    icon: 'calendar',
    tone: days < 0 ? 'bad' : days <= soonDays ? 'warn' : 'muted',
    place: placeIn(unit, of, node),
  };
}
