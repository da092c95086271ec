/** What of an ISMS is kept of a moment of its history. Made of the functions that the pictures of today and the statistics use. */
import { soaCoverage } from '../analysis/coverage.ts';
import { isMet, resultText, targetOf } from '../analysis/metric.ts';
import { countsByLevel, notEvaluated } from '../analysis/risk-levels.ts';
import { compareNaturally } from '../catalogues/natural-order.ts';
import { optional, textData, valueData } from '../documents/data/_shared.ts';
import { inUnit } from '../documents/data/objectives.ts';
import { type Declarations, label } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { inEnglish } from '../wording/wording.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import type { LevelCount, MethodState, MetricState, PastRisk, SoaFigures } from './history-data.ts';
import { landscape } from './landscape.ts';

/** An ISMS as it is, as far as a history tells of it. */
export interface Snapshot {
  readonly method: MethodState;
  readonly risks: readonly PastRisk[];
  readonly levels: readonly LevelCount[];
  readonly soa: SoaFigures;
  readonly metrics: readonly MetricState[];
}

/** What is kept of an ISMS as it is now. */
export function snapshotOf(unit: IsmsUnit): Snapshot {
  const view = unit.view();
  const { risks, matrix, levels, appetite } = landscape(unit);
  const { undecided: _, ...soa } = view.get(soaCoverage).total;
  return {
    method: { matrix, levels, appetite },
    risks: risks.map(({ place: _place, ...risk }) => risk),
    levels: levelCounts(view),
    soa,
    metrics: view
      .all('Metric')
      .map(metricState)
      .sort((a, b) => compareNaturally(a.id, b.id)),
  };
}

const levelCounts = (view: IsmsView): LevelCount[] =>
  [...countsByLevel(view)].map(([level, { inherent, current, residual }]) => ({
    word: level === notEvaluated ? null : level,
    inherent,
    today: current,
    remaining: residual,
  }));

type Metric = Declarations['Metric'];

const metricState = (metric: Metric): MetricState => ({
  id: label(metric),
  title: textData(metric.title),
  unit: textData(metric.unit),
  atLeast: numberOf(metric.atLeast),
  atMost: numberOf(metric.atMost),
  target: targetText(metric),
  results: metric.results
    .map(result => ({
      on: valueData(result.on),
      words: resultText(metric, result),
      value: numberOf(result.value),
      met: isMet(metric, result) ?? null,
    }))
    .sort((a, b) => order(a.on, b.on)),
});

const order = (a: string | null, b: string | null): number =>
  (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;

/** A number as it is written; null where there is none, or what stands there is no number. */
const numberOf = (written: { readonly value: string } | undefined): number | null =>
  optional(written, ({ value }) => (Number.isFinite(Number(value)) ? Number(value) : null));

/** The value aimed at, in English. */
function targetText(metric: Metric): string | null {
  const target = targetOf(metric);
  return typeof target === 'object' ? inUnit(inEnglish(target), target.unit) : (target ?? null);
}
