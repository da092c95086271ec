/** The calendar for programs: what is due when, and who answers for it. */
import { dueDates } from '../../analysis/due.ts';
import { compareCodeUnits, compareNaturally } from '../../catalogues/natural-order.ts';
import { label } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import { type HeadData, headData, type NamedData, refData, textData } from './_shared.ts';

export interface Calendar extends HeadData {
  readonly $schema: 'urn:isms-as-code:schema:calendar:1';
  /** By day; on one day by what is due. */
  readonly dates: readonly DueData[];
}

export interface DueData {
  /**
   * The last day that is in time.
   * @format date
   */
  readonly due: string;
  /** What is to be done, such as `risk assessment` or `audit`. */
  readonly what: string;
  /** The declaration that it is about. */
  readonly id: string;
  readonly title: string | null;
  readonly owner: NamedData | null;
  readonly overdue: boolean;
}

/** Everything that is open and has a day, past ones too. */
export function calendarData(view: IsmsView): Calendar {
  const dates = [...dueDates(view)].flatMap(({ on, what, node, of = node, owner }): DueData[] => {
    if (on === undefined) return [];
    const id = (node.names?.[0] ?? of.names?.[0])?.value ?? label(of);
    return [{ due: on, what, id, title: textData(node.title), owner: refData(view, owner), overdue: on < view.asOf }];
  });
  return {
    $schema: 'urn:isms-as-code:schema:calendar:1',
    ...headData(view),
    dates: dates.sort(
      (a, b) => compareCodeUnits(a.due, b.due) || compareCodeUnits(a.what, b.what) || compareNaturally(a.id, b.id),
    ),
  };
}
