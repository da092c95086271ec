/** A sheet for each control, or for one: decision, reasons, risks, implementation, policies, evidence and what was found of it. (6.1.3, 8.1) */

import { annexA, compareControlIds } from '../../catalogues/annex-a.ts';
import { say, word } from '../../wording/wording.ts';
import type { Artefact, Subject } from '../artefact.ts';
import { type Block, flatTable, type Inline, type List, paragraph, type Row, type Table } from '../blocks.ts';
import type { NamedData } from '../data/_shared.ts';
import { type ControlSheetData, controlSheetsData, type TreatedRiskData } from '../data/control-sheets.ts';
import { choicesOf } from './_choices.ts';
import { fact } from './_facts.ts';
import { column, levelColumn } from './_headings.ts';
import { particularsPart } from './_particulars.ts';
import { levelTones, standingText } from './_risks.ts';
import { actionsCell, evidenceInlines, fullNameText, nameCell } from './_shared.ts';

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
    return {
      ...(control !== undefined && only && !more.length && { title: say('Control {0}', headingOf(only)) }),
      head: [
        fact('controls', 'Controls', data.controls.length),
        fact('undecided', 'Undecided', data.controls.filter(({ decision }) => decision === null).length),
      ],
      blocks: [
        ...(data.controls.length > 1 ? [overview(data.controls)] : []),
        ...data.controls.flatMap(sheetOf(subject)),
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

const sheetOf =
  (subject: Subject) =>
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
    ...labelled(subject, 'Justification', control.justification),
    ...labelled(subject, 'Implementation', control.implementation),
    ...particularsPart(subject.prose, control),
    ...list('Puts into practice', control.implements),
    ...actionPart(control),
    riskTable(subject, control.id, control.risks),
    ...list('Policies and procedures', control.policies),
    ...evidencePart(control),
    ...list('Metrics', control.metrics),
    ...list('Audited in', control.audits),
    ...list('Findings', control.findings),
    ...list('Exceptions', control.exceptions),
  ];

const reasonsText = ({ reasons, exclusions }: ControlSheetData): string | null =>
  [
    ...reasons.map(
      ({ code, of }) => `${say(code)}: ${of.map(one => (code === 'RRA' ? one.id : (one.title ?? one.id))).join(', ')}`,
    ),
    ...exclusions.map(({ ground, coveredBy }) => [word(ground), coveredBy].join(' ').trim()),
  ].join('; ') || null;

const strong = (words: string): Inline => ({ type: 'strong', content: [say(words)] });

const labelled = ({ prose }: Subject, label: string, text: string | null): Block[] => [
  paragraph(strong(label)),
  ...(text === null ? [paragraph(say('Not stated.'))] : prose(text)),
];

const list = (label: string, all: readonly NamedData[]): Block[] =>
  all.length
    ? [paragraph(strong(label)), { type: 'list', items: all.map(one => [paragraph(fullNameText(one))]) } satisfies List]
    : [];

const actionPart = ({ actions }: ControlSheetData): Block[] =>
  actions.length
    ? [
        paragraph(strong('Actions')),
        { type: 'list', items: actionsCell(actions).map(text => [paragraph(text)]) } satisfies List,
      ]
    : [];

const evidencePart = ({ evidence }: ControlSheetData): Block[] => [
  paragraph(strong('Evidence')),
  evidence.length
    ? { type: 'list', items: evidence.map(one => [paragraph(...evidenceInlines(one))]) }
    : paragraph(say('None is named.')),
];

function riskTable({ view }: Subject, control: string, risks: readonly TreatedRiskData[]): Table {
  const tones = levelTones(
    view,
    risks.flatMap(({ inherent, residual }) => [inherent, residual]),
  );
  return flatTable(
    `risks-${control}`,
    say('Risks that {0} treats', control),
    [
      column('id', 'Risk', 'id'),
      column('title', 'Title', 'title'),
      column('owner', 'Owner', 'name'),
      levelColumn('inherent', 'Before treatment', 'word', tones),
      levelColumn('residual', 'After treatment', 'word', tones),
      column('actions', 'Actions that put it in place', 'names'),
    ],
    risks.map(
      ({ id, title, owner, inherent, residual, actions }): Row => [
        id,
        title ?? undefined,
        nameCell(owner),
        standingText(inherent),
        standingText(residual),
        actionsCell(actions),
      ],
    ),
  );
}
