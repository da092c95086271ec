import { decisionOf, risksNaming } from '../../analysis/control.ts';
import { say, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';
import { removeGrounds } from './_grounds.ts';
import { otherUse } from './_use.ts';

export default rule({
  code: 'soa/excluded-but-used',
  severity: 'error',
  moment: 'contradiction',
  clause: '6.1.3 b, d',
  summary:
    'A control is excluded although its entry or something else says that it is applied: a risk, requirement, exception, open finding, metric or document.',
  why: 'The Statement of Applicability and the risk treatment plan contradict each other: what treats a risk is necessary by definition, and what is measured, governed or audited for lapses is done.',
  remedy:
    'Include the control, or treat the risk in another way; take what is not done out of the entry and out of what names it.',
  example: {
    bad: 'control A.8.13 "Information backup" {\n  applicable: no\n  because: no-such-activity\n  justification: "We keep no backups"\n}\nrisk R-1 "Loss of the database" {\n  treatment: modify\n  controls: A.8.13\n}',
    good: 'control A.8.13 "Information backup" {\n  applicable: yes\n  justification: "Restores the database"\n}\nrisk R-1 "Loss of the database" {\n  treatment: modify\n  controls: A.8.13\n}',
  },
  on: ['Control'],
  damagedToo: true,
  check(control, context) {
    const decision = control.applicable?.decision;
    if (decisionOf(control) !== 'no' || !decision) return;
    for (const name of control.names) {
      const risks = risksNaming(context, name.value);
      const [first] = risks;
      if (!first) {
        const message = otherUse(context, control, name.value);
        if (message) context.report({ at: decision, message });
        continue;
      }
      context.report({
        at: decision,
        message:
          risks.length > 1
            ? saying(
                '{0} is excluded, but {1} and {2} more rely on it; include it or treat the risk otherwise.',
                name.value,
                labelled(first),
                risks.length - 1,
              )
            : saying(
                '{0} is excluded, but {1} relies on it; include it or treat the risk otherwise.',
                name.value,
                labelled(first),
              ),
        related: risks.map(risk => ({
          declaration: risk,
          message: saying('{0} relies on {1}', labelled(risk), name.value),
        })),
      });
    }
  },
  fix: ({ declaration, at }, context) => [
    {
      title: say('Include the control (`applicable: yes`), without the ground of its exclusion'),
      decides: true,
      edits: [
        { declaration, start: at.start, end: at.end, text: 'yes' },
        ...removeGrounds(declaration, context.textOf(declaration)),
      ],
    },
  ],
});
