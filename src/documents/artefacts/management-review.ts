/** The management review: the inputs of 9.3.2 as the ISMS has them, and what reviews decided. (9.3) */

import type { IsmsView } from '../../model/view.ts';
import { day, period, say, word } from '../../wording/wording.ts';
import type { Artefact, Content, Subject } from '../artefact.ts';
import { type Block, flatTable, paragraph, type Row, type Table, within } from '../blocks.ts';
import { type BoardSummaryData, boardSummaryData } from '../data/_board.ts';
import type { NamedData } from '../data/_shared.ts';
import {
  type AuditResultData,
  type DecisionData,
  type InputsData,
  managementReviewData,
  type ReviewData,
  type RiskStatusData,
} from '../data/management-review.ts';
import { boardFacts, boardPart } from './_board.ts';
import { dayFact, fact } from './_facts.ts';
import { findingTable } from './_findings.ts';
import { column } from './_headings.ts';
import { opportunityTable } from './_opportunities.ts';
import { withParticulars } from './_particulars.ts';
import { actionTones } from './_risks.ts';
import { evidenceCell, fullNameText, nameCell, namesCell, proseCell } from './_shared.ts';
import { metricTable, objectiveTable } from './objectives.ts';
import { issueTable, partyTable } from './scope-statement.ts';

const managementReview: Artefact = {
  id: 'management-review',
  title: 'Management review',
  description: 'what a management review has to consider, as the ISMS has it, and what reviews decided',
  clause: '9.3.2, 9.3.3, 9.3.1',
  parameters: [
    {
      id: 'edition',
      description: 'for whom it is written: the board is given one page of figures, what is missing, and until when',
      otherwise: 'internal',
      values: ['internal', 'board'],
    },
  ],
  build: (subject, { edition }) => {
    const { view, prose, readiness } = subject;
    if (edition === 'board') return boardPage(view, boardSummaryData(view, readiness()));
    const data = managementReviewData(view);
    const { inputs, reviews } = data;
    return {
      head: [
        dayFact('last', 'Last review held', data.lastHeld, say('none')),
        ...(data.nextDue === null ? [] : [dayFact('next', 'Next review due', data.nextDue)]),
        fact('open-decisions', 'Decisions not carried out', inputs.decisions.filter(isOpen).length),
        fact('overdue-decisions', 'Decisions overdue', inputs.decisions.filter(({ overdue }) => overdue).length),
      ],
      blocks: [...inputPart(inputs, subject), ...part('Results of reviews (9.3.3)', reviewTable(reviews, prose))],
      data: () => data,
      asOf: view.asOf,
    };
  },
};

export default managementReview;

/** One page of A4, as long as names and scales are of usual length. The data beside it are those of the whole review. */
const boardPage = (view: IsmsView, summary: BoardSummaryData): Content => ({
  title: say('Information security for the board'),
  head: boardFacts(summary),
  blocks: boardPart(view, summary),
  data: () => managementReviewData(view, summary),
  asOf: view.asOf,
});

const isOpen = ({ status }: DecisionData): boolean => status !== 'done' && status !== 'cancelled';

const heading = (text: string): Block => ({ type: 'heading', text: say(text) });

const part = (title: string, ...blocks: readonly Block[]): Block[] => [heading(title), ...within(blocks)];

/** The inputs in the order of the standard. What the ISMS has no place for is said to be missing. */
const inputPart = (inputs: InputsData, subject: Subject, prose = subject.prose): Block[] => [
  ...part('a) Actions from earlier reviews', decisionTable(inputs.decisions, prose)),
  ...part(
    'b) Changes in external and internal issues',
    issueTable(inputs.issues, prose),
    ...listed('Changes that are planned', inputs.changes),
  ),
  ...part('c) Needs and expectations of interested parties', partyTable(inputs.parties, prose)),
  ...part(
    'd) Performance: nonconformities and corrective actions',
    findingTable(
      'findings',
      say('Nonconformities open, or raised or closed since the last review'),
      inputs.findings,
      prose,
    ),
    ...listed('Incidents open, or detected since the last review', inputs.incidents),
  ),
  ...part('d) Performance: monitoring and measurement', metricTable(inputs.metrics, subject)),
  ...part('d) Performance: audit results', auditTable(inputs.audits, prose)),
  ...part('d) Performance: objectives', objectiveTable(inputs.objectives, prose)),
  ...part(
    'e) Feedback from interested parties',
    paragraph(say('The ISMS keeps no records of feedback. Whoever prepares the review adds it here.')),
  ),
  ...part('f) Results of risk assessment and status of the treatment plan', ...riskPart(inputs.risks)),
  ...part(
    'g) Opportunities for continual improvement',
    findingTable('opportunities', say('Open opportunities and observations'), inputs.opportunities, prose),
    ...(inputs.improvements.length ? [opportunityTable(inputs.improvements, prose)] : []),
  ),
];

