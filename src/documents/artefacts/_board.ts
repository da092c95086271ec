/** The page for the board: figures, the matrix of risks, what is missing, and until when. */

import { riskMatrix } from '../../analysis/risk-register.ts';
import type { IsmsView } from '../../model/view.ts';
import { later, say, word } from '../../wording/wording.ts';
import { type Block, type Fact, flatTable, paragraph, type Row, type Table } from '../blocks.ts';
import { type BoardSummaryData, boardDays } from '../data/_board.ts';
import { fact } from './_facts.ts';
import { column } from './_headings.ts';
import { matrixFigure } from './_risks.ts';
import { clauseText, nameCell } from './_shared.ts';

/** So many rows of a table find room on the page beside everything else. */
const most = 3;

/** The figures, for the cover. */
export const boardFacts = ({ controls, risks, findings, stages }: BoardSummaryData): Fact[] => [
  ...stages.map(({ stage, met, total }) =>
    fact(`stage-${stage}`, stageName(stage), say('{0} of {1} points met', met, total)),
  ),
  fact(
    'controls',
    'Controls',
    say(
      '{0} of {1} apply, {2} undecided; {3} implemented, {4} in part, {5} planned',
      controls.applicable,
      controls.total,
      controls.undecided,
      controls.implemented,
      controls.partial,
      controls.planned,
    ),
  ),
  fact(
    'risks',
    'Risks',
    say(
      '{0}, {1} without a treatment; above what is accepted: {2} before treatment, {3} after; {4} accepted',
      risks.total,
      risks.withoutTreatment,
      risks.aboveBefore,
      risks.aboveAfter,
      risks.accepted,
    ),
  ),
  fact('findings', 'Open findings', say('{0}, {1} of them overdue', findings.open, findings.overdue)),
];

/** The matrix of what remains, what is missing, and until when. What has no room is counted, and where it stands is said. */
export function boardPart(view: IsmsView, { missing, due }: BoardSummaryData): Block[] {
  const matrix = riskMatrix(view, 'residual');
  return [
    ...(matrix ? [matrixFigure(view, 'matrix', say('Risks after treatment'), matrix)] : []),
    dueTable(due.slice(0, most)),
    ...more(due.length, '{0} more stand in the calendar of what is due.'),
    ...(missing.length
      ? [missingTable(missing.slice(0, most))]
      : [paragraph(say('Every point of the certification is met.'))]),
    ...more(missing.length, '{0} more stand in the certification readiness.'),
  ];
}

const more = (count: number, text: string): Block[] => (count > most ? [paragraph(say(text, count - most))] : []);

const stageName = (stage: string): string =>
  stage === 'surveillance'
    ? later('Surveillance')
    : stage === '1'
      ? later('Stage 1 of the certification')
      : later('Stage 2 of the certification');

const dueTable = (due: BoardSummaryData['due']): Table => ({
  ...flatTable(
    'due',
    say('Overdue, or due within {0} days', boardDays),
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
        word(what),
        title ?? id,
        nameCell(owner),
        overdue ? say('overdue') : say('open'),
      ],
    ),
  ),
  isMain: true,
});

const missingTable = (missing: BoardSummaryData['missing']): Table =>
  flatTable(
    'missing',
    say('Not yet met for the certification'),
    [
      column('title', 'Point', 'title'),
      column('clause', 'Clause', 'id'),
      column('stage', 'Stage', 'word'),
      column('state', 'State', 'word', { missing: 'bad', incomplete: 'bad', late: 'attention' }),
    ],
    missing.map(({ title, clause, stage, state }): Row => [say(title), clauseText(clause), word(stage), word(state)]),
  );
