import { decisionOf, isIncluded } from '../../analysis/control.ts';
import { controlStatus } from '../../analysis/coverage.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'soa/covered-by-planned',
  severity: 'warning',
  moment: 'contradiction',
  clause: '6.1.3 d',
  summary: 'A control is excluded because another one covers it, but that one is only planned.',
  why: "Until the covering control is there, nothing does what the justification promises, and the gap is in nobody's plan: the entry says that there is none.",
  remedy:
    'Include the control with its own status until the other one takes over, or give another ground for the exclusion.',
  example: {
    bad: 'control A.8.23 "Web filtering" {\n  applicable: no\n  because: covered-by A.8.7\n}\ncontrol A.8.7 "Protection against malware" {\n  applicable: yes\n  status: planned\n}',
    good: 'control A.8.23 "Web filtering" {\n  applicable: no\n  because: covered-by A.8.7\n}\ncontrol A.8.7 "Protection against malware" {\n  applicable: yes\n  status: implemented\n}',
  },
  on: ['Control'],
  damagedToo: true,
  check(control, { report, named }) {
    if (decisionOf(control) !== 'no') return;
    // What one of several covers already is covered.
    const covering = control.because.flatMap(({ coveredBy }) => {
      const entry = coveredBy && named(coveredBy.name, 'Control')[0]?.declaration;
      return coveredBy && entry?.$type === 'Control' ? [{ coveredBy, entry }] : [];
    });
    const [first] = covering;
    if (!first || !covering.every(({ entry }) => isIncluded(entry) && controlStatus(entry) === 'planned')) return;
    const { coveredBy, entry } = first;
    report({
      at: coveredBy,
      message: saying(
        '{0} is said to be covered by {1}, which is only planned; include it until then, or give another ground.',
        labelled(control),
        coveredBy.name,
      ),
      related: [{ declaration: entry, name: coveredBy.name, message: saying('{0} is planned', coveredBy.name) }],
    });
  },
});
