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
import { code, codeList, escapeMarkdown } from './markdown.ts';

const operators = { product: '×', sum: '+', maximum: 'max' } as const;

/** The facts of a risk, one a line. */
export function riskFacts(view: IsmsView, risk: Risk): string[] {
  const method = view.get(riskMethod);
  const standing = evaluateRisk(view, risk);
  const { inherent, current, residual } = levelsByStage(risk, method);
  const facts: string[] = [];
  if (method) {
    const line = (name: string, value: Evaluation | undefined, { likelihood, impact }: StageLevels) =>
      facts.push(`${name}: ${value ? levelText(method, value, likelihood, impact) : 'not computable by the method'}`);
    const stated = inherent ?? current;
    if (!stated?.likelihood && !stated?.impact.length) facts.push('Not analysed yet');
    else if (inherent) line('Inherent', standing.inherent, inherent);
    if (current && (risk.current.length || stated?.likelihood || stated?.impact.length))
      line('Current', standing.current, current);
    if (residual) line('Residual', standing.residual, residual);
  }
  if (risk.owner) facts.push(`Owner: ${code(risk.owner.name)}`);
  if (risk.treatment.length)
    facts.push(`Treatment: ${escapeMarkdown(risk.treatment.map(option => option.value).join(', '))}`);
  if (risk.controls.length) facts.push(`Controls: ${codeList(risk.controls.map(ref => ref.name))}`);
  if (risk.assets.length) facts.push(`Assets: ${codeList(risk.assets.map(ref => ref.name))}`);
  if (risk.accepted?.on) {
    const { on, by, until } = risk.accepted;
    const who = by.length ? ` by ${codeList(by.map(ref => ref.name))}` : '';
    facts.push(`Accepted: ${on.value}${who}${until ? ` until ${until.value}` : ''}`);
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
  const impact = operands.length > 1 ? `the gravest of ${operands.join(', ')}` : (operands[0] ?? '');
  const level = evaluation.level ? `**${escapeMarkdown(evaluation.level.label)}**` : 'in no level';
  const first = `${escapeMarkdown(chance?.label ?? '')} (${chance?.value ?? '?'})`;
  // A matrix looks the level up; there is nothing to calculate.
  const sum = method.matrix
    ? `${first}, ${impact}`
    : `${first} ${operators[method.formula]} ${impact} = ${evaluation.score}`;
  const appetite = method.appetite ? escapeMarkdown(method.appetite) : undefined;
  const above = appetite
    ? exceedsAppetite(method, evaluation)
      ? `, above the appetite (${appetite})`
      : `, within the appetite (${appetite})`
    : '';
  return `${sum}${method.matrix ? ': ' : ', '}${level}${evaluation.level ? above : ''}`;
}

/** The facts of an asset, one a line. */
export function assetFacts(view: IsmsView, asset: Declarations['Asset']): string[] {
  const values = (['confidentiality', 'integrity', 'availability'] as const).flatMap(property => {
    const value = asset[property]?.value;
    return value ? [`${property} ${escapeMarkdown(value)}`] : [];
  });
  const name = asset.names[0]?.value ?? '';
  const risks = view.users(name, 'Asset', 'Risk').filter(risk => risk.assets.some(ref => ref.name === name));
  const dependants = view.users(name, 'Asset', 'Asset');
  return [
    ...(asset.type ? [`Type: ${escapeMarkdown(asset.type.value)}`] : []),
    ...(asset.owner ? [`Owner: ${code(asset.owner.name)}`] : []),
    ...(asset.classification ? [`Classification: ${escapeMarkdown(asset.classification.value)}`] : []),
    ...(values.length ? [`Values: ${values.join(', ')}`] : []),
    ...(asset.dependsOn.length ? [`Depends on ${codeList(asset.dependsOn.map(ref => ref.name))}`] : []),
    ...(dependants.length
      ? [`Needed by ${codeList(dependants.flatMap(other => other.names.slice(0, 1).map(n => n.value)))}`]
      : []),
    risks.length
      ? `Risks: ${codeList(risks.flatMap(risk => risk.names.slice(0, 1).map(n => n.value)))}`
      : 'No risk names it',
  ];
}
