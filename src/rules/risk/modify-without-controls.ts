import { isTreatedBy, namesControls } from '../../analysis/risk.ts';
import { say, saying } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';
import { usualControls } from './_usual-controls.ts';

export default rule({
  code: 'risk/modify-without-controls',
  severity: 'error',
  clause: '6.1.3 b',
  summary: 'A risk is to be modified, but no control is named that does it.',
  why: 'All controls that are necessary for the treatment have to be determined; they are the reason why the Statement of Applicability includes them.',
  remedy: 'Name the controls in `controls:`, of the risk or of its actions, or choose another treatment option.',
  asks: ['controls'],
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  treatment: modify\n}',
    good: 'risk R-1 "Loss of the database" {\n  treatment: modify\n  controls: A.8.13\n}',
  },
  on: ['Risk'],
  check(risk, { report }) {
    const option = risk.treatment.find(({ value }) => value === 'modify');
    if (!option || namesControls(risk)) return;
    report({
      at: option,
      message: saying(
        '{0} is to be modified, but no control does it; name the controls in `controls:`.',
        labelled(risk),
      ),
    });
  },
  fix({ declaration }, context) {
    const usual = usualControls(context, declaration);
    if (!usual.length || declaration.controls.length || !isTreatedBy(declaration, 'modify')) return [];
    const shown = usual.slice(0, 8).join(', ');
    return [
      {
        title: say('Add the controls that usually treat it: {0}', shown),
        edits: [insertProperty(declaration, context.textOf(declaration), `controls: ${shown}`, 'treatment')],
        decides: true,
      },
    ];
  },
});
