/** The objectives and metrics: what is to be reached, by whom and when, and what was measured. (6.2, 9.1) */
import { targetOf } from '../../analysis/metric.ts';
import type { IsmsView } from '../../model/view.ts';
import { day, period, said, say, word } from '../../wording/wording.ts';
import type { Artefact, Subject } from '../artefact.ts';
import { flatTable, type Row, type Table, type Tone } from '../blocks.ts';
import { inUnit, type MetricData, type ObjectiveData, objectivesData } from '../data/objectives.ts';
import { countFact, fact } from './_facts.ts';
import { column } from './_headings.ts';
import { withParticulars } from './_particulars.ts';
import { actionsCell, idsCell, nameCell, namesCell, proseCell, yesNo } from './_shared.ts';

const objectives: Artefact = {
  id: 'objectives',
  title: 'Objectives and metrics',
  description: 'what is to be reached, by whom and when, how it is evaluated, and what was measured',
  clause: '6.2, 9.1',
  parameters: [],
  build: subject => {
    const { view, prose } = subject;
    const data = objectivesData(view);
    return {
      head: [
        fact('objectives', 'Objectives', data.objectives.length),
        countFact('reached', 'Reached', data.objectives, ({ status }) => status === 'reached'),
        countFact('at-risk', 'At risk', data.objectives, ({ status }) => status === 'at-risk'),
        countFact('missed', 'Missed or overdue', data.objectives, one => one.status === 'missed' || one.overdue),
        fact('metrics', 'Metrics', data.metrics.length),
        countFact('not-met', 'Metrics whose last result misses the target', data.metrics, isMissed),
        countFact('not-measured', 'Metrics never measured', data.metrics, ({ results }) => results.length === 0),
      ],
      blocks: [
        objectiveTable(data.objectives, prose),
        metricTable(data.metrics, subject),
        resultTable(data.metrics, prose),
      ],
      data: () => data,
      asOf: view.asOf,
    };
  },
};

export default objectives;

const isMissed = ({ results }: MetricData): boolean => results.at(-1)?.met === false;

const objectiveTones: Readonly<Record<string, Tone>> = {
  reached: 'good',
  'on track': 'good',
  'at risk': 'attention',
  missed: 'bad',
  overdue: 'bad',
};

/** Overdue is told in the place of a status that says nothing of it. */
const objectiveStatus = ({ status, overdue }: ObjectiveData): string | undefined =>
  overdue ? say('overdue') : word(status);

/** What is to be reached, and how far it is. */
export const objectiveTable = (all: readonly ObjectiveData[], prose: Subject['prose']): Table =>
  withParticulars(
    prose,
    flatTable(
      'objectives',
      say('Objectives'),
      [
        column('id', 'Objective', 'id'),
        column('title', 'Title', 'title'),
        column('target', 'Target', 'name', { 'not stated': 'bad' }),
        column('owner', 'Responsible', 'name', { 'not stated': 'bad' }),
        column('due', 'Due', 'date'),
        column('status', 'Status', 'word', objectiveTones),
        column('evaluation', 'Evaluation', 'prose'),
        column('resources', 'Resources', 'prose'),
        column('actions', 'What is done', 'names'),
        column('metrics', 'Metrics', 'names'),
      ],
      all.map(
        (objective): Row => [
          objective.id,
          objective.title ?? undefined,
          objective.target ?? say('not stated'),
          nameCell(objective.owner) ?? say('not stated'),
          objective.due ?? undefined,
          objectiveStatus(objective),
          proseCell(prose, objective.evaluation),
          proseCell(prose, objective.resources),
          actionsCell(objective.actions),
          namesCell(objective.metrics),
        ],
      ),
    ),
    all,
  );

/** What is measured, with the last result. */
export const metricTable = (all: readonly MetricData[], { prose, view }: Subject): Table => {
  const targets = targetsOf(view);
  return withParticulars(
    prose,
    flatTable(
      'metrics',
      say('Metrics'),
      [
        column('id', 'Metric', 'id'),
        column('title', 'Title', 'title'),
        column('objective', 'Objective', 'name'),
        column('controls', 'Controls', 'ids'),
        column('risks', 'Warns of risks', 'ids'),
        column('target', 'Target', 'name'),
        column('method', 'Method', 'prose'),
        column('measured', 'Measured every', 'word'),
        column('owner', 'Measured by', 'name'),
        column('last', 'Last result', 'name'),
        column('on', 'On', 'date'),
        column('met', 'Target met', 'word', { yes: 'good', no: 'bad' }),
        column('next', 'Next result', 'date'),
      ],
      all.map((metric): Row => {
        const last = metric.results.at(-1);
        return [
          metric.id,
          metric.title ?? undefined,
          nameCell(metric.objective),
          idsCell(metric.controls),
          idsCell(metric.risks),
          targets.get(metric.id),
          proseCell(prose, metric.method),
          howOften(metric),
          nameCell(metric.owner),
          last?.value,
          last?.on ?? undefined,
          last && yesNo(last.met),
          metric.next ?? undefined,
        ];
      }),
    ),
    all,
  );
};

/** How often it is measured, and from when on. */
const howOften = ({ measured, since }: MetricData): string | undefined => {
  const often = period(measured);
  return since && often ? say('{0}, from {1} on', often, day(since)) : (often ?? (since ? day(since) : undefined));
};

const resultTable = (all: readonly MetricData[], prose: Subject['prose']): Table =>
  withParticulars(
    prose,
    {
      type: 'table',
      id: 'results',
      title: say('Results'),
      columns: [
        column('on', 'Measured on', 'date'),
        column('value', 'Result', 'title'),
        column('met', 'Target met', 'word', { yes: 'good', no: 'bad' }),
      ],
      groupBy: say('Metric'),
      groups: all.map(({ id, title, results }) => ({
        title: title ?? id,
        rows: results.map(({ on, value, met }): Row => [on ?? undefined, value, yesNo(met)]),
      })),
    },
    all.flatMap(({ results }) => results),
  );

/** The values aimed at, by the names of metrics: the user's words, or what the numbers say. */
const targetsOf = (view: IsmsView): ReadonlyMap<string, string | undefined> =>
  new Map(
    view.all('Metric').flatMap(metric => {
      const target = targetOf(metric);
      const words = typeof target === 'object' ? inUnit(said(target), target.unit) : target;
      return metric.names.map(({ value }) => [value, words] as const);
    }),
  );
