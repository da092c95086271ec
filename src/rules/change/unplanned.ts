import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { keysOf, labelled } from '../wording.ts';

export default rule({
  code: 'change/unplanned',
  severity: 'warning',
  clause: '6.3',
  summary: 'A change that is still to be carried out has no date or nobody who answers for it.',
  why: 'Changes are carried out in a planned manner: by whom and when is the least of a plan. Without a date a change can never be late.',
  remedy: 'Add `owner:` and `planned:`.',
  asks: ['owner', 'planned'],
  example: {
    bad: 'change NewRegion "Move to another region" {\n  status: planned\n}',
    good: 'role Cto "Chief technology officer"\nchange NewRegion "Move to another region" {\n  owner: Cto\n  planned: 2026-09-01\n  status: planned\n}',
  },
  on: ['Change'],
  check(change, { report }) {
    const { status, owner, planned } = change;
    if (status?.value === 'done' || status?.value === 'cancelled') return;
    const missing = [...(owner ? [] : ['owner']), ...(planned ? [] : ['planned'])];
    if (!missing.length) return;
    report({
      at: nameSpan(change),
      message: saying(
        owner
          ? '{0} is still to be carried out, but it is not said when; add {1}.'
          : planned
            ? '{0} is still to be carried out, but it is not said by whom; add {1}.'
            : '{0} is still to be carried out, but it is not said by whom and when; add {1}.',
        labelled(change),
        keysOf(missing),
      ),
    });
  },
});
