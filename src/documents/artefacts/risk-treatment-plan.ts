/** The risk treatment plan as a document: what is done about each risk, by whom and until when, and who accepts what remains. (6.1.3 e) */

import { fullName, nameOf } from '../../analysis/named.ts';
import type { Particulars } from '../../analysis/particulars.ts';
import { type ActionLine, type RiskLine, riskLines } from '../../analysis/risk-register.ts';
import { say, word } from '../../wording/wording.ts';
import type { Artefact } from '../artefact.ts';
import { type BarsFigure, type Column, type Fact, flatTable, type Row, type Tone } from '../blocks.ts';
import { particulars } from '../data/_shared.ts';
import { riskTreatmentPlanData } from '../data/risk-treatment-plan.ts';
import { treatmentMilestones } from '../oscal/poam.ts';
import { fact } from './_facts.ts';
import { riskGaps } from './_gaps.ts';
import { column, key, levelColumn, wordTones } from './_headings.ts';
import { opportunityTable } from './_opportunities.ts';
import { withParticulars } from './_particulars.ts';
import {
  acceptanceCells,
  acceptanceColumns,
  actionStatus,
  actionTones,
  appetiteFact,
  levelTones,
  standingText,
  treatmentText,
} from './_risks.ts';

const riskTreatmentPlan: Artefact = {
  id: 'risk-treatment-plan',
  title: 'Risk treatment plan',
  description: 'what is done about each risk, by whom and until when, and who accepts what remains',
  clause: '6.1.3 e, 8.3',
  parameters: [],
  models: { poam: treatmentMilestones },
  build: ({ view, prose }) => {
    const risks = riskLines(view);
    const actions = risks.flatMap(risk => risk.actions);
    const tones = levelTones(
      view,
      risks.flatMap(({ inherent, residual }) => [inherent, residual]),
    );
    const data = riskTreatmentPlanData(view, risks);
    const { opportunities } = data;
    const plan = flatTable('plan', say('Plan'), columns(tones), risks.flatMap(rows));
    // A row is about an action; one for a risk without any says nothing more of it.
    const said = risks.flatMap(({ actions: own }) => (own.length ? own.map(({ more }) => more) : [nothing]));
    return {
      head: [appetiteFact(view), ...counts(risks, actions)],
      blocks: [
        ...(actions.length ? [bars(actions)] : []),
        { ...withParticulars(prose, plan, said.map(particulars)), isMain: true },
        ...(opportunities.length ? [opportunityTable(opportunities, prose)] : []),
      ],
      data: () => data,
      asOf: view.asOf,
      gaps: riskGaps(risks),
    };
  },
};

export default riskTreatmentPlan;

const nothing: Particulars = { tags: [], fields: [] };

const counts = (risks: readonly RiskLine[], actions: readonly ActionLine[]): Fact[] => [
  fact('risks', 'Risks', risks.length),
  fact('untreated', 'Without a treatment', risks.filter(({ treatment }) => !treatment.length).length),
  fact('actions', 'Actions', actions.length),
  fact('overdue', 'Actions overdue', actions.filter(({ isOverdue }) => isOverdue).length),
];

/** The actions by status, in the order in which an action passes through them. */
function bars(actions: readonly ActionLine[]): BarsFigure {
  const known = Object.keys(actionTones).map(one => word(one));
  const tones = wordTones(actionTones);
  const statuses = [...known, ...new Set(actions.map(actionStatus).filter(status => !known.includes(status)))];
  return {
    type: 'figure',
    kind: 'bars',
    id: 'actions',
    title: say('Actions by status'),
    barTitle: say('Part'),
    parts: statuses.map(status => ({ label: status, tone: tones[status] ?? 'muted' })),
    bars: [
      {
        label: say('Actions'),
        values: statuses.map(status => actions.filter(one => actionStatus(one) === status).length),
      },
    ],
  };
}

const columns = (tones: Readonly<Record<string, Tone>>): readonly Column[] => [
  column('id', 'Risk', 'id'),
  column('title', 'Title', 'title'),
  column('risk-owner', 'Risk owner', 'name'),
  key(levelColumn('inherent', 'Before treatment', 'word', tones)),
  column('treatment', 'Treatment', 'name', { 'not decided': 'bad' }),
  column('controls', 'Controls', 'names'),
  column('shared-with', 'Shared with', 'name'),
  column('action', 'Action', 'title'),
  key(column('action-owner', 'Responsible', 'name')),
  column('puts-in-place', 'Puts in place', 'ids'),
  key(column('due', 'Due', 'date')),
  column('completed', 'Completed', 'date'),
  key(column('status', 'Status', 'word', actionTones)),
  key(levelColumn('residual', 'After treatment', 'word', tones)),
  ...acceptanceColumns(),
];

/** A row for each action; one for a risk without any. */
const rows = (risk: RiskLine): Row[] =>
  (risk.actions.length ? risk.actions : [undefined]).map(action => row(risk, action));

const row = (risk: RiskLine, action: ActionLine | undefined): Row => [
  risk.id,
  risk.title,
  risk.owner && nameOf(risk.owner),
  standingText(risk.inherent),
  treatmentText(risk.treatment) ?? say('not decided'),
  risk.controls.map(fullName),
  risk.counterparties.map(nameOf).join(', ') || undefined,
  action && (action.id === undefined ? action.title : `${action.id} ${action.title}`),
  action?.owner && nameOf(action.owner),
  action?.controls.map(({ id }) => id),
  action?.due,
  action?.completed,
  action && actionStatus(action),
  standingText(risk.residual),
  ...acceptanceCells(risk),
];
