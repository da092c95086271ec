/** Where a risk stands: without treatment, today, and when the treatment is complete. (6.1.2 d, e) */
import type { Risk } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { type Evaluation, evaluate, riskMethod } from './method.ts';

export interface RiskStanding {
  readonly inherent: Evaluation | undefined;
  readonly current: Evaluation | undefined;
  readonly residual: Evaluation | undefined;
}

/** Evaluates a risk by the declared method. A likelihood or impact left out of a block is that of the block before. */
export function evaluateRisk(view: IsmsView, risk: Risk): RiskStanding {
  const method = view.get(riskMethod);
  if (!method) return { inherent: undefined, current: undefined, residual: undefined };
  const inherent = evaluate(method, risk.likelihood, risk.impact);
  const [now] = risk.current;
  const [rest] = risk.residual;
  const current =
    now && evaluate(method, now.likelihood ?? risk.likelihood, now.impact.length ? now.impact : risk.impact);
  const before = {
    likelihood: now?.likelihood ?? risk.likelihood,
    impact: now?.impact.length ? now.impact : risk.impact,
  };
  const residual =
    rest && evaluate(method, rest.likelihood ?? before.likelihood, rest.impact.length ? rest.impact : before.impact);
  return { inherent, current, residual };
}

/** Whether a treatment option is among those chosen. */
export const isTreatedBy = (risk: Risk, option: 'modify' | 'avoid' | 'share' | 'retain'): boolean =>
  risk.treatment.some(treatment => treatment.value === option);
