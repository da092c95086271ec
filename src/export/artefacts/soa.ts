/** The Statement of Applicability as a document: the register of controls, the coverage, and the data for programs. (6.1.3 d) */
import { type CoverageCounts, type SoaCoverage, soaCoverage } from '../../analysis/coverage.ts';
import {
  type Named,
  type SoaApproval,
  type SoaLine,
  type StatementOfApplicability,
  statementOfApplicability,
} from '../../analysis/soa.ts';
import { type ThemeId, themes } from '../../catalogues/annex-a.ts';
import { type Column, flatSheet, type HeadEntry, lazily, type Row, type Sheet } from '../document.ts';
import type { Artefact } from './artefact.ts';
import { unwrap } from './prose.ts';
import { soaData } from './soa-data.ts';

export const soa: Artefact = {
  id: 'soa',
  title: 'Statement of Applicability',
  clause: '6.1.3 d',
  build: view => {
    const statement = statementOfApplicability(view);
    const coverage = view.get(soaCoverage);
    const all = allCounts(coverage);
    return {
      id: 'soa',
      title: 'Statement of Applicability',
      head: head(statement, coverage, all),
      sheets: [controlSheet(statement), coverageSheet(coverage, all)],
      get data() {
        return soaData(statement, coverage, all);
      },
      asOf: statement.asOf,
      language: 'en',
    };
  },
};

const columns: readonly Column[] = [
  { key: 'id', title: 'Control', width: 9 },
  { key: 'title', title: 'Title', width: 32, wrap: true },
  { key: 'theme', title: 'Theme', width: 14 },
  { key: 'applicable', title: 'Applicable', width: 11, tones: { no: 'muted', undecided: 'bad' } },
  { key: 'reasons', title: 'Reasons', width: 28, wrap: true },
  { key: 'justification', title: 'Justification', width: 48, wrap: true },
  {
    key: 'status',
    title: 'Status',
    width: 13,
    tones: { implemented: 'good', partial: 'attention', planned: 'attention' },
  },
  { key: 'implementation', title: 'Implementation', width: 48, wrap: true },
  { key: 'owner', title: 'Owner', width: 22, wrap: true },
  { key: 'risks', title: 'Risks treated', width: 16, wrap: true },
  { key: 'evidence', title: 'Evidence', width: 28, wrap: true },
  { key: 'policies', title: 'Policies', width: 28, wrap: true },
];

function controlSheet({ lines }: StatementOfApplicability): Sheet {
  const rowsOf = (isWanted: (line: SoaLine) => boolean): Iterable<Row> => lazily(() => rows(lines, isWanted));
  const groups = themes.map(({ id, title }) => ({ title, rows: rowsOf(line => !line.own && line.theme === id) }));
  const own = rowsOf(line => line.own);
  return {
    id: 'controls',
    name: 'Controls',
    columns,
    groups: [...groups, { title: 'Controls beyond Annex A', rows: own }],
  };
}

function* rows(lines: readonly SoaLine[], isWanted: (line: SoaLine) => boolean): Generator<Row> {
  for (const line of lines) if (isWanted(line)) yield row(line);
}

const row = (line: SoaLine): Row => [
  line.id,
  line.title,
  line.theme && themeName(line.theme),
  applicable(line),
  reasons(line),
  line.justification && unwrap(line.justification),
  line.status,
  implementation(line),
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

function implementation({ decision, provider, implementation: written }: SoaLine): string | undefined {
  const text = written && unwrap(written);
  if (decision !== 'inherited') return text;
  const inherited = provider ? `Inherited from ${nameOf(provider)}` : 'Inherited';
  return text === undefined ? inherited : `${inherited}\n${text}`;
}

const themeName = (theme: ThemeId): string => theme[0]?.toUpperCase() + theme.slice(1);

/** The title, which readers outside the organisation understand; the name where there is none. */
const nameOf = ({ id, title }: Named): string => title ?? id;

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

function head(statement: StatementOfApplicability, coverage: SoaCoverage, all: CoverageCounts): HeadEntry[] {
  const { organization, isms, standard, version, owner, approved, asOf } = statement;
  return [
    { label: 'Organisation', value: organization ?? '' },
    { label: 'ISMS', value: isms ? nameOf(isms) : '' },
    { label: 'Standard', value: standardName(standard) },
    { label: 'Version', value: version ?? '' },
    ...(owner ? [{ label: 'Owner', value: nameOf(owner) }] : []),
    { label: 'Approved', value: approvalText(approved) },
    { label: 'As of', value: asOf },
    { label: 'Controls', value: all.total },
    ...(coverage.own.total ? [{ label: 'Controls beyond Annex A', value: coverage.own.total }] : []),
    { label: 'Applicable', value: all.applicable },
    { label: 'Inherited from suppliers', value: all.inherited },
    { label: 'Not applicable', value: all.excluded },
    { label: 'Undecided', value: all.undecided.length },
    { label: 'Implemented', value: all.implemented },
    { label: 'Partially implemented', value: all.partial },
    { label: 'Planned', value: all.planned },
  ];
}

/** The standard as its publishers write it. */
export const standardName = (standard: string | undefined): string =>
  standard === 'ISO27001-2022' ? 'ISO/IEC 27001:2022' : (standard ?? '');

function approvalText(approved: SoaApproval | undefined): string {
  if (!approved) return 'not approved';
  const { on, by, until } = approved;
  const parts = [on, by.length && `by ${by.map(nameOf).join(', ')}`, until && `until ${until}`];
  return parts.filter(part => part).join(' ');
}

const number = (key: string, title: string): Column => ({ key, title, width: 12, kind: 'number' });

const coverageColumns: readonly Column[] = [
  { key: 'theme', title: 'Theme', width: 28 },
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

function coverageSheet(coverage: SoaCoverage, all: CoverageCounts): Sheet {
  const rows = coverage.themes.map(counts => coverageRow(titleOf(counts.theme), counts));
  if (coverage.own.total) rows.push(coverageRow('Controls beyond Annex A', coverage.own));
  return flatSheet('coverage', 'Coverage', coverageColumns, [...rows, coverageRow('All', all)]);
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
