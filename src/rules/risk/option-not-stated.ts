import { comparingMethod, isGraver } from '../../analysis/method.ts';
import { evaluateRisk, isTreatedBy, namesControls, needsTreatment, validActions } from '../../analysis/risk.ts';
import { keySpan, nameSpan, type Risk } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import { say, saying } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'risk/option-not-stated',
  severity: 'warning',
  clause: '6.1.3 a, b',
  summary:
    'A risk names controls, a counterparty or actions that lower it, but not the treatment option that they belong to.',
  why: 'The options and what is done have to agree: controls are how a risk is modified, a counterparty is with whom it is shared. Otherwise the risk treatment plan says one thing and does another.',
  remedy:
    'Add the option to `treatment:`, as in `treatment: modify, share`, or remove the controls or the counterparty. A risk that is only retained keeps its values.',
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  treatment: retain\n  controls: A.8.13\n}',
    good: 'risk R-1 "Loss of the database" {\n  treatment: modify, retain\n  controls: A.8.13\n}',
  },
  on: ['Risk'],
  check(risk, context) {
    // A risk above the appetite without any option is untreated. Controls may also help to avoid a risk.
    if (!risk.treatment.length && needsTreatment(context, risk)) return;
    if (namesControls(risk) && !isTreatedBy(risk, 'modify') && !isTreatedBy(risk, 'avoid')) {
      context.report({
        at: keySpan(risk, 'controls') ?? nameSpan(risk),
        message: saying(
          '{0} names controls, but its `treatment:` does not say modify; add it, or remove the controls.',
          labelled(risk),
        ),
        data: 'modify',
      });
    }
    if (isLoweredWhileRetained(context, risk)) {
      context.report({
        at: keySpan(risk, 'treatment') ?? nameSpan(risk),
        message: saying(
          '{0} is retained, but its actions lower it; say modify and name the controls, or repeat its values in `residual`.',
          labelled(risk),
        ),
      });
    }
    if (risk.counterparty.length && !isTreatedBy(risk, 'share')) {
      context.report({
        at: keySpan(risk, 'counterparty') ?? nameSpan(risk),
        message: saying(
          '{0} names a counterparty, but its `treatment:` does not say share; add it, or remove the counterparty.',
          labelled(risk),
        ),
        data: 'share',
      });
    }
  },
  fix({ declaration, data }, context) {
    if (typeof data !== 'string') return [];
    const option = data;
    const last = declaration.treatment.at(-1);
    if (declaration.treatment.some(({ value }) => value === option)) return [];
    const edit = last
      ? { declaration, start: last.end, end: last.end, text: `, ${option}` }
      : insertProperty(
          declaration,
          context.textOf(declaration),
          `treatment: ${option}`,
          'owner',
          'likelihood',
          'impact',
          'assessed',
          'review',
        );
    return [{ title: say('Add {0} to the treatment', option), edits: [edit], decides: true }];
  },
});

/** Whether a risk is only retained, and becomes lower all the same by what is done about it, without a control or counterparty. */
function isLoweredWhileRetained(view: IsmsView, risk: Risk): boolean {
  const { treatment, counterparty } = risk;
  if (!treatment.length || !treatment.every(({ value }) => value === 'retain')) return false;
  if (counterparty.length || namesControls(risk) || !validActions(risk).length) return false;
  const method = view.get(comparingMethod);
  const { inherent, current, residual } = evaluateRisk(view, risk);
  return !!method && isGraver(method, inherent ?? current, residual);
}
