import { isNonconformity } from '../../analysis/finding.ts';
import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { keysOf, labelled } from '../wording.ts';

export default rule({
  code: 'finding/incomplete',
  severity: 'warning',
  clause: '10.2 f',
  summary: 'A finding does not say how grave it is, when it was raised, or which requirement is not met.',
  why: 'The nature of a nonconformity is kept with what was done about it. Without its date nobody can tell how long it has been open, without its severity not what is due, and without a requirement it is an opinion.',
  remedy:
    'Add `severity:`, `raised:` and, for a nonconformity, `requirement:` with the clause or control that is not met.',
  asks: ['requirement', 'severity', 'raised'],
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
      message: saying('The record of {0} is incomplete; add {1}.', labelled(finding), keysOf(missing)),
    });
  },
});
