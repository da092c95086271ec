/** Competence and awareness: which roles there are, who holds them, and what shows that they can. (5.3, 7.2, 7.3) */
import { period, say, word } from '../../wording/wording.ts';
import type { Artefact, Subject } from '../artefact.ts';
import { type Block, flatTable, type Row, type Table } from '../blocks.ts';
import { type Competence, competenceData, type RoleData } from '../data/competence.ts';
import { countFact, fact } from './_facts.ts';
import { column } from './_headings.ts';
import { keptFact, withKeptIn } from './_kept.ts';
import { withParticulars } from './_particulars.ts';
import { evidenceCell, evidenceInlines, nameCell, namesCell, proseCell } from './_shared.ts';

const competence: Artefact = {
  id: 'competence',
  title: 'Competence and awareness',
  description: 'who holds which roles, what shows that they are competent and aware, and what is communicated',
  clause: '7.2, 7.3, 5.3, 7.4',
  parameters: [],
  build: ({ view, prose }) => {
    const data = competenceData(view);
    const { roles, competences } = data;
    return {
      head: [
        fact('roles', 'Roles', roles.length),
        ...keptFact(roles),
        countFact('unassigned', 'Roles that nobody holds', roles, ({ holders }) => holders.length === 0),
        fact('competences', 'Records of competence', competences.length),
        countFact('expired', 'Expired', competences, ({ state }) => state === 'expired'),
        countFact('without-evidence', 'Without evidence', competences, ({ evidence }) => evidence.length === 0),
      ],
      blocks: [
        competenceTable(data, prose),
        roleTable(roles, prose),
        personTable(data, prose),
        ...awarenessPart(data, prose),
        communicationTable(data, prose),
      ],
      data: () => data,
      asOf: view.asOf,
    };
  },
};

export default competence;

const competenceTable = ({ competences }: Competence, prose: Subject['prose']): Table =>
  withParticulars(
    prose,
    flatTable(
      'competences',
      say('Records of competence'),
      [
        column('id', 'Record', 'id'),
        column('title', 'Training, education or experience', 'title'),
        column('person', 'Person', 'name'),
        column('roles', 'For the roles', 'names'),
        column('acquired', 'Acquired', 'date'),
        column('valid', 'Holds for', 'word'),
        column('until', 'Valid until', 'date'),
        column('state', 'State', 'word', { valid: 'good', expired: 'bad', 'not dated': 'attention' }),
        column('evidence', 'Evidence', 'names'),
      ],
      competences.map(
        ({ id, title, person, roles, acquired, valid, until, state, evidence }): Row => [
          id,
          title ?? undefined,
          nameCell(person),
          namesCell(roles),
          acquired ?? undefined,
          period(valid),
          until ?? undefined,
          word(state),
          evidenceCell(evidence),
        ],
      ),
    ),
    competences,
  );

const roleTable = (roles: readonly RoleData[], prose: Subject['prose']): Table =>
  withParticulars(
    prose,
    withKeptIn(
      flatTable(
        'roles',
        say('Roles and who holds them'),
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
            [topManagement && say('top management'), external && say('external')].filter(part => part).join(', ') ||
              undefined,
            proseCell(prose, responsibilities),
            namesCell(competences),
          ],
        ),
      ),
      roles,
    ),
    roles,
  );

const personTable = ({ persons }: Competence, prose: Subject['prose']): Table =>
  withParticulars(
    prose,
    withKeptIn(
      flatTable(
        'persons',
        say('Persons'),
        [
          column('id', 'Person', 'id'),
          column('title', 'Name', 'title'),
          column('roles', 'Roles', 'names'),
          column('email', 'E-mail', 'name'),
          column('left', 'Left', 'date'),
        ],
        persons.map(
          ({ id, title, roles, email, left }): Row => [
            id,
            title ?? undefined,
            namesCell(roles),
            email ?? undefined,
            left ?? undefined,
          ],
        ),
      ),
      persons,
    ),
    persons,
  );

/** What is communicated, when, with whom, by whom and how. (7.4) */
const communicationTable = ({ communications }: Competence, prose: Subject['prose']): Table =>
  withParticulars(
    prose,
    flatTable(
      'communications',
      say('Communication'),
      [
        column('id', 'Communication', 'id'),
        column('title', 'What is communicated', 'title'),
        column('audience', 'With whom', 'names'),
        column('when', 'When', 'prose'),
        column('channel', 'How', 'prose'),
        column('owner', 'By whom', 'name', { 'not stated': 'bad' }),
      ],
      communications.map(
        ({ id, title, audience, when, channel, owner }): Row => [
          id,
          title ?? undefined,
          namesCell(audience),
          proseCell(prose, when),
          proseCell(prose, channel),
          nameCell(owner) ?? say('not stated'),
        ],
      ),
    ),
    communications,
  );

const awarenessPart = ({ awareness }: Competence, prose: Subject['prose']): Block[] => [
  { type: 'heading', text: say('Awareness') },
  ...(awareness.length
    ? awareness.flatMap(({ implementation, evidence }): Block[] => [
        ...prose(implementation ?? say('Nothing is said of how awareness is raised.')),
        ...(evidence.length
          ? [
              {
                type: 'list' as const,
                items: evidence.map(one => [{ type: 'paragraph' as const, content: evidenceInlines(one) }]),
              },
            ]
          : []),
      ])
    : prose(say('The Statement of Applicability has no entry that includes A.6.3.'))),
];
