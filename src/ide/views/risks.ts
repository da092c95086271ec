/** The risks by level, the gravest first. (6.1.2 e) */
import { exceedsAppetite, riskMethod } from '../../analysis/method.ts';
import { textOf } from '../../analysis/named.ts';
import {
  levelLabelOf,
  levelLabels,
  notEvaluated,
  type RiskStage,
  riskStages,
  standingAt,
} from '../../analysis/risk-levels.ts';
import { compareNaturally } from '../../catalogues/natural-order.ts';
import type { Risk } from '../../model/declaration.ts';
import { later, say, sayCounted } from '../../wording/wording.ts';
import type { IsmsUnit } from '../../workspace/workspace.ts';
import { riskText } from '../code-lens.ts';
import { type Given, type Item, paged, placeIn, type Tree, view } from './shared/view.ts';

export default view({
  id: 'risks',
  title: later('Risks'),
  order: 4,
  filters: [
    { id: 'current', label: later('As they stand today') },
    { id: 'inherent', label: later('Without treatment') },
    { id: 'residual', label: later('When the treatment is complete') },
  ],
  build,
});

interface Level {
  readonly label: string;
  readonly risks: Risk[];
  isAbove: boolean;
}

function build({ unit, filter }: Given): Tree {
  const isms = unit.view();
  const stage: RiskStage = riskStages.find(each => each === filter) ?? 'current';
  const method = isms.get(riskMethod);
  const levels = new Map(levelLabels(isms).map(label => [label, { label, risks: [], isAbove: false } as Level]));
  for (const risk of isms.all('Risk')) {
    const standing = standingAt(isms, risk, stage);
    const level = levels.get(levelLabelOf(standing));
    level?.risks.push(risk);
    if (level && method && exceedsAppetite(method, standing)) level.isAbove = true;
  }
  if (!isms.count('Risk')) return { items: [], message: say('There is no risk yet.') };
  const graded = [...levels.values()].filter(({ label }) => label !== notEvaluated).reverse();
  // What is not evaluated stands last, where it does not pass for the gravest.
  const others = [...levels.values()].filter(({ label, risks }) => label === notEvaluated && risks.length > 0);
  return { items: [...graded, ...others].map(level => levelItem(unit, level)) };
}

function levelItem(unit: IsmsUnit, { label, risks, isAbove }: Level): Item {
  const named = [...risks].sort((a, b) => compareNaturally(idOf(a), idOf(b)));
  return {
    id: label,
    label: label === notEvaluated ? say(notEvaluated) : label,
    description: sayCounted(risks.length, '{0} risk', '{0} risks') + (isAbove ? `, ${say('above the appetite')}` : ''),
    icon: label === notEvaluated ? 'question' : isAbove ? 'flame' : 'circle-filled',
    ...(label === notEvaluated ? { tone: 'warn' as const } : isAbove && { tone: 'bad' as const }),
    isOpen: isAbove,
    ...(risks.length && { children: () => paged(named, (risk, index) => riskItem(unit, risk, index)) }),
  };
}

const idOf = (risk: Risk): string => risk.names[0]?.value ?? '';

function riskItem(unit: IsmsUnit, risk: Risk, index: number): Item {
  const name = idOf(risk);
  const title = textOf(risk.title);
  const scenario = textOf(risk.scenario);
  return {
    id: `${index} ${name}`,
    ...(name && { name }),
    label: [name, title].filter(Boolean).join(' ') || say('risk'),
    description: riskText(unit.view(), risk),
    ...(scenario !== undefined && { tooltip: scenario }),
    icon: 'warning',
    tone: 'muted',
    place: placeIn(unit, risk),
  };
}
