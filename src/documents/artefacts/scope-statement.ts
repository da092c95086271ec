/** The scope with its context and interested parties. (4.1, 4.2, 4.3) */
import type { Artefact, Subject } from '../artefact.ts';
import { type Block, flatTable, type Row, type Table } from '../blocks.ts';
import type { PartyData } from '../data/requirements.ts';
import {
  type CertificationData,
  type IssueData,
  type ScopeStatement,
  type SharedData,
  type SystemData,
  scopeStatementData,
} from '../data/scope-statement.ts';
import { particularsPart, withParticulars } from './_particulars.ts';
import { approvalText, column, fact, idsCell, nameCell, proseCell, textPart, wordText, yesNo } from './_shared.ts';
import { requirementRows } from './requirements.ts';
import { editionParameter } from './soa.ts';

const scopeStatement: Artefact = {
  id: 'scope-statement',
  title: 'Scope of the ISMS',
  description: 'what the ISMS covers and leaves out, in which context, and who expects what of it',
  clause: '4.3, 4.1, 4.2',
  parameters: [editionParameter],
  build: ({ view, prose }, { edition }) => {
    const data = scopeStatementData(view, edition === 'customer' ? 'customer' : 'internal');
    const sum = (key: 'within' | 'outside'): number => data.assets.reduce((total, count) => total + count[key], 0);
    return {
      head: [
        ...(data.title ? [fact('scope', 'Scope', data.title)] : []),
        ...(data.headcount === null ? [] : [fact('headcount', 'People within the scope', data.headcount)]),
        fact('parties', 'Interested parties', data.parties.length),
        fact('within', 'Assets within the scope', sum('within')),
        fact('outside', 'Assets outside the scope', sum('outside')),
      ],
      blocks: blocks(data, prose),
      data: () => data,
      asOf: view.asOf,
    };
  },
};

export default scopeStatement;

const blocks = (data: ScopeStatement, prose: Subject['prose']): Block[] => [
  ...textPart(prose, 'Statement', data.statement, 'No scope is stated.'),
  ...particularsPart(prose, data),
  ...systemPart(data.system, prose),
  ...textPart(prose, 'Interfaces', data.interfaces),
  ...textPart(prose, 'Dependencies', data.dependencies),
  ...(data.shared.length ? [sharedTable(data.shared)] : []),
  withParticulars(
    prose,
    flatTable(
      'locations',
      'Locations in scope',
      [
        column('id', 'Location', 'id'),
        column('title', 'Title', 'title'),
        column('address', 'Address', 'name'),
        column('country', 'Country', 'word'),
        column('headcount', 'People', 'number'),
        ...(data.edition === 'customer' ? [] : [column('owner', 'Responsible', 'name')]),
      ],
      data.locations.map(
        ({ id, title, address, country, headcount, owner }): Row => [
          id,
          title ?? '',
          address ?? '',
          country ?? '',
          headcount ?? '',
          ...(data.edition === 'customer' ? [] : [nameCell(owner)]),
        ],
      ),
    ),
    data.locations,
  ),
  flatTable(
    'exclusions',
    'Left out of the scope',
    [column('what', 'What is left out', 'title'), column('reason', 'Reason', 'prose')],
    data.exclusions.map(({ what, reason }): Row => [what, proseCell(prose, reason)]),
  ),
  ...(data.edition === 'customer' ? [] : [issueTable(data.issues, prose)]),
  { ...partyTable(data.parties, prose), isMain: true },
  ...(data.certifications.length ? [certificationTable(data.certifications, prose)] : []),
  flatTable(
    'assets',
    'Assets by type',
    [
      column('type', 'Type', 'word'),
      column('within', 'Within the scope', 'number'),
      column('outside', 'Outside the scope', 'number'),
    ],
    data.assets.map(({ type, within, outside }): Row => [type ?? 'not stated', within, outside]),
  ),
];

/** What is kept in other ISMSs, as an interface to them. (4.3 c) */
const sharedTable = (all: readonly SharedData[]): Table =>
  flatTable(
    'shared',
    'Kept in other ISMSs',
    [
      column('id', 'Name', 'id'),
      column('title', 'Title', 'title'),
      column('kind', 'Kind', 'word'),
      column('isms', 'ISMS', 'name'),
    ],
    all.map(({ id, title, kind, isms }): Row => [id, title ?? '', kind, isms]),
  );

const certificationTable = (all: readonly CertificationData[], prose: Subject['prose']): Table =>
  withParticulars(
    prose,
    flatTable(
      'certifications',
      'Certification',
      [
        column('title', 'Certification', 'title'),
        column('body', 'Body', 'name'),
        column('accredited-by', 'Accredited by', 'word'),
        column('certificate', 'Certificate', 'name'),
        column('issued', 'Issued', 'date'),
        column('expires', 'Expires', 'date'),
        column('stage1', 'Stage 1', 'date'),
        column('stage2', 'Stage 2', 'date'),
        column('surveillance', 'Surveillance', 'ids'),
        column('recertification', 'Recertification', 'date'),
      ],
      all.map(
        (one): Row => [
          one.title ?? undefined,
          one.body ?? undefined,
          one.accreditedBy ?? undefined,
          one.certificate ?? undefined,
          one.issued ?? undefined,
          one.expires ?? undefined,
          one.stage1 ?? undefined,
          one.stage2 ?? undefined,
          one.surveillance,
          one.recertification ?? undefined,
        ],
      ),
    ),
    all,
  );

/** What the `isms` block says of the ISMS itself: what it is, what it has, and when it is looked at again. (4.4, 7.1) */
const systemPart = (system: SystemData | null, prose: Subject['prose']): Block[] =>
  system
    ? [
        { type: 'heading', text: 'The ISMS' },
        ...particularsPart(prose, system),
        {
          type: 'facts',
          facts: [
            fact('isms-approved', 'Approved', approvalText(system.approved) ?? 'not approved'),
            fact('isms-review', 'Documents are reviewed', system.review),
            ...(system.uses.length ? [fact('isms-uses', 'Other ISMSs that it uses', system.uses.join(', '))] : []),
          ],
        },
        ...textPart(prose, 'Resources', system.resources),
      ]
    : [];

/** What bears on the ISMS from outside and inside. */
export const issueTable = (issues: readonly IssueData[], prose: Subject['prose']): Table =>
  withParticulars(
    prose,
    flatTable(
      'issues',
      'External and internal issues',
      [
        column('id', 'Issue', 'id'),
        column('title', 'Title', 'title'),
        column('kind', 'Kind', 'word'),
        column('climate', 'Climate change', 'word'),
        column('description', 'Description', 'prose'),
        column('risks', 'Addressed by risks', 'ids'),
      ],
      issues.map(
        ({ id, title, kind, climate, description, risks }): Row => [
          id,
          title ?? '',
          wordText(kind),
          yesNo(climate),
          proseCell(prose, description),
          idsCell(risks),
        ],
      ),
    ),
    issues,
  );

/** What interested parties require, by party. */
export const partyTable = (parties: readonly PartyData[], prose: Subject['prose']): Table => ({
  type: 'table',
  id: 'parties',
  title: 'Interested parties and their requirements',
  columns: [
    column('id', 'Requirement', 'id'),
    column('title', 'Title', 'title'),
    column('kind', 'Kind', 'word'),
    column('source', 'Source', 'prose'),
    column('addressed', 'Addressed', 'word', { no: 'muted' }),
  ],
  groupBy: 'Interested party',
  groups: parties.map(({ id, title, requirements }) => ({
    title: title ?? id,
    rows: requirementRows(requirements, prose).map(cells => cells.slice(0, 5)),
  })),
});
