/** A sheet for each control, or for one: decision, reasons, risks, implementation, policies, evidence and what was found of it. (6.1.3, 8.1) */

import { annexA, compareControlIds } from '../../catalogues/annex-a.ts';
import { say, word } from '../../wording/wording.ts';
import type { Artefact, Subject } from '../artefact.ts';
import { type Block, flatTable, type List, paragraph, type Row, type Table, within } from '../blocks.ts';
import type { NamedData } from '../data/_shared.ts';
import { type ControlSheetData, controlSheetsData, type TreatedRiskData } from '../data/control-sheets.ts';
import { choicesOf } from './_choices.ts';
import { fact } from './_facts.ts';
import { column, levelColumn } from './_headings.ts';
import { particularsPart } from './_particulars.ts';
import { levelTones, standingText } from './_risks.ts';
import { actionsCell, evidenceInlines, fullNameText, nameCell, textPart } from './_shared.ts';

const controlSheets: Artefact = {
  id: 'control-sheets',
  title: 'Control sheets',
  description: 'all that is said of each control: decision, reasons, risks, implementation, policies, evidence',
  clause: '6.1.3, 8.1',
  parameters: [
    {
      id: 'control',
      description: 'only this control',
      otherwise: 'all controls that are not excluded',
      values: [],
      valuesOf: view => choicesOf(view, 'Control', compareControlIds, annexA),
    },
  ],
  build: (subject, { control }) => {
    const { view } = subject;
    const data = controlSheetsData(view, control);
    const [only, ...more] = data.controls;
    const hasActions = data.controls.some(({ risks }) => risks.some(({ actions }) => actions.length));
    return {
      ...(control !== undefined && only && !more.length && { title: say('Control {0}', headingOf(only)) }),
      head: [
        fact('controls', 'Controls', data.controls.length),
        fact('undecided', 'Undecided', data.controls.filter(({ decision }) => decision === null).length),
      ],
      blocks: [
        ...(data.controls.length > 1 ? [overview(data.controls)] : []),
        ...data.controls.flatMap(sheetOf(subject, hasActions)),
      ],
      data: () => data,
      asOf: view.asOf,
    };
  },
};

export default controlSheets;

const headingOf = ({ id, title }: ControlSheetData): string => (title === '' ? id : `${id} ${title}`);

const overview = (controls: readonly ControlSheetData[]): Table => ({
  ...flatTable(
    'controls',
    say('Controls in this document'),
    [
      column('id', 'Control', 'id'),
      column('title', 'Title', 'title'),
      column('decision', 'Decision', 'word', { undecided: 'bad' }),
      column('status', 'Status', 'word', { implemented: 'good', partial: 'attention', planned: 'attention' }),
      column('owner', 'Owner', 'name'),
      column('risks', 'Risks', 'number'),
      column('evidence', 'Evidence', 'number'),
      column('findings', 'Findings', 'number'),
    ],
    controls.map(
      ({ id, title, decision, status, owner, risks, evidence, findings }): Row => [
        id,
        title,
        decisionText(decision),
        word(status),
        nameCell(owner),
        risks.length,
        evidence.length,
        findings.length,
      ],
    ),
  ),
  isMain: true,
});

const decisionText = (decision: ControlSheetData['decision']): string =>
  decision === null
    ? say('undecided')
    : decision === 'yes'
      ? say('applicable')
      : decision === 'no'
        ? say('not applicable')
        : say('inherited');

/** @param hasActions whether any action puts a control in place: in all sheets or none there is a column for them */
const sheetOf =
  (subject: Subject, hasActions: boolean) =>
  (control: ControlSheetData): Block[] => [
    { type: 'heading', text: headingOf(control) },
    {
      type: 'facts',
      facts: [
        fact('decision', 'Decision', decisionText(control.decision)),
        ...(control.provider ? [fact('provider', 'Performed by', nameCell(control.provider))] : []),
        fact('status', 'Status', control.decision === 'no' ? say('not applicable') : word(control.status)),
        fact('owner', 'Owner', nameCell(control.owner)),
        fact('reasons', 'Reasons', reasonsText(control)),
      ],
    },
    ...within([
      ...textPart(subject.prose, 'Justification', control.justification),
      ...textPart(subject.prose, 'Implementation', control.implementation),
      ...particularsPart(subject.prose, control),
      ...list('Puts into practice', control.implements),
      ...actionPart(control),
      riskTable(subject, control.id, control.risks, hasActions),
      ...list('Policies and procedures', control.policies),
      ...evidencePart(control),
      ...list('Metrics', control.metrics),
      ...list('Audited in', control.audits),
      ...list('Findings', control.findings),
      ...list('Exceptions', control.exceptions),
    ]),
  ];

const reasonsText = ({ reasons, exclusions }: ControlSheetData): string | null =>
  [
    ...reasons.map(
      ({ code, of }) => `${say(code)}: ${of.map(one => (code === 'RRA' ? one.id : (one.title ?? one.id))).join(', ')}`,
    ),
    ...exclusions.map(({ ground, coveredBy }) => [word(ground), coveredBy].join(' ').trim()),
  ].join('; ') || null;

const heading = (text: string): Block => ({ type: 'heading', text: say(text) });

const list = (label: string, all: readonly NamedData[]): Block[] =>
  all.length
    ? [heading(label), { type: 'list', items: all.map(one => [paragraph(fullNameText(one))]) } satisfies List]
    : [];

const actionPart = ({ actions }: ControlSheetData): Block[] =>
  actions.length
    ? [heading('Actions'), { type: 'list', items: actionsCell(actions).map(text => [paragraph(text)]) } satisfies List]
    : [];

const evidencePart = ({ evidence }: ControlSheetData): Block[] => [
  heading('Evidence'),
  evidence.length
    ? { type: 'list', items: evidence.map(one => [paragraph(...evidenceInlines(one))]) }
    : paragraph(say('None is named.')),
];

function riskTable({ view }: Subject, control: string, risks: readonly TreatedRiskData[], hasActions: boolean): Table {
  const tones = levelTones(
    view,
    risks.flatMap(({ inherent, residual }) => [inherent, residual]),
  );
  return {
    ...flatTable(
      `risks-${control}`,
      say('Risks that {0} treats', control),
      [
        column('id', 'Risk', 'id'),
        column('title', 'Title', 'title'),
        column('owner', 'Owner', 'name'),
        levelColumn('inherent', 'Before treatment', 'word', tones),
        levelColumn('residual', 'After treatment', 'word', tones),
        ...(hasActions ? [column('actions', 'Actions that put it in place', 'names')] : []),
      ],
      risks.map(
        ({ id, title, owner, inherent, residual, actions }): Row => [
          id,
          title ?? undefined,
          nameCell(owner),
          standingText(inherent),
          standingText(residual),
          ...(hasActions ? [actionsCell(actions)] : []),
        ],
      ),
    ),
    series: { id: 'risks', title: say('Risks treated'), by: say('Control'), of: control },
  };
}
