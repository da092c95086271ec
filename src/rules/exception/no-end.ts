import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'exception/no-end',
  severity: 'info',
  clause: 'A.5.1',
  summary: 'An exception has no end.',
  why: 'No standard asks for an end, but an exception is temporary by nature: one without an end is a change of the policy that nobody decided.',
  remedy: 'Add `until` and a date to its approval, or change the policy.',
  asks: ['until'],
  example: {
    bad: 'role Cto "Chief technology officer"\nexception EXC-1 "Old API without MFA" {\n  approved: 2026-02-26 by Cto\n}',
    good: 'role Cto "Chief technology officer"\nexception EXC-1 "Old API without MFA" {\n  approved: 2026-02-26 by Cto until 2026-12-31\n}',
  },
  on: ['Exception'],
  check(exception, { report }) {
    const { approved } = exception;
    // Who approved it is asked first.
    if (!approved?.on || !approved.by.length || approved.until) return;
    report({
      at: approved.on,
      message: saying('{0} is approved without an end; add `until` and a date to the approval.', labelled(exception)),
    });
  },
});
