import { isPast } from '../../analysis/deadline.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'audit/overdue',
  severity: 'warning',
  clause: '9.2.1',
  summary: 'An audit should have been performed.',
  why: 'Audits at planned intervals have to take place as planned. A programme that slips is a finding of the certification audit.',
  remedy: 'Perform it and set `performed:`, or plan a new date.',
  asks: ['performed'],
  example: {
    bad: 'audit IA-2026-1 "Internal audit" {\n  planned: 2026-05-10\n}',
    good: 'audit IA-2026-1 "Internal audit" {\n  planned: 2026-05-10\n  performed: 2026-05-12\n}',
    asOf: '2026-06-01',
  },
  on: ['Audit'],
  check(audit, { report, asOf }) {
    const { planned } = audit;
    if (!planned || audit.performed || !isPast(planned, asOf)) return;
    report({
      at: planned,
      message: saying(
        '{0} was planned for {1}; perform it and set `performed:`, or plan a new date.',
        labelled(audit),
        planned.value,
      ),
    });
  },
});
