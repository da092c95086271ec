/** Where what is chosen comes from. */
import type { DueMark, Pictures, SourcePlace } from '../src/pictures/data.ts';
import { chosenOf, type State } from './state.ts';

/** What stands for a date in what is chosen: two things may be due on a day. */
export const dueKey = ({ due, what, id }: DueMark): string => `${due} ${what} ${id}`;

/** The place of what is chosen; null where nothing is chosen that stands in the sources. */
export function chosenPlace({ landscape, soa, trace, calendar }: Pictures, state: State): SourcePlace | null {
  const { kind, id } = chosenOf(state) ?? {};
  const found =
    (kind === 'risk' && landscape.risks.find(one => one.id === id)) ||
    (kind === 'control' && soa.controls.find(one => one.id === id)) ||
    (kind === 'due' && calendar.find(one => dueKey(one) === id)) ||
    trace.nodes.find(one => one.kind === kind && one.id === id);
  return found?.place ?? null;
}
