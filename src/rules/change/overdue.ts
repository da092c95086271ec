import { isPast } from '../../analysis/deadline.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'change/overdue',
  severity: 'warning',
  clause: '6.3, 8.1',
  summary: 'A change should have been carried out.',
  why: 'A change whose date has passed is either done without anybody knowing or forgotten.',
  remedy: 'Carry it out and set `status: done`, call it off with `status: cancelled`, or plan a new date.',
  example: {
    bad: 'change NewRegion "Move to another region" {\n  planned: 2026-03-01\n  status: planned\n}',
    good: 'change NewRegion "Move to another region" {\n  planned: 2026-03-01\n  status: done\n}',
    asOf: '2026-06-01',
  },
  on: ['Change'],
  damagedToo: true,
  check(change, { report, asOf }) {
    const { planned, status } = change;
    if (!planned || !isPast(planned, asOf) || status?.value === 'done' || status?.value === 'cancelled') return;
    report({
      at: planned,
      message: saying(
        '{0} was planned for {1}; carry it out and set `status: done`, or plan a new date.',
        labelled(change),
        planned.value,
      ),
    });
  },
});
