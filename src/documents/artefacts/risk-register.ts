/** The risk register as a document: every risk from its assessment to its acceptance, and where the risks stand. (6.1.2, 8.2) */

import { fullName, nameOf } from '../../analysis/named.ts';
import { type ActionLine, type RiskLine, riskLines, riskMatrix } from '../../analysis/risk-register.ts';
import type { IsmsView } from '../../model/view.ts';
import { day, period, say, word } from '../../wording/wording.ts';
import type { Artefact, Subject } from '../artefact.ts';
import type { Cell, Column, Fact, MatrixFigure, Row, Table, Tone } from '../blocks.ts';
import { flatTable } from '../blocks.ts';
import { evidence, headData, particulars } from '../data/_shared.ts';
import { riskRegisterData } from '../data/risk-register.ts';
import { fact } from './_facts.ts';
import { riskGaps } from './_gaps.ts';
import { column, key, levelColumn } from './_headings.ts';
import { withParticulars } from './_particulars.ts';
import {
  acceptanceCells,
  acceptanceColumns,
  actionStatus,
  appetiteFact,
  impactCell,
  impactKind,
  levelTones,
  matrixFigure,
  standingText,
  statedText,
  treatmentText,
} from './_risks.ts';
import { evidenceCell } from './_shared.ts';

const riskRegister: Artefact = {
  id: 'risk-register',
  title: 'Risk register',
  description: 'every risk: where it stands, what is done about it, and who has accepted it',
  clause: '6.1.2, 8.2',
  parameters: [],
  build: ({ view, prose }) => {
    const risks = riskLines(view);
    const whose = headData(view);
    const tones = levelTones(
      view,
      risks.flatMap(({ inherent, current, residual }) => [inherent, current, residual]),
    );
    return {
      head: [appetiteFact(view), ...counts(risks)],
      blocks: [...figures(view), riskTable(risks, columns(tones, risks), prose)],
      data: () => riskRegisterData(whose, risks),
      asOf: view.asOf,
      gaps: riskGaps(risks),
    };
  },
};

export default riskRegister;

function counts(risks: readonly RiskLine[]): Fact[] {
  const count = (isWanted: (risk: RiskLine) => boolean): number => risks.filter(isWanted).length;
  return [
    fact('risks', 'Risks', risks.length),
    fact(
      'not-assessed',
      'Without a level before treatment',
      count(({ inherent }) => !inherent?.level),
    ),
    fact(
      'above-before',
      'Above what is accepted, before treatment',
      count(({ inherent }) => inherent?.isAboveAppetite === true),
    ),
    fact(
      'above-after',
      'Above what is accepted, after treatment',
      count(({ residual }) => residual?.isAboveAppetite === true),
    ),
    fact(
      'accepted',
      'Accepted',
      count(({ accepted }) => accepted?.on !== undefined),
    ),
  ];
}

function figures(view: IsmsView): MatrixFigure[] {
  const before = riskMatrix(view, 'inherent');
  const after = riskMatrix(view, 'residual');
  return [
    ...(before ? [matrixFigure(view, 'matrix-before', say('Risks before treatment'), before)] : []),
    ...(after ? [matrixFigure(view, 'matrix-after', say('Risks after treatment'), after)] : []),
  ];
}

