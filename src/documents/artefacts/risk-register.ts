/** The risk register as a document: every risk from its assessment to its acceptance, and where the risks stand. (6.1.2, 8.2) */
import { fullName, nameOf } from '../../analysis/named.ts';
import { type ActionLine, type RiskLine, riskLines, riskMatrix } from '../../analysis/risk-register.ts';
import type { IsmsView } from '../../model/view.ts';
import type { Artefact, Subject } from '../artefact.ts';
import type { Column, Fact, MatrixFigure, Row, Tone } from '../blocks.ts';
import { flatTable } from '../blocks.ts';
import { headData } from '../data/_shared.ts';
import { riskRegisterData } from '../data/risk-register.ts';
import { riskGaps } from './_gaps.ts';
import {
  acceptanceCells,
  acceptanceColumns,
  actionStatus,
  appetiteFact,
  levelTones,
  matrixFigure,
  standingText,
  treatmentText,
} from './_risks.ts';

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
      blocks: [
        ...figures(view),
        flatTable(
          'risks',
          'Risks',
          columns(tones),
          risks.map(risk => row(risk, prose)),
        ),
      ],
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
  risk.inherent?.impact.map(({ property, level }) => (property ? `${property} ${level}` : level)),
  standingText(risk.inherent),
  standingText(risk.current),
  standingText(risk.residual),
  treatmentText(risk.treatment),
  risk.controls.map(fullName),
  risk.actions.map(actionText),
  risk.assessed,
  ...acceptanceCells(risk),
];

/** What is to be done, by whom, until when, and how far it is. */
const actionText = (action: ActionLine): string =>
  [
    action.title,
    action.owner && nameOf(action.owner),
    action.completed ? `completed ${action.completed}` : action.due && `due ${action.due}`,
    action.completed ? undefined : actionStatus(action),
  ]
    .filter(part => part)
    .join(', ');
