import { keySpan, nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'exception/unapproved',
  severity: 'warning',
  clause: 'A.5.1',
  summary: 'An exception is not approved.',
  why: 'A departure from a policy that nobody approved is a breach of the policy.',
  remedy: 'Have the owner of the policy or the risk approve it: `approved: 2026-02-26 by Coo until 2026-12-31`.',
  asks: ['approved', 'by'],
  example: {
    bad: 'exception EXC-1 "Old API without MFA" {\n  controls: A.8.5\n}',
    good: 'role Cto "Chief technology officer"\nexception EXC-1 "Old API without MFA" {\n  controls: A.8.5\n  approved: 2026-02-26 by Cto until 2026-12-31\n}',
  },
  on: ['Exception'],
  check(exception, { report }) {
    const { approved } = exception;
    if (approved?.by.length) return;
    report({
      at: approved?.on ?? keySpan(exception, 'approved') ?? nameSpan(exception),
      message: approved
        ? saying('The approval of {0} does not say who gave it; add `by` and a role.', labelled(exception))
        : saying(
            '{0} is not approved; add `approved:` with date, approver and end, or end the exception.',
            labelled(exception),
          ),
    });
  },
});
