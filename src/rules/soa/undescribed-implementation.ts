import { asksHow } from '../../analysis/asked.ts';
import { isGiven } from '../../analysis/control.ts';
import { say, saying } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'soa/undescribed-implementation',
  severity: 'info',
  summary: 'A control that is implemented, wholly or in part, does not say how.',
  why: 'The standard asks whether a control is implemented, and not how. But auditors ask next, and who describes it in a sentence finds out what is missing.',
  remedy: 'Add `implementation:` that names what is done, where and how often.',
  asks: ['implementation'],
  example: {
    bad: 'control A.8.13 "Information backup" {\n  applicable: yes\n  justification: "Restores the database"\n  status: implemented\n}',
    good: 'control A.8.13 "Information backup" {\n  applicable: yes\n  justification: "Restores the database"\n  status: implemented\n  implementation: "Daily snapshots, kept for 35 days"\n}',
  },
  on: ['Control'],
  check(control, { report }) {
    const { status, implementation } = control;
    // A placeholder there is told as such.
    if (!status || !asksHow(control) || isGiven(implementation)) return;
    report({
      at: implementation ?? status,
      message: saying(
        status.value === 'partial'
          ? '{0} is partly implemented, but does not say how; describe it in `implementation:`.'
          : '{0} is implemented, but does not say how; describe it in `implementation:`.',
        labelled(control),
      ),
    });
  },
  fix({ declaration }, context) {
    if (declaration.implementation) return [];
    const after = ['applicable', 'because', 'justification', 'status'];
    const edit = insertProperty(declaration, context.textOf(declaration), 'implementation: ""', ...after);
    return [{ title: say('Add `implementation: ""`'), edits: [edit], preferred: true }];
  },
});
