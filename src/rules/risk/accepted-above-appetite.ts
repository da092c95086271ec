import { isExplained, isGiven } from '../../analysis/control.ts';
import { comparingMethod, exceedsAppetite, isGraver } from '../../analysis/method.ts';
import { evaluateRisk, statesResidual } from '../../analysis/risk.ts';
import { keySpan, nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';
import { remainsAsItWas } from './_effect.ts';

export default rule({
  code: 'risk/accepted-above-appetite',
  severity: 'info',
  clause: '6.1.2 a 1, e 1',
  summary: 'A risk above the appetite is accepted without an end, or without a reason.',
  why: 'An owner may accept what the criteria do not. But if that is done for ever and without a word, the criteria decide nothing, and management does not see what it lives with.',
  remedy: 'Add `until` and a date to the acceptance, and `because` with the reason.',
  example: {
    bad: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low: 1..2 high: 3..4 }\n  appetite: low\n}\nrisk R-1 "Loss of the database" {\n  owner: Cto\n  likelihood: likely\n  impact: severe\n  treatment: retain\n  accepted: 2026-03-01 by Cto\n}\nrole Cto "Chief technology officer"',
    good: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low: 1..2 high: 3..4 }\n  appetite: low\n}\nrisk R-1 "Loss of the database" {\n  owner: Cto\n  likelihood: likely\n  impact: severe\n  treatment: retain\n  accepted: 2026-03-01 by Cto until 2026-12-31 because "The new storage comes in December"\n}\nrole Cto "Chief technology officer"',
    asOf: '2026-06-01',
  },
  on: ['Risk'],
  check(risk, context) {
    const { accepted } = risk;
    const method = context.get(comparingMethod);
    if (!method || !accepted?.by.length) return;
    const { inherent, current, residual } = evaluateRisk(context, risk);
    // What is treated is judged by what remains; that this is missing, or exchanged with another value, is told as such.
    const isStated = statesResidual(risk);
    if (!isStated && !risk.treatment.every(({ value }) => value === 'retain')) return;
    const standing = isStated ? residual : (current ?? inherent);
    // A treatment that changes nothing is told as such.
    if (isStated && remainsAsItWas(context, risk)) return;
    if (!exceedsAppetite(method, standing) || isGraver(method, standing, current ?? inherent)) return;
    const hasReason = isGiven(accepted.because) || isExplained(risk);
    if (accepted.until && hasReason) return;
    context.report({
      at: keySpan(risk, 'accepted') ?? nameSpan(risk),
      message: saying(
        accepted.until
          ? '{0} is accepted at {1}, above the appetite {2}; add `because` with the reason.'
          : hasReason
            ? '{0} is accepted at {1}, above the appetite {2}; add `until` with a date.'
            : '{0} is accepted at {1}, above the appetite {2}; add `until` with a date and `because` with the reason.',
        labelled(risk),
        standing?.level?.label ?? '',
        method.appetite ?? '',
      ),
    });
  },
});
