/** The calendar for programs: what is due when, and who answers for it. */
import { allDatedDues } from '../../analysis/due.ts';
import type { Declaration } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import { type HeadData, headData, type KeptData, type NamedData, refData, textData } from './_shared.ts';

export interface Calendar extends HeadData {
  readonly $schema: 'urn:isms-as-code:schema:calendar:1';
  /** By day; on one day by what is due. */
  readonly dates: readonly DueData[];
}

export interface DueData extends KeptData {
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
  /** Whether this ISMS is late; never for what another one has to do. */
  readonly overdue: boolean;
}

/** Everything that is open and has a day, past ones too, and what other ISMSs have to do that this one relies on. */
export const calendarData = (view: IsmsView): Calendar => ({
  $schema: 'urn:isms-as-code:schema:calendar:1',
  ...headData(view),
  dates: dueEntries(view).map(({ entry }) => entry),
});

/** The entries of the calendar in their order, each with the declaration that it is written in. */
export const dueEntries = (view: IsmsView): { readonly entry: DueData; readonly declaration: Declaration }[] =>
  allDatedDues(view).map(({ on, what, id, node, of, owner, keptIn }) => ({
    entry: {
      due: on,
      what,
      id,
      title: textData(node.title),
      owner: refData(view, owner),
      overdue: keptIn === undefined && on < view.asOf,
      keptIn: keptIn ?? null,
    },
    declaration: of,
  }));
