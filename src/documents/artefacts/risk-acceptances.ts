/** The acceptances: who accepted which residual risk until when, and which departures from the rules were approved. (6.1.3 f) */
import { say, word } from '../../wording/wording.ts';
import type { Artefact, Subject } from '../artefact.ts';
import { flatTable, type Row, type Table, type Tone } from '../blocks.ts';
import { type AcceptanceData, type ExceptionData, riskAcceptancesData } from '../data/risk-acceptances.ts';
import { countFact, fact } from './_facts.ts';
import { column, key, levelColumn } from './_headings.ts';
import { withParticulars } from './_particulars.ts';
import { appetiteFact, levelTones, standingText, treatmentText } from './_risks.ts';
import { idsCell, nameCell, namesCell, proseCell, yesNo } from './_shared.ts';

const riskAcceptances: Artefact = {
  id: 'risk-acceptances',
  title: 'Acceptance of residual risks',
  description: 'who accepted which residual risk until when, and which exceptions were approved',
  clause: '6.1.3 f, 8.3',
  parameters: [],
  build: subject => {
    const data = riskAcceptancesData(subject.view);
    const { risks, exceptions } = data;
    const count = (state: string): number => risks.filter(risk => risk.state === state).length;
    return {
      head: [
        appetiteFact(subject.view),
        fact('risks', 'Risks', risks.length),
        fact('in-force', 'Acceptances in force', count('in force')),
        fact('expired', 'Expired', count('expired')),
        fact('stale', 'Given before the last assessment', count('stale')),
        fact('none', 'Not accepted', count('none')),
        countFact('above', 'Accepted above what is accepted without treatment', risks, isAbove),
      ],
      blocks: [riskTable(subject, risks), ...(exceptions.length ? [exceptionTable(subject, exceptions)] : [])],
      data: () => data,
      asOf: subject.view.asOf,
    };
  },
};

export default riskAcceptances;

const isAbove = ({ remaining, accepted }: AcceptanceData): boolean =>
  accepted !== null && remaining?.aboveAppetite === true;

const tones: Readonly<Record<string, Tone>> = {
  'in force': 'good',
  expired: 'bad',
  stale: 'attention',
  'not dated': 'attention',
  none: 'attention',
};

function riskTable({ view, prose }: Subject, risks: readonly AcceptanceData[]): Table {
  const levels = levelTones(
    view,
    risks.map(({ remaining }) => remaining),
  );
  return flatTable(
    'risks',
    say('Residual risks'),
    [
      column('id', 'Risk', 'id'),
      column('title', 'Title', 'title'),
      column('owner', 'Risk owner', 'name'),
      column('treatment', 'Treatment', 'name'),
      key(levelColumn('remaining', 'Remaining risk', 'word', levels)),
      column('assessed', 'Assessed', 'date'),
      key(column('accepted', 'Accepted', 'date')),
      key(column('by', 'Accepted by', 'names')),
      column('by-owner', 'By its owner', 'word', { no: 'bad' }),
      key(column('until', 'Accepted until', 'date')),
      column('because', 'Accepted because', 'prose'),
      column('state', 'Acceptance', 'word', tones),
    ],
    risks.map(
      ({ id, title, owner, treatment, remaining, assessed, accepted, byOwner, state }): Row => [
        id,
        title ?? undefined,
        nameCell(owner),
        treatmentText(treatment),
        standingText(remaining),
        assessed ?? undefined,
        accepted?.on ?? undefined,
        namesCell(accepted?.by ?? []),
        yesNo(byOwner),
        accepted?.until ?? undefined,
        proseCell(prose, accepted?.because ?? null),
        word(state),
      ],
    ),
  );
}

const exceptionTable = ({ prose }: Subject, exceptions: readonly ExceptionData[]): Table =>
  withParticulars(
    prose,
    flatTable(
      'exceptions',
      say('Approved exceptions'),
      [
        column('id', 'Exception', 'id'),
        column('title', 'Title', 'title'),
        column('controls', 'Controls', 'ids'),
        column('policies', 'Policies', 'names'),
        column('assets', 'Assets', 'names'),
        column('risks', 'Risks', 'ids'),
        column('owner', 'Owner', 'name'),
        column('justification', 'Justification', 'prose'),
        column('approved', 'Approved', 'date'),
        column('by', 'Approved by', 'names'),
        column('until', 'Until', 'date'),
        column('because', 'Approved because', 'prose'),
        column('state', 'Approval', 'word', tones),
      ],
      exceptions.map(
        ({ id, title, controls, policies, assets, risks, owner, justification, approved, state }): Row => [
          id,
          title ?? undefined,
          idsCell(controls),
          namesCell(policies),
          namesCell(assets),
          idsCell(risks),
          nameCell(owner),
          proseCell(prose, justification),
          approved?.on ?? undefined,
          namesCell(approved?.by ?? []),
          approved?.until ?? undefined,
          proseCell(prose, approved?.because ?? null),
          word(state),
        ],
      ),
    ),
    exceptions,
  );
