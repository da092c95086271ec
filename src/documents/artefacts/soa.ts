/** The Statement of Applicability as a document: the register of controls, the coverage, and the data for programs. (6.1.3 d) */
import { type CoverageCounts, type SoaCoverage, soaCoverage } from '../../analysis/coverage.ts';
import { type NamedApproval, nameOf } from '../../analysis/named.ts';
import { type SoaLine, type StatementOfApplicability, statementOfApplicability } from '../../analysis/soa.ts';
import { type ThemeId, themes } from '../../catalogues/annex-a.ts';
import type { Artefact, Subject } from '../artefact.ts';
import {
  type Column,
  type Fact,
  flatTable,
  type ProseBlock,
  type ProseCell,
  paragraph,
  type Row,
  type Table,
} from '../blocks.ts';
import { soaData } from '../data/soa.ts';

const soa: Artefact = {
  id: 'soa',
  title: 'Statement of Applicability',
  description: 'which controls are necessary, why, and how far they are implemented',
  clause: '6.1.3 d',
  parameters: [],
  build: ({ view, prose }) => {
    const statement = statementOfApplicability(view);
    const coverage = view.get(soaCoverage);
    const all = allCounts(coverage);
    return {
      head: head(statement, coverage, all),
      blocks: [controlTable(statement, prose), coverageTable(coverage, all)],
      data: () => soaData(statement, coverage, all),
      asOf: statement.asOf,
    };
  },
};

export default soa;

const columns: readonly Column[] = [
  { id: 'id', title: 'Control', kind: 'id' },
  { id: 'title', title: 'Title', kind: 'title' },
  { id: 'theme', title: 'Theme', kind: 'word' },
  { id: 'applicable', title: 'Applicable', kind: 'word', tones: { no: 'muted', undecided: 'bad' } },
  { id: 'reasons', title: 'Reasons', kind: 'names' },
  { id: 'justification', title: 'Justification', kind: 'prose' },
  {
    id: 'status',
    title: 'Status',
    kind: 'word',
    tones: { implemented: 'good', partial: 'attention', planned: 'attention' },
  },
  { id: 'implementation', title: 'Implementation', kind: 'prose' },
  { id: 'owner', title: 'Owner', kind: 'name' },
  { id: 'risks', title: 'Risks treated', kind: 'ids' },
  { id: 'evidence', title: 'Evidence', kind: 'names' },
  { id: 'policies', title: 'Policies', kind: 'names' },
];

type ReadProse = Subject['prose'];

function controlTable({ lines }: StatementOfApplicability, prose: ReadProse): Table {
  const rowsOf = (isWanted: (line: SoaLine) => boolean): Row[] => lines.filter(isWanted).map(line => row(line, prose));
  const groups = themes.map(({ id, title }) => ({ title, rows: rowsOf(line => !line.own && line.theme === id) }));
  const own = rowsOf(line => line.own);
  return {
    type: 'table',
    id: 'controls',
    title: 'Controls',
    columns,
    groups: [...groups, { title: 'Controls beyond Annex A', rows: own }],
  };
}

const row = (line: SoaLine, prose: ReadProse): Row => [
  line.id,
  line.title,
  line.theme && themeName(line.theme),
  applicable(line),
  reasons(line),
  line.justification && { type: 'prose', blocks: prose(line.justification) },
  line.status,
  implementation(line, prose),
  line.owner && nameOf(line.owner),
  line.risks.map(({ id }) => id),
  line.evidence.map(nameOf),
  line.policies.map(nameOf),
];

/** A control that a supplier performs is applicable: it is neither excluded nor missing. */
function applicable({ decision }: SoaLine): string {
  if (decision === undefined) return 'undecided';
  return decision === 'no' ? 'no' : 'yes';
}

function reasons(line: SoaLine): string[] {
  if (line.decision === 'no') {
    return line.exclusions.map(({ ground, coveredBy }) => [ground.replaceAll('-', ' '), coveredBy].join(' ').trim());
  }
  // The risks have a column of their own.
  return line.reasons.map(({ code, ids }) => (code === 'RRA' ? code : `${code}: ${ids.join(', ')}`));
}

