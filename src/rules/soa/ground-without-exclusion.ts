import { isIncluded } from '../../analysis/control.ts';
import { say, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';
import { removeGrounds } from './_grounds.ts';

export default rule({
  code: 'soa/ground-without-exclusion',
  severity: 'error',
  moment: 'contradiction',
  clause: '6.1.3 d',
  summary: 'A control is included, but its reason is a ground for exclusion.',
  why: 'The entry contradicts itself, and the Statement of Applicability would show a reason that speaks against its own decision.',
  remedy:
    'Give the risk or requirement that calls for the control instead of the ground, or exclude the control with `applicable: no`.',
  example: {
    bad: 'control A.8.30 "Outsourced development" {\n  applicable: yes\n  because: no-such-activity\n  justification: "An agency builds the app"\n}',
    good: 'control A.8.30 "Outsourced development" {\n  applicable: yes\n  because: R-12\n  justification: "An agency builds the app"\n}\nrisk R-12 "Flaws in what the agency delivers" {}',
  },
  on: ['Control'],
  damagedToo: true,
  check(control, { report }) {
    if (!isIncluded(control)) return;
    for (const { ground, coveredBy } of control.because) {
      if (!ground) continue;
      report({
        at: { start: ground.start, end: coveredBy?.end ?? ground.end },
        message: saying(
          '{0} is included, but {1} is a ground to exclude it; give a risk or requirement instead, or exclude it.',
          labelled(control),
          ground.value,
        ),
      });
    }
  },
  fix({ declaration }, context) {
    const { decision, provider } = declaration.applicable ?? {};
    const removal = removeGrounds(declaration, context.textOf(declaration));
    return [
      ...(removal.length ? [{ title: say('Remove the ground'), edits: removal, decides: true }] : []),
      ...(decision
        ? [
            {
              title: say('Exclude the control (`applicable: no`)'),
              decides: true,
              edits: [{ declaration, start: decision.start, end: provider?.end ?? decision.end, text: 'no' }],
            },
          ]
        : []),
    ];
  },
});