const listed = (label: string, all: readonly NamedData[]): Block[] => [
  heading(label),
  all.length ? { type: 'list', items: all.map(one => [paragraph(fullNameText(one))]) } : paragraph(say('None.')),
];

const decisionTable = (decisions: readonly DecisionData[], prose: Subject['prose']): Table =>
  withParticulars(
    prose,
    flatTable(
      'decisions',
      say('Decisions of earlier reviews'),
      [
        column('review', 'Review', 'id'),
        column('title', 'Decision', 'title'),
        column('id', 'Name', 'id'),
        column('owner', 'Responsible', 'name'),
        column('due', 'Due', 'date'),
        column('status', 'Status', 'word', actionTones),
      ],
      decisions.map(
        ({ review, id, title, owner, due, status, overdue }): Row => [
          review.id,
          title,
          id ?? undefined,
          nameCell(owner),
          due ?? undefined,
          overdue ? say('overdue') : word(status),
        ],
      ),
    ),
    decisions,
  );

const auditTable = (audits: readonly AuditResultData[], prose: Subject['prose']): Table =>
  flatTable(
    'audits',
    say('Audits since the last review'),
    [
      column('id', 'Audit', 'id'),
      column('title', 'Title', 'title'),
      column('performed', 'Performed', 'date'),
      column('internal', 'By', 'word'),
      column('findings', 'Findings', 'number'),
      column('conclusion', 'Conclusion', 'prose'),
    ],
    audits.map(
      ({ id, title, performed, internal, findings, conclusion }): Row => [
        id,
        title ?? undefined,
        performed,
        internal ? say('ourselves') : say('others'),
        findings,
        proseCell(prose, conclusion),
      ],
    ),
  );

const riskPart = ({ levels, openActions, doneActions, ...counts }: RiskStatusData): Block[] => [
  {
    type: 'facts',
    facts: [
      fact('risks', 'Risks', counts.total),
      fact('not-assessed', 'Without a level', counts.notAssessed),
      fact('above-before', 'Above what is accepted, before treatment', counts.aboveAppetiteBefore),
      fact('above-after', 'Above what is accepted, after treatment', counts.aboveAppetiteAfter),
      fact('accepted', 'Accepted', counts.accepted),
      fact('actions-done', 'Actions done', doneActions),
      fact('actions-open', 'Actions open', openActions.length),
    ],
  },
  flatTable(
    'levels',
    say('Risks by level'),
    [
      column('level', 'Level', 'word'),
      column('before', 'Before treatment', 'number'),
      column('today', 'Today', 'number'),
      column('after', 'After treatment', 'number'),
    ],
    levels.map(({ level, before, today, after }): Row => [level, before, today, after]),
  ),
  flatTable(
    'actions',
    say('Open actions of the treatment plan'),
    [
      column('risk', 'Risk', 'id'),
      column('action', 'Action', 'title'),
      column('owner', 'Responsible', 'name'),
      column('due', 'Due', 'date'),
      column('status', 'Status', 'word', actionTones),
    ],
    openActions.map(
      ({ risk, action }): Row => [
        risk.id,
        action.title,
        nameCell(action.owner),
        action.due ?? undefined,
        action.overdue ? say('overdue') : word(action.status),
      ],
    ),
  ),
];

const reviewTable = (reviews: readonly ReviewData[], prose: Subject['prose']): Table => ({
  ...withParticulars(
    prose,
    flatTable(
      'reviews',
      say('Management reviews'),
      [
        column('id', 'Review', 'id'),
        column('title', 'Title', 'title'),
        column('planned', 'Planned', 'date'),
        column('held', 'Held', 'date'),
        column('next', 'Next after', 'word'),
        column('attendees', 'Attendees', 'names'),
        column('inputs', 'Inputs considered', 'names'),
        column('decisions', 'Decisions', 'names'),
        column('evidence', 'Minutes', 'names'),
      ],
      reviews.map(
        ({ id, title, planned, held, next, attendees, inputs, decisions, evidence }): Row => [
          id,
          title ?? undefined,
          planned ?? undefined,
          held ?? undefined,
          period(next),
          namesCell(attendees),
          inputs.map(input => word(input)),
          decisions.map(decisionText),
          evidenceCell(evidence),
        ],
      ),
    ),
    reviews,
  ),
  isMain: true,
});

const decisionText = ({ title, owner, due, status, overdue }: DecisionData): string =>
  [title, nameCell(owner), due && say('due {0}', day(due)), overdue ? say('overdue') : word(status)]
    .filter(part => part)
    .join(', ');
