import { type Evaluation, evaluate, riskMethod } from '../../analysis/method.ts';
import { levelsByStage, statesResidual } from '../../analysis/risk.ts';
import type { Located, Risk } from '../../model/declaration.ts';
import { later, saying } from '../../wording/wording.ts';
import { type RuleContext, rule } from '../rule.ts';
import { labelled } from '../wording.ts';

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
    compare(context, risk, risk, of(inherent ?? current), texts.inherent, !!method.matrix);
    for (const block of risk.current.slice(0, 1))
      compare(context, risk, block, of(current), texts.current, !!method.matrix);
    // That nothing but the result is said of what remains is told as such.
    for (const block of statesResidual(risk) ? risk.residual.slice(0, 1) : [])
      compare(context, risk, block, of(residual), texts.residual, !!method.matrix);
  },
});

interface Texts {
  readonly score: string;
  readonly level: string;
}

/** What is said of a score or a level, by the stage at which it is stated. */
const texts = {
  inherent: {
    score: later('{0} states the score {1}, but likelihood and impact give {2}; correct one of them.'),
    level: later('{0} states the level {1}, but likelihood and impact give {2}; correct one of them.'),
  },
  current: {
    score: later('{0} states the score {1} today, but likelihood and impact give {2}; correct one of them.'),
    level: later('{0} states the level {1} today, but likelihood and impact give {2}; correct one of them.'),
  },
  residual: {
    score: later('{0} states the score {1} after treatment, but likelihood and impact give {2}; correct one of them.'),
    level: later('{0} states the level {1} after treatment, but likelihood and impact give {2}; correct one of them.'),
  },
} satisfies Record<string, Texts>;

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
  { score: ofScore, level: ofLevel }: Texts,
  hasMatrix: boolean,
): void {
  if (!result) return;
  const isScoreWrong = score && !hasMatrix && score.value !== result.score;
  if (isScoreWrong) {
    const meant = result.level ? `${result.score} (${result.level.label})` : result.score;
    context.report({ at: score, message: saying(ofScore, labelled(risk), score.value, meant) });
    return;
  }
  if (!level || !result.level || level.value === result.level.label) return;
  const meant = hasMatrix ? result.level.label : `${result.level.label} (${result.score})`;
  context.report({ at: level, message: saying(ofLevel, labelled(risk), level.value, meant) });
}
