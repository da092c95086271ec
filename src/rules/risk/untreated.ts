import { comparingMethod, exceedsAppetite } from '../../analysis/method.ts';
import { evaluateRisk, hasMeasures, namesControls, needsTreatment } from '../../analysis/risk.ts';
import { label, nameSpan, type Risk } from '../../model/declaration.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'risk/untreated',
  severity: 'error',
  clause: '6.1.3 a',
  summary: 'A risk is above the appetite, and it is not decided what is done about it.',
  why: 'Each risk above the acceptance criteria needs a treatment decision. A risk within them may be left as it is: the criteria, which management approved, are the decision.',
  remedy:
    'Add `treatment:` with modify (apply controls), avoid, share (with an insurer or supplier) or retain (the owner accepts the risk), or several of them.',
  example: {
    bad: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low: 1..2 high: 3..4 }\n  appetite: low\n}\nrisk R-1 "Loss of the database" {\n  likelihood: likely\n  impact: severe\n}',
    good: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low: 1..2 high: 3..4 }\n  appetite: low\n}\nrisk R-1 "Loss of the database" {\n  likelihood: likely\n  impact: severe\n  treatment: modify\n  controls: A.8.13\n}',
  },
  on: ['Risk'],
  check(risk, context) {
    if (risk.treatment.length || !needsTreatment(context, risk)) return;
    const method = context.get(comparingMethod);
    const { inherent, current } = evaluateRisk(context, risk);
    const level = method && (exceedsAppetite(method, inherent) ? inherent : current)?.level?.label;
    context.report({
      at: nameSpan(risk),
      message: `${label(risk)} is ${level}, above the appetite ${method?.appetite}, and not treated; add \`treatment:\` modify, avoid, share or retain.`,
    });
  },
  fix({ declaration }, context) {
    if (declaration.treatment.length) return [];
    const guess = optionSuggestedBy(declaration);
    return [...new Set([guess ?? 'modify', 'modify', 'avoid', 'share', 'retain'])].map(option => ({
      title: `Add \`treatment: ${option}\``,
      edits: [insertTreatment(declaration, context.textOf(declaration), option)],
      decides: true,
    }));
  },
});

/** The option that what is written already amounts to. */
function optionSuggestedBy(risk: Risk): string | undefined {
  if (namesControls(risk)) return 'modify';
  if (risk.counterparty.length) return 'share';
  return hasMeasures(risk) ? 'modify' : risk.accepted ? 'retain' : undefined;
}

const insertTreatment = (risk: Risk, source: string, option: string) =>
  insertProperty(risk, source, `treatment: ${option}`, 'assets', 'owner', 'likelihood', 'impact', 'assessed', 'review');
