/** What follows from how grave a finding is. (10.2) */
import type { Declarations } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';

/** Whether a finding is a nonconformity: all are but observations and opportunities. */
export const isNonconformity = (finding: Declarations['Finding']): boolean =>
  finding.severity?.value !== 'observation' && finding.severity?.value !== 'opportunity';

/** Whether it is a major nonconformity that is not closed. */
export const isOpenMajor = (finding: Declarations['Finding']): boolean =>
  finding.severity?.value === 'major' && !finding.closed;

/**
 * Whether it is an open major nonconformity that the certification body raised: it decides only once it has verified what was done
 * about it. One of an internal audit is the organisation's own matter. (ISO/IEC 17021-1, 9.5.3.2)
 */
export function blocksCertificate(view: IsmsView, finding: Declarations['Finding']): boolean {
  if (!isOpenMajor(finding) || !finding.audit) return false;
  const audit = view.resolve(finding.audit)?.declaration;
  return audit?.$type === 'Audit' && audit.kind?.value === 'external';
}
