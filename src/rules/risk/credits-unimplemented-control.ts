import { isPutInPlace, statusOf } from '../../analysis/credit.ts';
import { comparingMethod, isGraver } from '../../analysis/method.ts';
import { evaluateRisk, treatingControls, validActions } from '../../analysis/risk.ts';
import { type Action, keySpan, nameSpan } from '../../model/declaration.ts';
import { firstOfSaying, later, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled, shortLabel } from '../wording.ts';

/** What is said of a control by its status: of the risk that relies on it, and of itself. */
const unfinished: Readonly<Record<string, { readonly message: string; readonly related: string }>> = {
  planned: {
    message: later(
      '{0} relies on {1}, which is only planned, and no open action completes it; plan one, or state the risk without it.',
    ),
    related: later('{0} is only planned'),
  },
  partial: {
    message: later(
      '{0} relies on {1}, which is only partly implemented, and no open action completes it; plan one, or state the risk without it.',
    ),
    related: later('{0} is only partly implemented'),
  },
};

export default rule({
  code: 'risk/credits-unimplemented-control',
  severity: 'warning',
  moment: 'stage2',
  clause: '6.1.3 b, 8.3',
  summary:
    'A risk counts on a control that is planned or partial, and no open action completes it; or today on what is only planned.',
  why: 'What remains of the risk will only be reached with the whole control. If nobody is about to introduce or complete it, the residual risk is too low; and what is only planned lowers no risk today.',
  remedy:
    'Add an `action` with an owner and a date that names the control in `controls:`, set the status of the control if it is in place already, or state the risk as it is without the control.',
  example: {
    bad: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low: 1..2 high: 3..4 }\n}\ncontrol A.8.13 "Information backup" {\n  applicable: yes\n  status: planned\n}\nrisk R-1 "Loss of the database" {\n  likelihood: likely\n  impact: severe\n  treatment: modify\n  controls: A.8.13\n  residual { impact: minor }\n}',
    good: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low: 1..2 high: 3..4 }\n}\ncontrol A.8.13 "Information backup" {\n  applicable: yes\n  status: planned\n}\nrisk R-1 "Loss of the database" {\n  likelihood: likely\n  impact: severe\n  treatment: modify\n  controls: A.8.13\n  action "Introduce daily backups" {\n    owner: Cto\n    due: 2026-09-30\n    controls: A.8.13\n  }\n  residual { impact: minor }\n}\nrole Cto "Chief technology officer"',
    asOf: '2026-06-01',
  },
  on: ['Risk'],
  check(risk, context) {
    const method = context.get(comparingMethod);
    if (!method) return;
    const { inherent, current, residual } = evaluateRisk(context, risk);
    if (isGraver(method, current ?? inherent, residual)) {
      for (const ref of risk.controls) {
        const entry = statusOf(context, ref);
        const standing = entry && unfinished[entry.status ?? ''];
        if (!standing || isPutInPlace(context, risk, ref.name, entry.declaration)) continue;
        context.report({
          at: ref,
          message: saying(standing.message, shortLabel(risk), ref.name),
          related: [{ declaration: entry.declaration, name: ref.name, message: saying(standing.related, ref.name) }],
        });
      }
    }
    // Today counts only what is there already: something planned does not, a counterparty or a completed action may.
    if (!isGraver(method, inherent, current) || risk.counterparty.length || risk.actions.some(isDone)) return;
    const controls = treatingControls({ ...risk, actions: [...validActions(risk)] });
    if (!controls.every(ref => statusOf(context, ref)?.status === 'planned')) return;
    const names = [...new Set(controls.map(({ name }) => name))];
    if (!names.length) {
      // That nothing is done at all is told as such; what has begun may help already.
      const actions = validActions(risk);
      if (!actions.length || !actions.every(isNotBegun)) return;
      context.report({
        at: keySpan(risk, 'current') ?? nameSpan(risk),
        message: saying(
          '{0} is lower today, though no action has begun; give `current` the values of the risk, or leave it out.',
          shortLabel(risk),
        ),
      });
      return;
    }
    context.report({
      at: keySpan(risk, 'current') ?? nameSpan(risk),
      message: saying(
        names.length > 1
          ? '{0} is lower today, though {1} are only planned; give `current` the values of the risk, or leave it out.'
          : '{0} is lower today, though {1} is only planned; give `current` the values of the risk, or leave it out.',
        labelled(risk),
        firstOfSaying(names, 3),
      ),
    });
  },
});

const isNotBegun = ({ status }: Action): boolean => status?.value === 'open' || status?.value === 'planned';

const isDone = ({ status, completed }: Action): boolean => !!completed || status?.value === 'done';
