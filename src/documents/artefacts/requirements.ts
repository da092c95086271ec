/** The register of legal, contractual and business requirements, with what answers each. (4.2, A.5.31) */
import { say, word } from '../../wording/wording.ts';
import type { Artefact, Subject } from '../artefact.ts';
import { type Block, flatTable, type Row } from '../blocks.ts';
import { type PartyData, type RequirementData, requirementsData } from '../data/requirements.ts';
import { countFact, fact } from './_facts.ts';
import { column } from './_headings.ts';
import { withParticulars } from './_particulars.ts';
import { fullNamesCell, proseCell, yesNo } from './_shared.ts';

const requirements: Artefact = {
  id: 'requirements',
  title: 'Legal and contractual requirements',
  description: 'what laws, contracts and the business require, where it is written, and which controls answer it',
  clause: '4.2, A.5.31',
  parameters: [],
  build: ({ view, prose }) => {
    const data = requirementsData(view);
    const all = data.parties.flatMap(party => party.requirements);
    return {
      head: [
        fact('requirements', 'Requirements', all.length),
        countFact('legal', 'Legal', all, ({ kind }) => kind === 'legal'),
        countFact('contractual', 'Contractual', all, ({ kind }) => kind === 'contractual'),
        countFact('business', 'Business', all, ({ kind }) => kind === 'business'),
        countFact('not-addressed', 'Not addressed by the ISMS', all, ({ addressed }) => addressed === false),
        countFact('undecided', 'Not said whether addressed', all, ({ addressed }) => addressed === null),
        countFact('without-source', 'Without a source', all, ({ source }) => source === null),
      ],
      blocks: [
        withParticulars(
          prose,
          {
            type: 'table',
            id: 'requirements',
            title: say('Requirements'),
            columns: [
              column('id', 'Requirement', 'id'),
              column('title', 'Title', 'title'),
              column('kind', 'Kind', 'word'),
              column('source', 'Source', 'prose'),
              column('addressed', 'Addressed', 'word', { yes: 'good', no: 'muted' }),
              column('description', 'Description', 'prose'),
              column('controls', 'Controls', 'names'),
            ],
            groupBy: say('Interested party'),
            groups: data.parties.map(({ id, title, keptIn, requirements: own }) => ({
              title: keptIn === null ? (title ?? id) : say('{0} (kept in {1})', title ?? id, keptIn),
              rows: requirementRows(own, prose),
            })),
          },
          all,
        ),
        ...partyPart(data.parties, prose),
      ],
      data: () => data,
      asOf: view.asOf,
    };
  },
};

export default requirements;

/** Who the interested parties are, as far as more than their titles is said of any. */
const partyPart = (parties: readonly PartyData[], prose: Subject['prose']): Block[] => {
  const names = flatTable(
    'parties',
    say('Interested parties'),
    [column('id', 'Party', 'id'), column('title', 'Title', 'title')],
    parties.map(({ id, title }): Row => [id, title ?? undefined]),
  );
  const table = withParticulars(prose, names, parties);
  return table.columns.length > names.columns.length ? [table] : [];
};

/** Requirements as rows: id, title, kind, source, whether addressed, description, controls. */
export const requirementRows = (all: readonly RequirementData[], prose: Subject['prose']): Row[] =>
  all.map(
    ({ id, title, kind, source, addressed, description, controls }): Row => [
      id,
      title ?? undefined,
      word(kind),
      proseCell(prose, source),
      yesNo(addressed),
      proseCell(prose, description),
      fullNamesCell(controls),
    ],
  );
