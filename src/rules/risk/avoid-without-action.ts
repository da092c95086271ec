import { hasMeasures, isTreatedBy } from '../../analysis/risk.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'risk/avoid-without-action',
  severity: 'warning',
  clause: '6.1.3 a, e',
  summary: 'A risk is avoided, but nothing says what is stopped or not begun.',
  why: 'To avoid a risk is to end the activity that brings it, which somebody has to do by some day. The word alone ends nothing, and would be the easiest way to be done with any risk.',
  remedy: 'Add an `action` with owner and date that ends the activity or keeps it from beginning.',
  asks: ['action'],
  example: {
    bad: 'risk R-1 "Card data is stolen from the shop" {\n  treatment: avoid\n}',
    good: 'risk R-1 "Card data is stolen from the shop" {\n  treatment: avoid\n  action "Leave payments to the payment provider" {\n    owner: Cto\n    due: 2026-09-30\n  }\n}\nrole Cto "Chief technology officer"',
  },
  on: ['Risk'],
  check(risk, { report }) {
    const option = risk.treatment.find(({ value }) => value === 'avoid');
    if (!option || hasMeasures(risk)) return;
    // Beside modify or share, that these lack what they consist of is told.
    if (isTreatedBy(risk, 'modify') || isTreatedBy(risk, 'share')) return;
    report({
      at: option,
      message: saying(
        '{0} is avoided, but nothing says what is stopped; add an `action` with an owner and a date that ends the activity.',
        labelled(risk),
      ),
    });
  },
});
