/** Actions of treatment plans, objectives and findings, and decisions of management reviews: what is still to be done. */
import type { IsoDate } from '../model/dates.ts';
import type { Action, Decision } from '../model/declaration.ts';
import { isPast } from './deadline.ts';

/** Whether it is neither done nor cancelled. An action with a date of completion is done, whatever its status says. */
export function isOpen(item: Action | Decision): boolean {
  if ('completed' in item && item.completed) return false;
  return item.status?.value !== 'done' && item.status?.value !== 'cancelled';
}

/** Whether it is open though its date has passed. */
export const isOverdue = (item: Action | Decision, asOf: IsoDate): boolean => isOpen(item) && isPast(item.due, asOf);

/** The kinds that have actions. */
export const kindsWithActions = ['Risk', 'Objective', 'Finding', 'Control', 'Opportunity'] as const;
