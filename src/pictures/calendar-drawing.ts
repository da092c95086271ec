/** Draws the calendar: how much is due in which month, and who answers for it. */
import { box, drawing, type Shape, shape, text } from '../drawing/shape.ts';
import type { DueMark } from './data.ts';

export interface CalendarChoice {
  readonly dates: readonly DueMark[];
  /** A month, such as `2026-06`, with the owner under whom it stands. */
  readonly selected: { readonly month: string; readonly owner: string } | null;
  readonly words: {
    readonly title: string;
    readonly nobody: string;
    readonly overdue: string;
    /** What a month is called. */
    readonly month: (month: string) => string;
  };
}

const cell = { width: 46, height: 30, left: 220, top: 52 };

/** Past months are one column, since what is late is late. */
export const overdueMonth = 'overdue';

export const monthOf = ({ due, overdue }: DueMark): string => (overdue ? overdueMonth : due.slice(0, 7));
export const ownerOf = ({ owner }: DueMark): string => owner?.id ?? '';

/** The drawing; cells have `data-month` and `data-owner`. */
export function calendarDrawing({ dates, selected, words }: CalendarChoice): Shape {
  const months = [...new Set(dates.map(monthOf))].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  const owners = [...new Map(dates.map(date => [ownerOf(date), date.owner?.title ?? date.owner?.id ?? words.nobody]))];
  const counts = new Map<string, number>();
  for (const date of dates) {
    const key = `${ownerOf(date)} ${monthOf(date)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const most = Math.max(1, ...counts.values());
  const heads = months.map((month, x) => {
    const [first = '', second = ''] = month === overdueMonth ? [words.overdue] : words.month(month).split(' ');
    const middle = cell.left + (x + 0.5) * cell.width;
    return [text(middle, 20, first, 'label'), text(middle, 38, second, 'axis')];
  });
  const rows = owners.flatMap(([owner, name], y) => {
    const top = cell.top + y * cell.height;
    const cells = months.flatMap((month, x) => {
      const count = counts.get(`${owner} ${month}`) ?? 0;
      const left = cell.left + x * cell.width;
      if (!count) return [box(left, top, cell.width, cell.height, 'day empty')];
      const isChosen = selected?.month === month && selected.owner === owner;
      const className = ['day', ...(month === overdueMonth ? ['late'] : []), ...(isChosen ? ['chosen'] : [])].join(' ');
      const about = `${name}, ${month === overdueMonth ? words.overdue : words.month(month)}: ${count}`;
      return [
        shape('g', { class: className, 'data-month': month, 'data-owner': owner, role: 'button' }, [
          shape('title', {}, [about]),
          box(left, top, cell.width, cell.height),
          box(left + 3, top + cell.height - 6, ((cell.width - 6) * count) / most, 3, 'amount'),
          text(left + cell.width / 2, top + 18, String(count), 'strong'),
        ]),
      ];
    });
    return [
      text(cell.left - 10, top + 20, name.length > 26 ? `${name.slice(0, 25)}…` : name, 'label', 'end'),
      ...cells,
    ];
  });
  const [width, height] = [cell.left + months.length * cell.width + 4, cell.top + owners.length * cell.height + 4];
  return drawing(width, height, words.title, [...heads.flat(), ...rows]);
}

const rank = (month: string): string => (month === overdueMonth ? '' : month);
