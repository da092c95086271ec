/** The Statement of Applicability as a document: the register of controls, the coverage, and the data for programs. (6.1.3 d) */

import { type CoverageCounts, type SoaCoverage, soaCoverage } from '../../analysis/coverage.ts';
import { nameOf } from '../../analysis/named.ts';
import { type SoaLine, type StatementOfApplicability, statementOfApplicability } from '../../analysis/soa.ts';
import { type ThemeId, themes } from '../../catalogues/annex-a.ts';
import { compareNaturally } from '../../catalogues/natural-order.ts';
import { say, word } from '../../wording/wording.ts';
import type { Artefact, Parameter, Subject } from '../artefact.ts';
import {
  type BarsFigure,
  type Block,
  type Column,
  type Fact,
  flatTable,
  type ProseBlock,
  type ProseCell,
  paragraph,
  type Row,
  type Table,
} from '../blocks.ts';
import { evidence } from '../data/_shared.ts';
import { type Edition, forCustomers, soaData } from '../data/soa.ts';
import { catalog } from '../oscal/catalog.ts';
import { componentDefinition } from '../oscal/component-definition.ts';
import { profile } from '../oscal/profile.ts';
import { fact } from './_facts.ts';
import { soaGaps } from './_gaps.ts';
import { column } from './_headings.ts';
import { evidenceCell, scopePart } from './_shared.ts';
import { historyPart } from './_statement-history.ts';

/** Customers get less: neither risks nor how controls are implemented, nor names of persons. */
export const editionParameter: Parameter = {
  id: 'edition',
  description: 'for whom it is written: customers are told neither risks nor implementation nor persons',
  otherwise: 'internal',
  values: ['internal', 'customer'],
};

/** Read from git by whoever exports; customers are told of no drafts and no internal reasons. */
const historyParameter: Parameter = {
  id: 'history',
  description: 'whether it says what was decided otherwise before, from what to what, as git has it',
  otherwise: 'none',
  values: ['none', 'git'],
  needs: 'git',
};

const soa: Artefact = {
  id: 'soa',
  title: 'Statement of Applicability',
  description: 'which controls are necessary, why, and how far they are implemented',
  clause: '6.1.3 d',
  parameters: [editionParameter, historyParameter],
  isStatement: true,
  models: { catalog, profile, 'component-definition': componentDefinition },
  build: (subject, parameters) => {
    const { view, prose } = subject;
    const edition: Edition = parameters.edition === 'customer' ? 'customer' : 'internal';
    const history = edition === 'internal' && parameters.history === 'git' ? subject.history : undefined;
    const statement = statementOfApplicability(view);
    const coverage = view.get(soaCoverage);
    const all = allCounts(coverage);
    return {
      head: head(statement, coverage, all),
      blocks: [
        ...scopePart(subject),
        ...legend(),
        controlTable(statement, edition, prose),
        coverageFigure(coverage),
        coverageTable(coverage, all),
        ...(edition === 'internal' ? [riskTable(statement)] : []),
        ...(history ? historyPart(history) : []),
      ],
      data: () => ({ ...soaData(statement, coverage, all, edition), ...(history && { history }) }),
      asOf: statement.asOf,
      gaps: soaGaps(statement.lines),
      ...(changedIds(statement).length && { standing: say('changed since its approval') }),
    };
  },
};

export default soa;

const legend = (): readonly Block[] => [
  { type: 'heading', text: say('Legend') },
  {
    type: 'facts',
    facts: [
      fact('rra', 'RRA', say('result of risk assessment')),
      fact('lr', 'LR', say('legal or regulatory requirement')),
      fact('co', 'CO', say('contractual obligation')),
      fact('br', 'BR', say('business requirement or good practice')),
      fact(
        'applicable-yes',
        'Applicable: yes',
        say('applied by the organisation, or inherited from a supplier that performs it'),
      ),
      fact('applicable-no', 'Applicable: no', say('excluded; its reason is among the reasons')),
      fact('implemented', 'Implemented', say('works, and evidence can show it')),
      fact('partial', 'Partial', say('works in part, or in part of the scope')),
      fact('planned', 'Planned', say('decided, nothing works yet')),
    ],
  },
];

const allColumns = (): readonly Column[] => [
  column('id', 'Control', 'id'),
  column('title', 'Title', 'title'),
  column('theme', 'Theme', 'word'),
  column('applicable', 'Applicable', 'word', { no: 'muted', undecided: 'bad' }),
  column('reasons', 'Reasons', 'names'),
  column('justification', 'Justification', 'prose'),
  column('status', 'Status', 'word', {
    implemented: 'good',
    partial: 'attention',
    planned: 'attention',
    'not applicable': 'muted',
  }),
  column('implementation', 'Implementation', 'prose'),
  column('owner', 'Owner', 'name'),
  column('risks', 'Risks treated', 'ids'),
  column('evidence', 'Evidence', 'names'),
  column('policies', 'Policies', 'names'),
];

