import {
  impactScale,
  impactScales,
  type RiskMethod,
  riskMethod,
  type StatedImpact,
  stepOf,
} from '../../analysis/method.ts';
import { statedLevels } from '../../analysis/risk.ts';
import { nearest } from '../../language/nearest.ts';
import { label, type Risk, type Span } from '../../model/declaration.ts';
import { say } from '../../wording/wording.ts';
import { type RuleContext, rule } from '../rule.ts';
import { listed } from '../wording.ts';

const stages = { inherent: '', current: 'current ', residual: 'residual ' } as const;

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
        report(context, risk, likelihood, `${stages[stage]}likelihood`, likelihood.value, chances);
      }
      for (const value of impact) checkImpact(context, risk, method, stages[stage], value);
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

function checkImpact(context: RuleContext, risk: Risk, method: RiskMethod, stage: string, impact: StatedImpact): void {
  const { property, level } = impact;
  if (!level) return;
  const steps = impactScale(method, property?.value);
  const scale = steps.map(step => step.label);
  const subject = `${stage}impact${property ? ` on ${property.value}` : ''}`;
  if (scale.length) {
    if (!stepOf(steps, level.value)) report(context, risk, level, subject, level.value, scale);
    return;
  }
  const properties = impactScales(method).flatMap(own => own.property ?? []);
  if (!properties.length) return;
  if (property) {
    context.report({
      at: property,
      message: `The method has no impact scale for ${property.value}, which ${label(risk)} uses; rate it on ${listed(properties, 'or')}, or add the scale.`,
    });
    return;
  }
  const fitting = properties.flatMap(own =>
    impactScale(method, own).some(step => step.label === level.value) ? [`${own} ${level.value}`] : [],
  );
  const [first = ''] = properties;
  context.report({
    at: level,
    message: `The ${subject} of ${label(risk)} names no property, though each has its own scale; write \`${fitting[0] ?? `${first} ${impactScale(method, first)[0]?.label ?? ''}`}\`, for instance.`,
    data: { texts: fitting } satisfies Suggestions,
  });
}

function report(
  context: RuleContext,
  risk: Risk,
  at: Span,
  subject: string,
  word: string,
  scale: readonly string[],
): void {
  const near = nearest(word, scale, 3);
  context.report({
    at,
    message: `The ${subject} of ${label(risk)}, ${word}, is not on the scale; ${near[0] ? `did you mean ${near[0]}?` : `write ${listed(scale.slice(0, 6), 'or')}.`}`,
    data: { texts: near.length ? near : scale.slice(0, 10) } satisfies Suggestions,
  });
}
