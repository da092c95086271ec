/** The risk landscape: the method's matrix, and where each risk stands in it without treatment, today and afterwards. (6.1.2, 6.1.3) */
import { type Evaluation, exceedsAppetite, type RiskMethod, riskMethod } from '../analysis/method.ts';
import { type Named, refer } from '../analysis/named.ts';
import { countingStages, evaluateRisk, levelsByStage, type RiskStanding, treatingControls } from '../analysis/risk.ts';
import { placeIn, riskMatrix } from '../analysis/risk-register.ts';
import { compareNaturally } from '../catalogues/natural-order.ts';
import { optional, refData, refsData, textData, valueData } from '../documents/data/_shared.ts';
import { label, type Risk } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import type { Landscape, PositionData, RiskMark } from './data.ts';
import { sourcePlace } from './places.ts';

/** Everything the landscape shows; the counts that follow from it are those of `isms stats` and of the documents. */
export function landscape(unit: IsmsUnit): Landscape {
  const view = unit.view();
  const method = view.get(riskMethod);
  const limit = method?.levels.find(({ label: word }) => word === method.appetite);
  return {
    matrix: optional(riskMatrix(view, 'inherent'), ({ likelihood, impact, cells }) => ({
      likelihood,
      impact,
      cells: cells.map(row => row.map(({ level }) => level ?? null)),
    })),
    levels: (method?.levels ?? []).map(({ label: word, rank }) => ({
      word,
      accepted: limit ? rank <= limit.rank : null,
    })),
    appetite: method?.appetite ?? null,
    risks: view
      .all('Risk')
      .map(risk => riskMark(unit, view, method, risk))
      .sort((a, b) => compareNaturally(a.id, b.id)),
  };
}

/** Where a risk stands, and what filters it. */
export function riskMark(unit: IsmsUnit, view: IsmsView, method: RiskMethod | undefined, risk: Risk): RiskMark {
  const standing = evaluateRisk(view, risk);
  const levels = levelsByStage(risk, method);
  const stages = countingStages(view, risk);
  const position = (stage: keyof RiskStanding | undefined): PositionData | null => {
    const [evaluation, words] = stage ? [standing[stage], levels[stage]] : [];
    const place = method && words && placeIn(method, words);
    return evaluation && method
      ? { ...rating(method, evaluation), row: place?.row ?? null, column: place?.column ?? null }
      : null;
  };
  return {
    id: label(risk),
    title: textData(risk.title),
    place: sourcePlace(unit, risk),
    owner: refData(view, risk.owner),
    treatment: risk.treatment.map(({ value }) => value),
    tags: risk.tags.map(({ value }) => value),
    assets: refsData(view, risk.assets),
    threats: refsData(view, risk.threats),
    controls: uniqueNames(treatingControls(risk).map(ref => refer(view, ref))),
    acceptedOn: valueData(risk.accepted?.on),
    acceptedUntil: valueData(risk.accepted?.until),
    positions: {
      inherent: position('inherent'),
      today: position(stages.today),
      remaining: position(stages.remaining),
    },
  };
}

const rating = (method: RiskMethod, evaluation: Evaluation) => ({
  level: evaluation.level?.label ?? null,
  score: method.matrix ? null : evaluation.score,
  aboveAppetite: method.appetite && evaluation.level ? exceedsAppetite(method, evaluation) : null,
});

const uniqueNames = (names: readonly Named[]) =>
  [...new Map(names.map(name => [name.id, name])).values()].map(({ id, title }) => ({ id, title: title ?? null }));
