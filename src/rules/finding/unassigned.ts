import { isNonconformity } from '../../analysis/finding.ts';
import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { keysOf, labelled } from '../wording.ts';

export default rule({
  code: 'finding/unassigned',
  severity: 'warning',
  clause: '10.2 a',
  summary: 'An open nonconformity has no owner or no date.',
  why: 'The organisation reacts to a nonconformity. Without somebody who does and a date by which, it stays open until the next audit.',
  remedy: 'Add `owner:` and `due:`.',
  asks: ['owner', 'due'],
  example: {
    bad: 'finding NC-1 "Restore test skipped" {\n  severity: minor\n  due: 2026-07-01\n}',
    good: 'role Ciso "Security officer"\nfinding NC-1 "Restore test skipped" {\n  severity: minor\n  owner: Ciso\n  due: 2026-07-01\n}',
  },
  on: ['Finding'],
  check(finding, { report }) {
    if (finding.closed || !isNonconformity(finding)) return;
    const missing = (['owner', 'due'] as const).filter(key => !finding[key]);
    if (!missing.length) return;
    report({
      at: nameSpan(finding),
      message: saying(
        missing.length > 1
          ? '{0} is open, but has no owner or date; add {1}.'
          : finding.owner
            ? '{0} is open, but has no date; add {1}.'
            : '{0} is open, but has no owner; add {1}.',
        labelled(finding),
        keysOf(missing),
      ),
    });
  },
});