function implementation(line: SoaLine, prose: ReadProse): ProseCell | undefined {
  const { decision, provider, implementation: text } = line;
  const written = [...(text === undefined ? [] : prose(text)), ...sharing(line, prose)];
  if (line.shared) return { type: 'prose', blocks: written };
  if (decision !== 'inherited') return text === undefined ? undefined : { type: 'prose', blocks: written };
  const inherited = provider ? `Inherited from ${nameOf(provider)}` : 'Inherited';
  const [first, ...rest] = written;
  // One paragraph, as the supplier is the first thing to say about it.
  if (first?.type !== 'paragraph') return { type: 'prose', blocks: [paragraph(inherited), ...written] };
  return { type: 'prose', blocks: [paragraph(inherited, { type: 'break' }, ...first.content), ...rest] };
}

/** Who performs what of a control that is shared with a supplier, a paragraph each. */
function sharing({ shared }: SoaLine, prose: ReadProse): readonly ProseBlock[] {
  if (!shared) return [];
  const { partner, theirs, ours } = shared;
  const name = partner ? nameOf(partner) : 'a supplier';
  const part = (lead: string, text: string | undefined): readonly ProseBlock[] =>
    text === undefined ? [] : [paragraph(lead), ...prose(text)];
  return [paragraph(`Shared with ${name}`), ...part(`${name}:`, theirs), ...part('We:', ours)];
}

const themeName = (theme: ThemeId): string => theme[0]?.toUpperCase() + theme.slice(1);

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

function head(statement: StatementOfApplicability, coverage: SoaCoverage, all: CoverageCounts): Fact[] {
  const { organization, isms, standard, version, owner, approved, asOf } = statement;
  return [
    { id: 'organisation', label: 'Organisation', value: organization ?? '' },
    { id: 'isms', label: 'ISMS', value: isms ? nameOf(isms) : '' },
    { id: 'standard', label: 'Standard', value: standardName(standard) },
    { id: 'version', label: 'Version', value: version ?? '' },
    ...(owner ? [{ id: 'owner', label: 'Owner', value: nameOf(owner) }] : []),
    { id: 'approved', label: 'Approved', value: approvalText(approved) },
    { id: 'as-of', label: 'As of', value: asOf },
    { id: 'controls', label: 'Controls', value: all.total },
    ...(coverage.own.total
      ? [{ id: 'own-controls', label: 'Controls beyond Annex A', value: coverage.own.total }]
      : []),
    { id: 'applicable', label: 'Applicable', value: all.applicable },
    { id: 'inherited', label: 'Inherited from suppliers', value: all.inherited },
    { id: 'not-applicable', label: 'Not applicable', value: all.excluded },
    { id: 'undecided', label: 'Undecided', value: all.undecided.length },
    { id: 'implemented', label: 'Implemented', value: all.implemented },
    { id: 'partial', label: 'Partially implemented', value: all.partial },
    { id: 'planned', label: 'Planned', value: all.planned },
  ];
}

/** The standard as its publishers write it. */
export const standardName = (standard: string | undefined): string =>
  standard === 'ISO27001-2022' ? 'ISO/IEC 27001:2022' : (standard ?? '');

function approvalText(approved: NamedApproval | undefined): string {
  if (!approved) return 'not approved';
  const { on, by, until } = approved;
  const parts = [on, by.length && `by ${by.map(nameOf).join(', ')}`, until && `until ${until}`];
  return parts.filter(part => part).join(' ');
}

const number = (id: string, title: string): Column => ({ id, title, kind: 'number' });

const coverageColumns: readonly Column[] = [
  { id: 'theme', title: 'Theme', kind: 'word' },
  number('total', 'Controls'),
  number('decided', 'Decided'),
  number('applicable', 'Applicable'),
  number('inherited', 'Inherited'),
  number('excluded', 'Not applicable'),
  number('undecided', 'Undecided'),
  number('implemented', 'Implemented'),
  number('partial', 'Partial'),
  number('planned', 'Planned'),
];

function coverageTable(coverage: SoaCoverage, all: CoverageCounts): Table {
  const rows = coverage.themes.map(counts => coverageRow(titleOf(counts.theme), counts));
  if (coverage.own.total) rows.push(coverageRow('Controls beyond Annex A', coverage.own));
  return flatTable('coverage', 'Coverage', coverageColumns, [...rows, coverageRow('All', all)]);
}

const titleOf = (theme: ThemeId): string => themes.find(({ id }) => id === theme)?.title ?? theme;

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
