/** The objectives and metrics for programs: what is to be reached, and what was measured. (6.2, 9.1) */

import { dateOf } from '../../analysis/deadline.ts';
import { isMet, resultText, targetOf } from '../../analysis/metric.ts';
import { nextMeasurement } from '../../analysis/next-dates.ts';
import type { IsmsView } from '../../model/view.ts';
import { inEnglish } from '../../wording/wording.ts';
import {
  type ActionData,
  actionsData,
  byName,
  type DescribedData,
  type HeadData,
  headData,
  type NamedData,
  nameData,
  type ParticularsData,
  particularsData,
  periodData,
  refData,
  refsData,
  textData,
  valueData,
} from './_shared.ts';

export interface Objectives extends HeadData {
  readonly $schema: 'urn:isms-as-code:schema:objectives:1';
  readonly objectives: readonly ObjectiveData[];
  readonly metrics: readonly MetricData[];
}

export interface ObjectiveData extends DescribedData {
  readonly owner: NamedData | null;
  /** What is to be reached, measurable. */
  readonly target: string | null;
  readonly due: string | null;
  readonly evaluation: string | null;
  readonly resources: string | null;
  /** `open`, `on-track`, `at-risk`, `reached` or `missed`, as written. */
  readonly status: string | null;
  /** Whether it is neither reached nor missed though its date has passed. */
  readonly overdue: boolean;
  readonly actions: readonly ActionData[];
  readonly metrics: readonly NamedData[];
}

export interface MetricData extends DescribedData {
  readonly objective: NamedData | null;
  /** The controls whose effectiveness it shows. */
  readonly controls: readonly NamedData[];
  /** The risks that it gives warning of. */
  readonly risks: readonly NamedData[];
  readonly target: string | null;
  readonly method: string | null;
  /** How often it is measured. */
  readonly measured: string | null;
  /** From when on, if it says so. */
  readonly since: string | null;
  readonly owner: NamedData | null;
  /** In the order of their dates. */
  readonly results: readonly ResultData[];
  /** The day by which the next result is due. */
  readonly next: string | null;
}

export interface ResultData extends ParticularsData {
  readonly value: string;
  readonly on: string | null;
  readonly met: boolean | null;
}

export const objectivesData = (view: IsmsView): Objectives => ({
  $schema: 'urn:isms-as-code:schema:objectives:1',
  ...headData(view),
  objectives: byName(view, view.all('Objective'), (objective, name) => ({
    ...name,
    owner: refData(view, objective.owner),
    target: textData(objective.target),
    due: valueData(objective.due),
    evaluation: textData(objective.evaluation),
    resources: textData(objective.resources),
    status: valueData(objective.status),
    overdue: !ended.has(objective.status?.value ?? '') && (dateOf(objective.due) ?? '9999') < view.asOf,
    actions: actionsData(view, objective.actions),
    metrics: view.users(name.id, 'Objective', 'Metric').flatMap(metric => nameData(metric) ?? []),
  })),
  metrics: byName(view, view.all('Metric'), (metric, name) => ({
    ...name,
    objective: refData(view, metric.objective),
    controls: refsData(view, metric.controls),
    risks: refsData(view, metric.risks),
    target: targetText(metric),
    method: textData(metric.method),
    measured: periodData(metric.measured),
    since: valueData(metric.since),
    owner: refData(view, metric.owner),
    results: metric.results
      .map(result => ({
        ...particularsData(view, result),
        value: resultText(metric, result),
        on: valueData(result.on),
        met: isMet(metric, result) ?? null,
      }))
      .sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : (a.on ?? '') > (b.on ?? '') ? 1 : 0)),
    next: nextMeasurement(metric) ?? null,
  })),
});

const ended: ReadonlySet<string> = new Set(['reached', 'missed']);

export const inUnit = (words: string, unit: string | undefined): string => (unit ? `${words} ${unit}` : words);

/** The value aimed at, in English. */
function targetText(metric: Parameters<typeof targetOf>[0]): string | null {
  const target = targetOf(metric);
  return typeof target === 'object' ? inUnit(inEnglish(target), target.unit) : (target ?? null);
}