/** The columns that customers get, and for whoever approves the one that says what was not approved. */
const customerColumns: ReadonlySet<string> = new Set([
  'id',
  'title',
  'theme',
  'applicable',
  'reasons',
  'justification',
  'status',
]);

const changedColumn = (): Column => column('changed', 'Since the approval', 'name');

type ReadProse = Subject['prose'];

function controlTable(statement: StatementOfApplicability, edition: Edition, prose: ReadProse): Table {
  const { lines, changes } = statement;
  const columns = allColumns();
  const isShown = columns.map(({ id }) => edition === 'internal' || customerColumns.has(id));
  // Only where something changed: an empty column says nothing.
  const changed = changes?.changed.size ? changes.changed : undefined;
  const rowOf = (line: SoaLine): Row => [
    ...row(edition === 'customer' ? forCustomers(line) : line, prose).filter((_, x) => isShown[x]),
    ...(changed?.has(line.id)
      ? [say('changed, not approved: {0}', (changed.get(line.id) ?? []).map(one => word(one)).join(', '))]
      : []),
  ];
  const rowsOf = (isWanted: (line: SoaLine) => boolean): Row[] => lines.filter(isWanted).map(rowOf);
  const groups = themes.map(({ id, title }) => ({
    title: say(title),
    rows: rowsOf(line => !line.own && line.theme === id),
  }));
  const own = rowsOf(line => line.own);
  return {
    type: 'table',
    id: 'controls',
    title: say('Controls'),
    columns: [...columns.filter((_, x) => isShown[x]), ...(changed ? [changedColumn()] : [])],
    groups: [...groups, { title: say('Controls beyond Annex A'), rows: own }],
    isMain: true,
  };
}

const row = (line: SoaLine, prose: ReadProse): Row => [
  line.id,
  line.title,
  line.theme && themeName(line.theme),
  applicable(line),
  reasons(line),
  line.justification && { type: 'prose', blocks: prose(line.justification) },
  line.decision === 'no' ? say('not applicable') : word(line.status),
  implementation(line, prose),
  line.owner && nameOf(line.owner),
  line.risks.map(({ id }) => id),
  evidenceCell(line.evidence.map(evidence)),
  line.policies.map(nameOf),
];

/** What the ids of the risks stand for. */
function riskTable({ lines }: StatementOfApplicability): Table {
  const risks = new Map(lines.flatMap(line => line.risks.map(risk => [risk.id, risk] as const)));
  return flatTable(
    'risks',
    say('Risks treated'),
    [column('id', 'Risk', 'id'), column('title', 'Title', 'title')],
    [...risks.values()].sort((a, b) => compareNaturally(a.id, b.id)).map(({ id, title }): Row => [id, title]),
  );
}

/** A control that a supplier performs is applicable: it is neither excluded nor missing. */
function applicable({ decision }: SoaLine): string {
  if (decision === undefined) return say('undecided');
  return decision === 'no' ? say('no') : say('yes');
}

function reasons(line: SoaLine): string[] {
  if (line.decision === 'no') {
    return line.exclusions.map(({ ground, coveredBy }) => [word(ground), coveredBy].join(' ').trim());
  }
  // The risks have a column of their own.
  return line.reasons.map(({ code, names }) =>
    code === 'RRA' ? say(code) : `${say(code)}: ${names.map(nameOf).join(', ')}`,
  );
}

function implementation(line: SoaLine, prose: ReadProse): ProseCell | undefined {
  const { decision, provider, implementation: text } = line;
  const written = [...(text === undefined ? [] : prose(text)), ...sharing(line, prose)];
  if (line.shared) return { type: 'prose', blocks: written };
  if (decision !== 'inherited') return text === undefined ? undefined : { type: 'prose', blocks: written };
  const inherited = provider ? say('Inherited from {0}', nameOf(provider)) : say('Inherited');
  const [first, ...rest] = written;
  // One paragraph, as the supplier is the first thing to say about it.
  if (first?.type !== 'paragraph') return { type: 'prose', blocks: [paragraph(inherited), ...written] };
  return { type: 'prose', blocks: [paragraph(inherited, { type: 'break' }, ...first.content), ...rest] };
}

/** Who performs what of a control that is shared with a supplier, a paragraph each. */
function sharing({ shared }: SoaLine, prose: ReadProse): readonly ProseBlock[] {
  if (!shared) return [];
  const { partner, theirs, ours } = shared;
  const part = (lead: string, text: string | undefined): readonly ProseBlock[] =>
    text === undefined ? [] : [paragraph(lead), ...prose(text)];
  return [
    paragraph(partner ? say('Shared with {0}', nameOf(partner)) : say('Shared with a supplier')),
    ...part(partner ? `${nameOf(partner)}:` : say('a supplier:'), theirs),
    ...part(say('We:'), ours),
  ];
}

