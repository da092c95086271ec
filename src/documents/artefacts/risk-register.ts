/** The risk register as a document: every risk from its assessment to its acceptance, and where the risks stand. (6.1.2, 8.2) */
import { fullName, nameOf } from '../../analysis/named.ts';
import { type ActionLine, type RiskLine, riskLines, riskMatrix } from '../../analysis/risk-register.ts';
import type { IsmsView } from '../../model/view.ts';
import type { Artefact, Subject } from '../artefact.ts';
import type { Cell, Column, Fact, MatrixFigure, Row, Table, Tone } from '../blocks.ts';
import { flatTable } from '../blocks.ts';
import { evidence, headData, particulars } from '../data/_shared.ts';
import { riskRegisterData } from '../data/risk-register.ts';
import { riskGaps } from './_gaps.ts';
import { withParticulars } from './_particulars.ts';
import {
  acceptanceCells,
  acceptanceColumns,
  actionStatus,
  appetiteFact,
  impactCell,
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
      blocks: [...figures(view), riskTable(risks, columns(tones), prose)],
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
    { id: 'risks', label: 'Risks', value: risks.length },
    { id: 'not-assessed', label: 'Without a level before treatment', value: count(({ inherent }) => !inherent?.level) },
    {
      id: 'above-before',
      label: 'Above what is accepted, before treatment',
      value: count(({ inherent }) => inherent?.isAboveAppetite === true),
    },
    {
      id: 'above-after',
      label: 'Above what is accepted, after treatment',
      value: count(({ residual }) => residual?.isAboveAppetite === true),
    },
    { id: 'accepted', label: 'Accepted', value: count(({ accepted }) => accepted?.on !== undefined) },
  ];
}

function figures(view: IsmsView): MatrixFigure[] {
  const before = riskMatrix(view, 'inherent');
  const after = riskMatrix(view, 'residual');
  return [
    ...(before ? [matrixFigure(view, 'matrix-before', 'Risks before treatment', before)] : []),
    ...(after ? [matrixFigure(view, 'matrix-after', 'Risks after treatment', after)] : []),
  ];
}

/** The columns that only a register with such entries has: an empty one says nothing. */
const optionalColumns: readonly (readonly [Column, (risk: RiskLine) => Cell])[] = [
  [{ id: 'vulnerabilities', title: 'Vulnerabilities', kind: 'names' }, risk => risk.vulnerabilities.map(nameOf)],
  [{ id: 'affects', title: 'Affects', kind: 'ids' }, risk => risk.affects],
  [{ id: 'stated-before', title: 'Stated before treatment', kind: 'word' }, risk => statedText(risk.inherent)],
  [{ id: 'likelihood-today', title: 'Likelihood today', kind: 'word' }, risk => risk.current?.likelihood],
  [{ id: 'impact-today', title: 'Impact today', kind: 'ids' }, risk => impactCell(risk.current)],
  [{ id: 'stated-today', title: 'Stated today', kind: 'word' }, risk => statedText(risk.current)],
  [{ id: 'likelihood-after', title: 'Likelihood after treatment', kind: 'word' }, risk => risk.residual?.likelihood],
  [{ id: 'impact-after', title: 'Impact after treatment', kind: 'ids' }, risk => impactCell(risk.residual)],
  [{ id: 'stated-after', title: 'Stated after treatment', kind: 'word' }, risk => statedText(risk.residual)],
  [{ id: 'shared-with', title: 'Shared with', kind: 'names' }, risk => risk.counterparties.map(nameOf)],
  [{ id: 'review', title: 'Assessed again every', kind: 'word' }, risk => risk.review],
  [{ id: 'monitor', title: 'Watched by', kind: 'name' }, risk => risk.monitor && nameOf(risk.monitor)],
  [{ id: 'monitored', title: 'Watched every', kind: 'word' }, risk => risk.monitored],
  [{ id: 'checked', title: 'Last watched', kind: 'date' }, risk => risk.checked],
  [{ id: 'single-loss', title: 'Single loss', kind: 'word' }, risk => risk.singleLoss],
  [{ id: 'annual-rate', title: 'Times a year', kind: 'number' }, risk => risk.annualRate],
  [{ id: 'annual-loss', title: 'Loss a year', kind: 'word' }, risk => risk.annualLoss],
  [{ id: 'accepted-because', title: 'Accepted because', kind: 'name' }, risk => risk.accepted?.because],
  [{ id: 'evidence', title: 'Evidence', kind: 'names' }, risk => evidenceCell(risk.evidence.map(evidence))],
];

const isEmpty = (cell: Cell): boolean => cell === undefined || (Array.isArray(cell) && cell.length === 0);

function riskTable(risks: readonly RiskLine[], always: readonly Column[], prose: Subject['prose']): Table {
  const more = optionalColumns.filter(([, cell]) => risks.some(risk => !isEmpty(cell(risk))));
  const table = flatTable(
    'risks',
    'Risks',
    [...always, ...more.map(([column]) => column)],
    risks.map(risk => [...row(risk, prose), ...more.map(([, cell]) => cell(risk))]),
  );
  return withParticulars(
    prose,
    table,
    risks.map(({ more: said }) => particulars(said)),
  );
}

const columns = (tones: Readonly<Record<string, Tone>>): readonly Column[] => [
  { id: 'id', title: 'Risk', kind: 'id' },
  { id: 'title', title: 'Title', kind: 'title' },
  { id: 'scenario', title: 'Scenario', kind: 'prose' },
  { id: 'assets', title: 'Assets', kind: 'names' },
  { id: 'threats', title: 'Threats', kind: 'names' },
  { id: 'owner', title: 'Owner', kind: 'name' },
  { id: 'likelihood', title: 'Likelihood', kind: 'word' },
  { id: 'impact', title: 'Impact', kind: 'ids' },
  { id: 'inherent', title: 'Before treatment', kind: 'word', tones },
  { id: 'current', title: 'Today', kind: 'word', tones },
  { id: 'residual', title: 'After treatment', kind: 'word', tones },
  { id: 'treatment', title: 'Treatment', kind: 'name' },
  { id: 'controls', title: 'Controls', kind: 'names' },
  { id: 'actions', title: 'Actions', kind: 'names' },
  { id: 'assessed', title: 'Assessed', kind: 'date' },
  ...acceptanceColumns,
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
    action.completed ? `completed ${action.completed}` : action.due && `due ${action.due}`,
    action.completed ? undefined : actionStatus(action),
  ]
    .filter(part => part)
    .join(', ');
