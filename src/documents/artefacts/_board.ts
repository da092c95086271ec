/** The page for the board: figures, the matrix of risks, what is missing, and until when. */
import { riskMatrix } from '../../analysis/risk-register.ts';
import type { IsmsView } from '../../model/view.ts';
import { type Block, type Fact, flatTable, paragraph, type Row, type Table } from '../blocks.ts';
import { type BoardSummaryData, boardDays } from '../data/_board.ts';
import { matrixFigure } from './_risks.ts';
import { column, fact, nameCell } from './_shared.ts';

/** So many rows of a table find room on the page beside everything else. */
const most = 4;

/** The figures, for the cover. */
export const boardFacts = ({ controls, risks, findings, stages }: BoardSummaryData): Fact[] => [
  ...stages.map(({ stage, met, total }) => fact(`stage-${stage}`, stageName(stage), `${met} of ${total} points met`)),
  fact(
    'controls',
    'Controls',
    `${controls.applicable} of ${controls.total} apply, ${controls.undecided} undecided; ${controls.implemented} implemented, ${controls.partial} in part, ${controls.planned} planned`,
  ),
  fact(
    'risks',
    'Risks',
    `${risks.total}, ${risks.withoutTreatment} without a treatment; above what is accepted: ${risks.aboveBefore} before treatment, ${risks.aboveAfter} after; ${risks.accepted} accepted`,
  ),
  fact('findings', 'Open findings', `${findings.open}, ${findings.overdue} of them overdue`),
];

/** The matrix of what remains, what is missing, and until when. What has no room is counted, and where it stands is said. */
export function boardPart(view: IsmsView, { missing, due }: BoardSummaryData): Block[] {
  const matrix = riskMatrix(view, 'residual');
  return [
    ...(matrix ? [matrixFigure(view, 'matrix', 'Risks after treatment', matrix)] : []),
    dueTable(due.slice(0, most)),
    ...more(due.length, 'the calendar of what is due'),
    ...(missing.length
      ? [missingTable(missing.slice(0, most))]
      : [paragraph('Every point of the certification is met.')]),
    ...more(missing.length, 'the certification readiness'),
  ];
}

const more = (count: number, where: string): Block[] =>
  count > most ? [paragraph(`${count - most} more stand in ${where}.`)] : [];

const stageName = (stage: string): string =>
  stage === 'surveillance' ? 'Surveillance' : `Stage ${stage} of the certification`;

const dueTable = (due: BoardSummaryData['due']): Table => ({
  ...flatTable(
    'due',
    `Overdue, or due within ${boardDays} days`,
    [
      { ...column('due', 'Due', 'date'), isDeadline: true },
      column('what', 'What', 'word'),
      column('title', 'Of', 'title'),
      column('owner', 'Responsible', 'name'),
      column('state', 'State', 'word', { overdue: 'bad' }),
    ],
    due.map(
      ({ due: on, what, id, title, owner, overdue }): Row => [
        on,
        what,
        title ?? id,
        nameCell(owner),
        overdue ? 'overdue' : 'open',
      ],
    ),
  ),
  isMain: true,
});

const missingTable = (missing: BoardSummaryData['missing']): Table =>
  flatTable(
    'missing',
    'Not yet met for the certification',
    [
      column('title', 'Point', 'title'),
      column('clause', 'Clause', 'id'),
      column('stage', 'Stage', 'word'),
      column('state', 'State', 'word', { missing: 'bad', incomplete: 'bad', late: 'attention' }),
    ],
    missing.map(({ title, clause, stage, state }): Row => [title, clause, stage, state]),
  );