/** The columns that only a register with such entries has: an empty one says nothing. */
const optionalColumns = (risks: readonly RiskLine[]): readonly (readonly [Column, (risk: RiskLine) => Cell])[] => [
  [column('vulnerabilities', 'Vulnerabilities', 'names'), risk => risk.vulnerabilities.map(nameOf)],
  [column('affects', 'Affects', 'ids'), risk => risk.affects.map(one => word(one))],
  [column('stated-before', 'Stated before treatment', 'word'), risk => statedText(risk.inherent)],
  [column('likelihood-today', 'Likelihood today', 'word'), risk => risk.current?.likelihood],
  [
    column('impact-today', 'Impact today', impactKind(risks.map(risk => impactCell(risk.current)))),
    risk => impactCell(risk.current),
  ],
  [column('stated-today', 'Stated today', 'word'), risk => statedText(risk.current)],
  [column('likelihood-after', 'Likelihood after treatment', 'word'), risk => risk.residual?.likelihood],
  [
    column('impact-after', 'Impact after treatment', impactKind(risks.map(risk => impactCell(risk.residual)))),
    risk => impactCell(risk.residual),
  ],
  [column('stated-after', 'Stated after treatment', 'word'), risk => statedText(risk.residual)],
  [column('shared-with', 'Shared with', 'names'), risk => risk.counterparties.map(nameOf)],
  [column('review', 'Assessed again every', 'word'), risk => period(risk.review)],
  [column('monitor', 'Watched by', 'name'), risk => risk.monitor && nameOf(risk.monitor)],
  [column('monitored', 'Watched every', 'word'), risk => period(risk.monitored)],
  [column('checked', 'Last watched', 'date'), risk => risk.checked],
  [column('single-loss', 'Single loss', 'word'), risk => risk.singleLoss],
  [column('annual-rate', 'Times a year', 'number'), risk => risk.annualRate],
  [column('annual-loss', 'Loss a year', 'word'), risk => risk.annualLoss],
  [column('accepted-because', 'Accepted because', 'name'), risk => risk.accepted?.because],
  [column('evidence', 'Evidence', 'names'), risk => evidenceCell(risk.evidence.map(evidence))],
];

const isEmpty = (cell: Cell): boolean => cell === undefined || (Array.isArray(cell) && cell.length === 0);

function riskTable(risks: readonly RiskLine[], always: readonly Column[], prose: Subject['prose']): Table {
  const more = optionalColumns(risks).filter(([, cell]) => risks.some(risk => !isEmpty(cell(risk))));
  const table = flatTable(
    'risks',
    say('Risks'),
    [...always, ...more.map(([column]) => column)],
    risks.map(risk => [...row(risk, prose), ...more.map(([, cell]) => cell(risk))]),
  );
  return withParticulars(
    prose,
    table,
    risks.map(({ more: said }) => particulars(said)),
  );
}

const columns = (tones: Readonly<Record<string, Tone>>, risks: readonly RiskLine[]): readonly Column[] => [
  column('id', 'Risk', 'id'),
  column('title', 'Title', 'title'),
  column('scenario', 'Scenario', 'prose'),
  column('assets', 'Assets', 'names'),
  column('threats', 'Threats', 'names'),
  key(column('owner', 'Owner', 'name')),
  key(column('likelihood', 'Likelihood', 'word')),
  key(column('impact', 'Impact', impactKind(risks.map(risk => impactCell(risk.inherent))))),
  key(levelColumn('inherent', 'Before treatment', 'word', tones)),
  levelColumn('current', 'Today', 'word', tones),
  key(levelColumn('residual', 'After treatment', 'word', tones)),
  key(column('treatment', 'Treatment', 'name')),
  column('controls', 'Controls', 'names'),
  column('actions', 'Actions', 'names'),
  column('assessed', 'Assessed', 'date'),
  ...acceptanceColumns(),
];

const row = (risk: RiskLine, prose: Subject['prose']): Row => [
  risk.id,
  risk.title,
  risk.scenario && { type: 'prose', blocks: prose(risk.scenario) },
  risk.assets.map(nameOf),
  risk.threats.map(nameOf),
  risk.owner && nameOf(risk.owner),
  risk.inherent?.likelihood,
  impactCell(risk.inherent),
  standingText(risk.inherent),
  standingText(risk.current),
  standingText(risk.residual),
  treatmentText(risk.treatment),
  risk.controls.map(fullName),
  risk.actions.map(actionText),
  risk.assessed,
  ...acceptanceCells(risk),
];

/** What is to be done, by whom, until when, and how far it is; the treatment plan says the rest. */
const actionText = (action: ActionLine): string =>
  [
    action.title,
    action.owner && nameOf(action.owner),
    action.completed ? say('completed {0}', day(action.completed)) : action.due && say('due {0}', day(action.due)),
    action.completed ? undefined : actionStatus(action),
  ]
    .filter(part => part)
    .join(', ');
