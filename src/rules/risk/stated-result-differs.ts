import { type Evaluation, evaluate, riskMethod } from '../../analysis/method.ts';
import { levelsByStage } from '../../analysis/risk.ts';
import { type Located, label, type Risk } from '../../model/declaration.ts';
import { type RuleContext, rule } from '../rule.ts';

export default rule({
  code: 'risk/stated-result-differs',
  severity: 'error',
  moment: 'contradiction',
  clause: '6.1.2 b, e',
  summary: 'The score or level that a register states is not what its likelihood and impact give.',
  why: 'Results have to be consistent and comparable. A figure that was typed, or a formula that was overwritten, ranks a risk where it does not belong; nobody sees it in a spreadsheet.',
  remedy: 'Correct the figure, the likelihood or the impact; or leave the figure out, since it is computed.',
  example: {
    bad: 'method "Ours" {\n  likelihood { 1: rare 2: possible 3: likely }\n  impact { 1: minor 2: serious 3: severe }\n  levels { low: 1..2 medium: 3..4 high: 5..9 }\n  appetite: medium\n}\nrisk R-1 "Loss of the database" {\n  likelihood: likely\n  impact: severe\n  score: 6\n}',
    good: 'method "Ours" {\n  likelihood { 1: rare 2: possible 3: likely }\n  impact { 1: minor 2: serious 3: severe }\n  levels { low: 1..2 medium: 3..4 high: 5..9 }\n  appetite: medium\n}\nrisk R-1 "Loss of the database" {\n  likelihood: likely\n  impact: severe\n  score: 9\n  level: high\n}',
  },
  on: ['Risk'],
  check(risk, context) {
    const method = context.get(riskMethod);
    if (!method) return;
    const { inherent, current, residual } = levelsByStage(risk, method);
    const of = (levels: typeof inherent) => levels && evaluate(method, levels.likelihood, levels.impact);
    compare(context, risk, risk, of(inherent ?? current), '', !!method.matrix);
    for (const block of risk.current.slice(0, 1)) compare(context, risk, block, of(current), ' today', !!method.matrix);
    for (const block of risk.residual.slice(0, 1))
      compare(context, risk, block, of(residual), ' after treatment', !!method.matrix);
  },
});

interface Stated {
  readonly score?: Located<number> | undefined;
  readonly level?: Located<string> | undefined;
}

/** Tells the first of score and level that differs. With a matrix there is no score to compare. */
function compare(
  context: RuleContext,
  risk: Risk,
  { score, level }: Stated,
  result: Evaluation | undefined,
  when: string,
  hasMatrix: boolean,
): void {
  if (!result) return;
  const isScoreWrong = score && !hasMatrix && score.value !== result.score;
  if (isScoreWrong) {
    const name = result.level ? ` (${result.level.label})` : '';
    context.report({
      at: score,
      message: `The score of ${label(risk)}${when} is ${score.value} here, but likelihood and impact give ${result.score}${name}; correct one of them.`,
    });
    return;
  }
  if (!level || !result.level || level.value === result.level.label) return;
  const points = hasMatrix ? '' : ` (${result.score})`;
  context.report({
    at: level,
    message: `The level of ${label(risk)}${when} is ${level.value} here, but likelihood and impact give ${result.level.label}${points}; correct one of them.`,
  });
}
