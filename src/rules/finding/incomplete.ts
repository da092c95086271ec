import { isNonconformity } from '../../analysis/finding.ts';
import { label, nameSpan } from '../../model/declaration.ts';
import { rule } from '../rule.ts';
import { keysOf } from '../wording.ts';

export default rule({
  code: 'finding/incomplete',
  severity: 'warning',
  clause: '10.2 f',
  summary: 'A finding does not say how grave it is, when it was raised, or which requirement is not met.',
  why: 'The nature of a nonconformity is kept with what was done about it. Without its date nobody can tell how long it has been open, without its severity not what is due, and without a requirement it is an opinion.',
  remedy:
    'Add `severity:`, `raised:` and, for a nonconformity, `requirement:` with the clause or control that is not met.',
  example: {
    bad: 'finding NC-1 "A restore was never tested" {\n  severity: minor\n}',
    good: 'finding NC-1 "A restore was never tested" {\n  requirement: 8.1\n  severity: minor\n  raised: 2026-05-12\n}',
  },
  on: ['Finding'],
  check(finding, { report }) {
    const { requirements, severity, raised } = finding;
    const missing = [
      ...(requirements.length || !isNonconformity(finding) ? [] : ['requirement']),
      ...(severity ? [] : ['severity']),
      ...(raised ? [] : ['raised']),
    ];
    if (!missing.length) return;
    report({
      at: nameSpan(finding),
      message: `The record of ${label(finding)} is incomplete; add ${keysOf(missing)}.`,
    });
  },
});