const themeName = (theme: ThemeId): string => say(`${theme[0]?.toUpperCase()}${theme.slice(1)}`);

/** The counts of the whole register: Annex A and the organisation's own controls. */
function allCounts({ total, own }: SoaCoverage): CoverageCounts {
  const sum = (key: Exclude<keyof CoverageCounts, 'undecided'>): number => total[key] + own[key];
  return {
    total: sum('total'),
    decided: sum('decided'),
    applicable: sum('applicable'),
    inherited: sum('inherited'),
    excluded: sum('excluded'),
    implemented: sum('implemented'),
    partial: sum('partial'),
    planned: sum('planned'),
    undecided: [...total.undecided, ...own.undecided],
  };
}

/** What is no longer as it was approved: entries that were changed, came in or went. */
const changedIds = ({ changes }: StatementOfApplicability): string[] =>
  changes ? [...changes.changed.keys(), ...changes.gone].sort(compareNaturally) : [];

function head(statement: StatementOfApplicability, coverage: SoaCoverage, all: CoverageCounts): Fact[] {
  const ids = changedIds(statement);
  return [
    ...(ids.length ? [fact('changed', 'Changed since the approval, not approved', ids.join(', '))] : []),
    fact('standard', 'Standard', standardName(statement.standard) || null),
    fact('controls', 'Controls', all.total),
    ...(coverage.own.total ? [fact('own-controls', 'Controls beyond Annex A', coverage.own.total)] : []),
    fact('applicable', 'Applicable', all.applicable),
    fact('inherited', 'Of these inherited from suppliers', all.inherited),
    fact('not-applicable', 'Not applicable', all.excluded),
    fact('undecided', 'Undecided', all.undecided.length),
    fact('implemented', 'Implemented', all.implemented),
    fact('partial', 'Partially implemented', all.partial),
    fact('planned', 'Planned', all.planned),
  ];
}

/** The standard as its publishers write it. */
export const standardName = (standard: string | undefined): string =>
  standard === 'ISO27001-2022' ? 'ISO/IEC 27001:2022' : (standard ?? '');

const coverageColumns = (): readonly Column[] => [
  column('theme', 'Theme', 'word'),
  column('total', 'Controls', 'number'),
  column('decided', 'Decided', 'number'),
  column('applicable', 'Applicable', 'number'),
  column('inherited', 'Inherited', 'number'),
  column('excluded', 'Not applicable', 'number'),
  column('undecided', 'Undecided', 'number'),
  column('implemented', 'Implemented', 'number'),
  column('partial', 'Partial', 'number'),
  column('planned', 'Planned', 'number'),
];

function coverageTable(coverage: SoaCoverage, all: CoverageCounts): Table {
  const rows = coverage.themes.map(counts => coverageRow(titleOf(counts.theme), counts));
  if (coverage.own.total) rows.push(coverageRow(say('Controls beyond Annex A'), coverage.own));
  return flatTable('coverage', say('Coverage'), coverageColumns(), [...rows, coverageRow(say('All'), all)]);
}

/** The counts of the table as a bar for each theme; what is applied and has no status is a part of its own. */
function coverageFigure({ themes: all, own }: SoaCoverage): BarsFigure {
  const partsOf = ({ applicable, implemented, partial, planned, excluded, undecided }: CoverageCounts): number[] => {
    const unsaid = applicable - implemented - partial - planned;
    return [implemented, partial, planned, unsaid, undecided.length, excluded];
  };
  return {
    type: 'figure',
    kind: 'bars',
    id: 'coverage-by-theme',
    title: say('Controls by theme'),
    barTitle: say('Theme'),
    parts: [
      { label: say('Implemented'), tone: 'good' },
      { label: say('Partial'), tone: 'attention' },
      { label: say('Planned'), tone: 'attention' },
      { label: say('No status'), tone: 'bad' },
      { label: say('Undecided'), tone: 'bad' },
      { label: say('Not applicable'), tone: 'muted' },
    ],
    bars: [
      ...all.map(counts => ({ label: titleOf(counts.theme), values: partsOf(counts) })),
      ...(own.total ? [{ label: say('Controls beyond Annex A'), values: partsOf(own) }] : []),
    ],
  };
}

const titleOf = (theme: ThemeId): string => say(themes.find(({ id }) => id === theme)?.title ?? theme);

const coverageRow = (title: string, counts: CoverageCounts): Row => [
  title,
  counts.total,
  counts.decided,
  counts.applicable,
  counts.inherited,
  counts.excluded,
  counts.undecided.length,
  counts.implemented,
  counts.partial,
  counts.planned,
];
