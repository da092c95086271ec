/** Where a risk stands, with the numbers behind it, and what an asset is about. */
import {
  type Evaluation,
  exceedsAppetite,
  impactScale,
  type RiskMethod,
  riskMethod,
  type StatedImpact,
  stepOf,
} from '../analysis/method.ts';
import { evaluateRisk, levelsByStage, type StageLevels } from '../analysis/risk.ts';
import type { Declarations, Located, Risk } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { later, say } from '../wording/wording.ts';
import { code, codeList, escapeMarkdown, factText } from './markdown.ts';

const operators = { product: '×', sum: '+', maximum: 'max' } as const;

/** The facts of a risk, one a line. */
export function riskFacts(view: IsmsView, risk: Risk): string[] {
  const method = view.get(riskMethod);
  const standing = evaluateRisk(view, risk);
  const { inherent, current, residual } = levelsByStage(risk, method);
  const facts: string[] = [];
  if (method) {
    const line = (name: string, value: Evaluation | undefined, { likelihood, impact }: StageLevels) =>
      facts.push(
        factText(name, value ? levelText(method, value, likelihood, impact) : say('not computable by the method')),
      );
    const stated = inherent ?? current;
    if (!stated?.likelihood && !stated?.impact.length) facts.push(say('Not analysed yet'));
    else if (inherent) line(later('Inherent'), standing.inherent, inherent);
    if (current && (risk.current.length || stated?.likelihood || stated?.impact.length))
      line(later('Current'), standing.current, current);
    if (residual) line(later('Residual'), standing.residual, residual);
  }
  if (risk.owner) facts.push(factText('Owner', code(risk.owner.name)));
  if (risk.treatment.length)
    facts.push(factText('Treatment', escapeMarkdown(risk.treatment.map(option => option.value).join(', '))));
  if (risk.controls.length) facts.push(factText('Controls', codeList(risk.controls.map(ref => ref.name))));
  if (risk.assets.length) facts.push(factText('Assets', codeList(risk.assets.map(ref => ref.name))));
  if (risk.accepted?.on) {
    const { on, by, until } = risk.accepted;
    const who = by.length ? ` ${say('by {0}', codeList(by.map(ref => ref.name)))}` : '';
    facts.push(factText('Accepted', `${on.value}${who}${until ? ` ${say('until {0}', until.value)}` : ''}`));
  }
  return facts;
}

/** As in `likely (4) × severe (5) = 20, **critical**, above the appetite (medium)`. */
function levelText(
  method: RiskMethod,
  evaluation: Evaluation,
  likelihood: Located<string> | undefined,
  impacts: readonly StatedImpact[],
): string {
  const chance = stepOf(method.likelihood, likelihood?.value);
  const operands = impacts.map(({ property, level }) => {
    const step = stepOf(impactScale(method, property?.value), level?.value);
    const of = property ? ` ${escapeMarkdown(property.value)}` : '';
    return `${escapeMarkdown(step?.label ?? level?.value ?? '')}${of} (${step?.value ?? '?'})`;
  });
  const impact = operands.length > 1 ? say('the gravest of {0}', operands.join(', ')) : (operands[0] ?? '');
  const level = evaluation.level ? `**${escapeMarkdown(evaluation.level.label)}**` : say('in no level');
  const first = `${escapeMarkdown(chance?.label ?? '')} (${chance?.value ?? '?'})`;
  // A matrix looks the level up; there is nothing to calculate.
  const sum = method.matrix
    ? `${first}, ${impact}`
    : `${first} ${operators[method.formula]} ${impact} = ${evaluation.score}`;
  const appetite = method.appetite ? escapeMarkdown(method.appetite) : undefined;
  const above = appetite
    ? exceedsAppetite(method, evaluation)
      ? `, ${say('above the appetite ({0})', appetite)}`
      : `, ${say('within the appetite ({0})', appetite)}`
    : '';
  return `${sum}${method.matrix ? ': ' : ', '}${level}${evaluation.level ? above : ''}`;
}

/** The facts of an asset, one a line. */
export function assetFacts(view: IsmsView, asset: Declarations['Asset']): string[] {
  const values = (['confidentiality', 'integrity', 'availability'] as const).flatMap(property => {
    const value = asset[property]?.value;
    return value ? [`${say(property)} ${escapeMarkdown(value)}`] : [];
  });
  const name = asset.names[0]?.value ?? '';
  const risks = view.users(name, 'Asset', 'Risk').filter(risk => risk.assets.some(ref => ref.name === name));
  const dependants = view.users(name, 'Asset', 'Asset');
  return [
    ...(asset.type ? [factText('Type', escapeMarkdown(asset.type.value))] : []),
    ...(asset.owner ? [factText('Owner', code(asset.owner.name))] : []),
    ...(asset.classification ? [factText('Classification', escapeMarkdown(asset.classification.value))] : []),
    ...(values.length ? [factText('Values', values.join(', '))] : []),
    ...(asset.dependsOn.length ? [say('Depends on {0}', codeList(asset.dependsOn.map(ref => ref.name)))] : []),
    ...(dependants.length
      ? [say('Needed by {0}', codeList(dependants.flatMap(other => other.names.slice(0, 1).map(n => n.value))))]
      : []),
    risks.length
      ? factText('Risks', codeList(risks.flatMap(risk => risk.names.slice(0, 1).map(n => n.value))))
      : say('No risk names it'),
  ];
}
