import { decisionOf } from '../../analysis/control.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'soa/covered-by-excluded',
  severity: 'error',
  moment: 'contradiction',
  clause: '6.1.3 d',
  summary: 'A control is excluded because another one covers it, but that one is excluded too.',
  why: 'Neither of the two is applied then, so nothing does what the justification promises.',
  remedy: 'Include the covering control, or give another ground for the exclusion.',
  example: {
    bad: 'control A.8.23 "Web filtering" {\n  applicable: no\n  because: covered-by A.8.7\n}\ncontrol A.8.7 "Protection against malware" {\n  applicable: no\n}',
    good: 'control A.8.23 "Web filtering" {\n  applicable: no\n  because: covered-by A.8.7\n}\ncontrol A.8.7 "Protection against malware" {\n  applicable: yes\n}',
  },
  on: ['Control'],
  damagedToo: true,
  check(control, { report, named }) {
    if (decisionOf(control) !== 'no') return;
    for (const { coveredBy } of control.because) {
      const entry = coveredBy && named(coveredBy.name, 'Control')[0]?.declaration;
      if (!coveredBy || entry?.$type !== 'Control' || decisionOf(entry) !== 'no') continue;
      const isItself = entry === control;
      report({
        at: coveredBy,
        message: isItself
          ? saying('{0} cannot cover itself; name the control that does, or give another ground.', coveredBy.name)
          : saying(
              '{0} is said to be covered by {1}, which is excluded too; include that one or give another ground.',
              labelled(control),
              coveredBy.name,
            ),
        related: isItself
          ? []
          : [{ declaration: entry, name: coveredBy.name, message: saying('{0} is excluded', coveredBy.name) }],
      });
    }
  },
});
