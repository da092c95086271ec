/** The scope with its context and interested parties. (4.1, 4.2, 4.3) */
import { day, period, say, word } from '../../wording/wording.ts';
import type { Artefact, Subject } from '../artefact.ts';
import { type Block, flatTable, type Row, type Table, within } from '../blocks.ts';
import type { PartyData } from '../data/requirements.ts';
import {
  type CertificationData,
  type IssueData,
  type ScopeStatement,
  type SharedData,
  type SystemData,
  scopeStatementData,
} from '../data/scope-statement.ts';
import { fact } from './_facts.ts';
import { column } from './_headings.ts';
import { particularsPart, withParticulars } from './_particulars.ts';
import { approvalText, idsCell, nameCell, proseCell, textPart, yesNo } from './_shared.ts';
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
      say('Locations in scope'),
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
    say('Left out of the scope'),
    [column('what', 'What is left out', 'title'), column('reason', 'Reason', 'prose')],
    data.exclusions.map(({ what, reason }): Row => [what, proseCell(prose, reason)]),
  ),
  ...(data.edition === 'customer' ? [] : [issueTable(data.issues, prose)]),
  { ...partyTable(data.parties, prose), isMain: true },
  ...(data.certifications.length ? [certificationTable(data.certifications, prose)] : []),
  flatTable(
    'assets',
    say('Assets by type'),
    [
      column('type', 'Type', 'word'),
      column('within', 'Within the scope', 'number'),
      column('outside', 'Outside the scope', 'number'),
    ],
    data.assets.map(({ type, within, outside }): Row => [word(type) ?? say('not stated'), within, outside]),
  ),
];

/** What is kept in other ISMSs, as an interface to them. (4.3 c) */
const sharedTable = (all: readonly SharedData[]): Table =>
  flatTable(
    'shared',
    say('Kept in other ISMSs'),
    [
      column('id', 'Name', 'id'),
      column('title', 'Title', 'title'),
      column('kind', 'Kind', 'word'),
      column('isms', 'ISMS', 'name'),
    ],
    all.map(({ id, title, kind, isms }): Row => [id, title ?? '', word(kind), isms]),
  );

const certificationTable = (all: readonly CertificationData[], prose: Subject['prose']): Table =>
  withParticulars(
    prose,
    flatTable(
      'certifications',
      say('Certification'),
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
          one.surveillance.map(day),
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
        { type: 'heading', text: say('The ISMS') },
        ...particularsPart(prose, system),
        {
          type: 'facts',
          facts: [
            fact('isms-approved', 'Approved', approvalText(system.approved) ?? say('not approved')),
            fact('isms-review', 'Documents are reviewed', period(system.review)),
            ...(system.uses.length ? [fact('isms-uses', 'Other ISMSs that it uses', system.uses.join(', '))] : []),
          ],
        },
        ...within(textPart(prose, 'Resources', system.resources)),
      ]
    : [];

/** What bears on the ISMS from outside and inside. */
export const issueTable = (issues: readonly IssueData[], prose: Subject['prose']): Table =>
  withParticulars(
    prose,
    flatTable(
      'issues',
      say('External and internal issues'),
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
          word(kind),
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
  title: say('Interested parties and their requirements'),
  columns: [
    column('id', 'Requirement', 'id'),
    column('title', 'Title', 'title'),
    column('kind', 'Kind', 'word'),
    column('source', 'Source', 'prose'),
    column('addressed', 'Addressed', 'word', { no: 'muted' }),
  ],
  groupBy: say('Interested party'),
  groups: parties.map(({ id, title, requirements }) => ({
    title: title ?? id,
    rows: requirementRows(requirements, prose).map(cells => cells.slice(0, 5)),
  })),
});
