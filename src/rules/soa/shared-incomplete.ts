import { hasText } from '../../analysis/control.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { keysOf, labelled } from '../wording.ts';

export default rule({
  code: 'soa/shared-incomplete',
  severity: 'warning',
  clause: '6.1.3 d, A.5.23',
  summary: 'A control is shared with a supplier, but it is not said with whom, or who performs what.',
  why: 'In the cloud most controls are performed in part by the supplier. What neither side takes for its own is performed by nobody.',
  remedy: 'Write `shared with` and the supplier, and say in `theirs:` and `ours:` who performs what.',
  asks: ['with', 'theirs', 'ours'],
  example: {
    bad: 'control A.8.8 "Management of technical vulnerabilities" {\n  applicable: shared with Cloud\n}\nsupplier Cloud "Cloud provider" {}',
    good: 'control A.8.8 "Management of technical vulnerabilities" {\n  applicable: shared with Cloud\n  theirs: "Patches hosts and hypervisors"\n  ours: "We patch images and libraries each week"\n}\nsupplier Cloud "Cloud provider" {}',
  },
  on: ['Control'],
  check(control, { report }) {
    const { applicable } = control;
    if (applicable?.decision?.value !== 'shared') return;
    if (!applicable.partner) {
      report({
        at: applicable.decision,
        message: saying(
          '{0} is shared, but it is not said with whom; write `shared with` and the supplier.',
          labelled(control),
        ),
      });
      return;
    }
    const missing = (['theirs', 'ours'] as const).filter(key => !hasText(control[key]));
    if (!missing.length) return;
    report({
      at: applicable.decision,
      message: saying(
        '{0} is shared with {1}, but not who performs what; add {2}.',
        labelled(control),
        applicable.partner.name,
        keysOf(missing),
      ),
    });
  },
});
