import {
  impactScale,
  impactScales,
  type RiskMethod,
  riskMethod,
  type StatedImpact,
  stepOf,
} from '../../analysis/method.ts';
import { statedLevels } from '../../analysis/risk.ts';
import { nearestMeant } from '../../language/nearest.ts';
import type { Risk, Span } from '../../model/declaration.ts';
import { later, listSaying, type Saying, say, saying } from '../../wording/wording.ts';
import { type RuleContext, rule } from '../rule.ts';
import { labelled } from '../wording.ts';

/** What is rated, by the stage at which it is. */
const subjects = {
  inherent: { likelihood: later('likelihood'), impact: later('impact'), impactOn: later('impact on {0}') },
  current: {
    likelihood: later('current likelihood'),
    impact: later('current impact'),
    impactOn: later('current impact on {0}'),
  },
  residual: {
    likelihood: later('residual likelihood'),
    impact: later('residual impact'),
    impactOn: later('residual impact on {0}'),
  },
} as const;

type Subjects = (typeof subjects)[keyof typeof subjects];

interface Suggestions {
  readonly texts: readonly string[];
}

export default rule({
  code: 'risk/off-scale',
  severity: 'error',
  moment: 'contradiction',
  clause: '6.1.2 b',
  summary: 'A likelihood or impact is not a word of the scale of the method.',
  why: 'Results are comparable only if all risks are rated on the same scales. From a word that is not on the scale no level follows.',
  remedy: 'Use a word of the scale, or add the word to the scale of the `method`.',
  example: {
    bad: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n}\nrisk R-1 "Loss of the database" {\n  likelihood: sometimes\n  impact: severe\n}',
    good: 'method "Ours" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n}\nrisk R-1 "Loss of the database" {\n  likelihood: likely\n  impact: severe\n}',
  },
  on: ['Risk'],
  check(risk, context) {
    const method = context.get(riskMethod);
    if (!method) return;
    const chances = method.likelihood.map(step => step.label);
    for (const { stage, likelihood, impact } of statedLevels(risk)) {
      if (likelihood && chances.length && !stepOf(method.likelihood, likelihood.value)) {
        report(context, risk, likelihood, saying(subjects[stage].likelihood), likelihood.value, chances);
      }
      for (const value of impact) checkImpact(context, risk, method, subjects[stage], value);
    }
  },
  fix({ declaration, at, data }) {
    const { texts } = (data ?? { texts: [] }) as Suggestions;
    return texts.map(text => ({
      title: say('Change to {0}', text),
      edits: [{ declaration, start: at.start, end: at.end, text }],
      decides: true,
    }));
  },
});

function checkImpact(
  context: RuleContext,
  risk: Risk,
  method: RiskMethod,
  called: Subjects,
  impact: StatedImpact,
): void {
  const { property, level } = impact;
  if (!level) return;
  const steps = impactScale(method, property?.value);
  const scale = steps.map(step => step.label);
  const subject = property ? saying(called.impactOn, property.value) : saying(called.impact);
  if (scale.length) {
    if (!stepOf(steps, level.value)) report(context, risk, level, subject, level.value, scale);
    return;
  }
  const properties = impactScales(method).flatMap(own => own.property ?? []);
  if (!properties.length) return;
  if (property) {
    context.report({
      at: property,
      message: saying(
        'The method has no impact scale for {0}, which {1} uses; rate it on {2}, or add the scale.',
        property.value,
        labelled(risk),
        listSaying(properties, 'or'),
      ),
    });
    return;
  }
  const fitting = properties.flatMap(own =>
    impactScale(method, own).some(step => step.label === level.value) ? [`${own} ${level.value}`] : [],
  );
  const [first = ''] = properties;
  context.report({
    at: level,
    message: saying(
      'The {0} of {1} names no property, though each has its own scale; write `{2}`, for instance.',
      subject,
      labelled(risk),
      fitting[0] ?? `${first} ${impactScale(method, first)[0]?.label ?? ''}`,
    ),
    data: { texts: fitting } satisfies Suggestions,
  });
}

function report(
  context: RuleContext,
  risk: Risk,
  at: Span,
  subject: Saying,
  word: string,
  scale: readonly string[],
): void {
  const near = nearestMeant(word, scale, 3);
  context.report({
    at,
    message: saying(
      near[0]
        ? 'The {0} of {1}, {2}, is not on the scale; did you mean {3}?'
        : 'The {0} of {1}, {2}, is not on the scale; write {3}.',
      subject,
      labelled(risk),
      word,
      near[0] ?? listSaying(scale.slice(0, 6), 'or'),
    ),
    data: { texts: near.length ? near : scale.slice(0, 10) } satisfies Suggestions,
  });
}
