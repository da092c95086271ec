/** What follows from how grave a finding is. (10.2) */
import type { Declarations } from '../model/declaration.ts';

/** Whether a finding is a nonconformity: all are but observations and opportunities. */
export const isNonconformity = (finding: Declarations['Finding']): boolean =>
  finding.severity?.value !== 'observation' && finding.severity?.value !== 'opportunity';

/** Whether it is a major nonconformity that is not closed. */
export const isOpenMajor = (finding: Declarations['Finding']): boolean =>
  finding.severity?.value === 'major' && !finding.closed;
