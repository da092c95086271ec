/** The cycle of a certification. (ISO/IEC 17021-1, 9.1.3) */
import { addMonths } from '../model/dates.ts';
import type { Declarations } from '../model/declaration.ts';
import { dateOf } from './deadline.ts';

/** How long a cycle takes, from a decision to the next, in months. */
export const cycleMonths = 36;

/** After stage 2 a certificate is issued within a year, or the audit has to be repeated. */
const monthsToDecide = 12;

/** Whether the certificate is known to follow from stage 2, and not from a recertification. */
export function isInitial({ stage2, issued }: Declarations['Certification']): boolean {
  const audited = dateOf(stage2);
  const from = dateOf(issued);
  return !!audited && !!from && addMonths(audited, monthsToDecide) >= from;
}
