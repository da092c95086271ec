import { comparingMethod, exceedsAppetite } from '../../analysis/method.ts';
import { evaluateRisk, hasMeasures, namesControls, needsTreatment } from '../../analysis/risk.ts';
import { nameSpan, type Risk } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import { say, saying } from '../../wording/wording.ts';
import { insertProperty, together } from '../edits.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';
import { counterpartiesFor } from './_counterparties.ts';
import { usualControls } from './_usual-controls.ts';

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
      message: saying(
        '{0} is {1}, above the appetite {2}, and not treated; add `treatment:` modify, avoid, share or retain.',
        labelled(risk),
        level ?? '',
        method?.appetite ?? '',
      ),
    });
  },
  fix({ declaration }, context) {
    if (declaration.treatment.length) return [];
    const source = context.textOf(declaration);
    return waysToTreat(declaration, context).map(({ title, properties }) => ({
      title,
      edits: [insertProperty(declaration, source, together(source, properties), ...before)],
      decides: true,
    }));
  },
});

/** What stands before a treatment. */
const before = ['assets', 'owner', 'likelihood', 'impact', 'assessed', 'review'];

/** How many controls and counterparties are offered one by one. */
const mostSingly = 3;

interface Way {
  readonly title: string;
  readonly properties: readonly string[];
}

/** The decisions that there are, with what each consists of; what is written already comes first. */
function waysToTreat(risk: Risk, view: IsmsView): Way[] {
  const usual = risk.controls.length ? [] : usualControls(view, risk).slice(0, 8);
  const mitigatedWith = (controls: readonly string[]): Way => ({
    title: say('Mitigate with {0}', controls.join(', ')),
    properties: ['treatment: modify', `controls: ${controls.join(', ')}`],
  });
  const counterparties = risk.counterparty.length ? [] : counterpartiesFor(view, risk).slice(0, mostSingly);
  const ways: readonly (readonly [option: string, ways: readonly Way[]])[] = [
    [
      'modify',
      [
        ...(usual.length > 1 ? [mitigatedWith(usual)] : []),
        ...usual.slice(0, mostSingly).map(control => mitigatedWith([control])),
        { title: say('Mitigate'), properties: ['treatment: modify'] },
      ],
    ],
    ['avoid', [{ title: say('Avoid'), properties: ['treatment: avoid'] }]],
    [
      'share',
      [
        ...counterparties.map(name => ({
          title: say('Share with {0}', name),
          properties: ['treatment: share', `counterparty: ${name}`],
        })),
        { title: say('Share'), properties: ['treatment: share'] },
      ],
    ],
    ['retain', [{ title: say('Retain'), properties: ['treatment: retain'] }]],
  ];
  const first = optionSuggestedBy(risk);
  return [...ways].sort(([a], [b]) => Number(b === first) - Number(a === first)).flatMap(([, some]) => some);
}

/** The option that what is written already amounts to. */
function optionSuggestedBy(risk: Risk): string | undefined {
  if (namesControls(risk)) return 'modify';
  if (risk.counterparty.length) return 'share';
  return hasMeasures(risk) ? 'modify' : risk.accepted ? 'retain' : undefined;
}
