/** The scope with its context and interested parties. (4.1, 4.2, 4.3) */
import type { Artefact, Subject } from '../artefact.ts';
import { type Block, flatTable, type Row, type Table } from '../blocks.ts';
import type { PartyData } from '../data/requirements.ts';
import { type IssueData, type ScopeStatement, scopeStatementData } from '../data/scope-statement.ts';
import { column, fact, idsCell, proseCell, textPart, wordText, yesNo } from './_shared.ts';
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
  ...textPart(prose, 'Interfaces', data.interfaces),
  ...textPart(prose, 'Dependencies', data.dependencies),
  flatTable(
    'locations',
    'Locations in scope',
    [
      column('id', 'Location', 'id'),
      column('title', 'Title', 'title'),
      column('address', 'Address', 'name'),
      column('country', 'Country', 'word'),
      column('headcount', 'People', 'number'),
    ],
    data.locations.map(
      ({ id, title, address, country, headcount }): Row => [
        id,
        title ?? '',
        address ?? '',
        country ?? '',
        headcount ?? '',
      ],
    ),
  ),
  flatTable(
    'exclusions',
    'Left out of the scope',
    [column('what', 'What is left out', 'title'), column('reason', 'Reason', 'prose')],
    data.exclusions.map(({ what, reason }): Row => [what, proseCell(prose, reason)]),
  ),
  ...(data.edition === 'customer' ? [] : [issueTable(data.issues, prose)]),
  { ...partyTable(data.parties, prose), isMain: true },
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

/** What bears on the ISMS from outside and inside. */
export const issueTable = (issues: readonly IssueData[], prose: Subject['prose']): Table =>
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
