/** Competence and awareness: which roles there are, who holds them, and what shows that they can. (5.3, 7.2, 7.3) */
import type { Artefact, Subject } from '../artefact.ts';
import { type Block, flatTable, type Row, type Table } from '../blocks.ts';
import { type Competence, competenceData, type RoleData } from '../data/competence.ts';
import { column, countFact, evidenceCell, evidenceInlines, fact, nameCell, namesCell, proseCell } from './_shared.ts';

const competence: Artefact = {
  id: 'competence',
  title: 'Competence and awareness',
  description: 'which roles there are, who holds them, and what shows that they are competent and aware',
  clause: '7.2, 7.3, 5.3',
  parameters: [],
  build: ({ view, prose }) => {
    const data = competenceData(view);
    const { roles, competences } = data;
    return {
      head: [
        fact('roles', 'Roles', roles.length),
        countFact('unassigned', 'Roles that nobody holds', roles, ({ holders }) => holders.length === 0),
        fact('competences', 'Records of competence', competences.length),
        countFact('expired', 'Expired', competences, ({ state }) => state === 'expired'),
        countFact('without-evidence', 'Without evidence', competences, ({ evidence }) => evidence.length === 0),
      ],
      blocks: [competenceTable(data), roleTable(roles, prose), ...awarenessPart(data, prose)],
      data: () => data,
      asOf: view.asOf,
    };
  },
};

export default competence;

const competenceTable = ({ competences }: Competence): Table =>
  flatTable(
    'competences',
    'Records of competence',
    [
      column('id', 'Record', 'id'),
      column('title', 'Training, education or experience', 'title'),
      column('person', 'Person', 'name'),
      column('roles', 'For the roles', 'names'),
      column('acquired', 'Acquired', 'date'),
      column('until', 'Valid until', 'date'),
      column('state', 'State', 'word', { valid: 'good', expired: 'bad', 'not dated': 'attention' }),
      column('evidence', 'Evidence', 'names'),
    ],
    competences.map(
      ({ id, title, person, roles, acquired, until, state, evidence }): Row => [
        id,
        title ?? undefined,
        nameCell(person),
        namesCell(roles),
        acquired ?? undefined,
        until ?? undefined,
        state,
        evidenceCell(evidence),
      ],
    ),
  );

const roleTable = (roles: readonly RoleData[], prose: Subject['prose']): Table =>
  flatTable(
    'roles',
    'Roles and who holds them',
    [
      column('id', 'Role', 'id'),
      column('title', 'Title', 'title'),
      column('holders', 'Held by', 'names'),
      column('reports-to', 'Reports to', 'name'),
      column('position', 'Position', 'name'),
      column('responsibilities', 'Responsibilities', 'prose'),
      column('competences', 'Records of competence', 'names'),
    ],
    roles.map(
      ({ id, title, holders, reportsTo, topManagement, external, responsibilities, competences }): Row => [
        id,
        title ?? undefined,
        namesCell(holders),
        nameCell(reportsTo),
        [topManagement && 'top management', external && 'external'].filter(part => part).join(', ') || undefined,
        proseCell(prose, responsibilities),
        namesCell(competences),
      ],
    ),
  );

const awarenessPart = ({ awareness }: Competence, prose: Subject['prose']): Block[] => [
  { type: 'heading', text: 'Awareness' },
  ...(awareness.length
    ? awareness.flatMap(({ implementation, evidence }): Block[] => [
        ...prose(implementation ?? 'Nothing is said of how awareness is raised.'),
        ...(evidence.length
          ? [
              {
                type: 'list' as const,
                items: evidence.map(one => [{ type: 'paragraph' as const, content: evidenceInlines(one) }]),
              },
            ]
          : []),
      ])
    : prose('The Statement of Applicability has no entry that includes A.6.3.')),
];
