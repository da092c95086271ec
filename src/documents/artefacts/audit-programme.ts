/** The audit programme: which audits are planned and were performed, and what they cover within the cycle. (9.2.2) */
import { period, say, word } from '../../wording/wording.ts';
import type { Artefact, Subject } from '../artefact.ts';
import { type Block, flatTable, paragraph, type Row, type Table } from '../blocks.ts';
import { type AuditProgramme, auditProgrammeData, type GapData, type ProgrammeData } from '../data/audit-programme.ts';
import { countFact, dayFact, fact } from './_facts.ts';
import { column } from './_headings.ts';
import { particularsPart, withParticulars } from './_particulars.ts';
import { approvalText, fullNameText, idsCell, nameCell, namesCell } from './_shared.ts';

const auditProgramme: Artefact = {
  id: 'audit-programme',
  title: 'Audit programme',
  description: 'which audits are planned and were performed, by whom, and what they leave out of the cycle',
  clause: '9.2.2, 9.2.1',
  parameters: [],
  build: ({ view, prose }) => {
    const data = auditProgrammeData(view);
    const { programmes, audits } = data;
    return {
      head: [
        fact('programmes', 'Programmes', programmes.length),
        fact('audits', 'Audits', audits.length),
        countFact('performed', 'Performed', audits, ({ state }) => state === 'performed'),
        countFact('planned', 'Planned', audits, ({ state }) => state === 'planned'),
        countFact('overdue', 'Overdue', audits, ({ state }) => state === 'overdue'),
      ],
      blocks: [
        ...(programmes.length ? programmes.flatMap(one => programmePart(one, prose)) : noProgramme()),
        auditTable(data, prose),
      ],
      data: () => data,
      asOf: view.asOf,
    };
  },
};

export default auditProgramme;

const noProgramme = (): readonly Block[] => [paragraph(say('No audit programme is declared.'))];

const programmePart = (programme: ProgrammeData, prose: Subject['prose']): Block[] => [
  { type: 'heading', text: fullNameText(programme) },
  ...particularsPart(prose, programme),
  {
    type: 'facts',
    facts: [
      fact('cycle', 'Cycle', period(programme.cycle)),
      dayFact('from', 'From', programme.from),
      dayFact('to', 'To', programme.to),
      fact('owner', 'Run by', nameCell(programme.owner)),
      fact('approved', 'Programme approved', approvalText(programme.approved) ?? say('not approved')),
      fact('audits', 'Audits in the cycle', programme.audits.length),
      fact('clauses', 'Clauses covered', coveredText(programme.clauses)),
      fact('controls', 'Controls covered', coveredText(programme.controls)),
    ],
  },
  ...missingPart('Clauses that no audit of the cycle covers', programme.clauses),
  ...missingPart('Controls that no audit of the cycle covers', programme.controls),
];

const coveredText = ({ total, missing }: GapData): string => say('{0} of {1}', total - missing.length, total);

const missingPart = (what: string, { missing }: GapData): Block[] =>
  missing.length ? [paragraph({ type: 'strong', content: [`${say(what)}: `] }, missing.join(', '))] : [];

const auditTable = ({ audits }: AuditProgramme, prose: Subject['prose']): Table =>
  withParticulars(
    prose,
    flatTable(
      'audits',
      say('Audits'),
      [
        column('id', 'Audit', 'id'),
        column('title', 'Title', 'title'),
        column('kind', 'Kind', 'word'),
        column('programme', 'Programme', 'name'),
        column('planned', 'Planned', 'date'),
        column('performed', 'Performed', 'date'),
        column('state', 'State', 'word', { performed: 'good', overdue: 'bad', 'not dated': 'attention' }),
        column('auditors', 'Auditors', 'names'),
        column('clauses', 'Clauses', 'ids'),
        column('controls', 'Controls', 'ids'),
      ],
      audits.map(({ id, title, kind, programme, planned, performed, state, auditors, covers }): Row => {
        const isClause = ({ id: covered }: { readonly id: string }): boolean => /^\d/.test(covered);
        return [
          id,
          title ?? undefined,
          word(kind),
          nameCell(programme),
          planned ?? undefined,
          performed ?? undefined,
          word(state),
          namesCell(auditors),
          idsCell(covers.filter(isClause)),
          idsCell(covers.filter(one => !isClause(one))),
        ];
      }),
    ),
    audits,
  );
