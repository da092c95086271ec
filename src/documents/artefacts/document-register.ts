/** The register of documented information: what the standard asks for and where it is, and all documents. (7.5) */
import { later, period, say, word } from '../../wording/wording.ts';
import type { Artefact, Subject } from '../artefact.ts';
import { type Cell, flatTable, type Row, type Table } from '../blocks.ts';
import {
  type DocumentData,
  type DocumentRegister,
  documentRegisterData,
  type RecordData,
} from '../data/document-register.ts';
import { countFact, fact } from './_facts.ts';
import { column } from './_headings.ts';
import { badHereOrThere, keptFact, withKeptIn } from './_kept.ts';
import { withParticulars } from './_particulars.ts';
import { idsCell, nameCell, namesCell, proseCell } from './_shared.ts';

const documentRegister: Artefact = {
  id: 'document-register',
  title: 'Register of documented information',
  description: 'what the standard asks to be documented and where it is, and every document under control',
  clause: '7.5.1, 7.5.2, 7.5.3',
  parameters: [],
  build: ({ view, prose }) => {
    const data = documentRegisterData(view);
    const { documents, evidence, information } = data;
    return {
      head: [
        fact('documents', 'Documents', documents.length),
        ...keptFact(documents),
        countFact('missing', 'Mandatory information missing', information, ({ state }) => state === 'missing'),
        countFact('overdue', 'Review overdue', documents, ({ state }) => state === 'overdue'),
        fact('evidence', 'Pieces of evidence', evidence.length),
        countFact('not-approved', 'Not approved', documents, ({ state }) => state === 'not approved'),
      ],
      blocks: [informationTable(data), documentTable(documents, prose), recordTable(evidence, prose)],
      data: () => data,
      asOf: view.asOf,
    };
  },
};

export default documentRegister;

const states = { there: 'there', missing: 'missing', 'none-yet': later('none yet, as there is no finding') } as const;

const informationTable = ({ information }: DocumentRegister): Table =>
  flatTable(
    'information',
    say('Mandatory documented information'),
    [
      column('clause', 'Clause', 'id'),
      column('information', 'Information', 'title'),
      column('kind', 'Kind', 'word'),
      column('state', 'State', 'name', { there: 'good', missing: 'bad' }),
      column('at', 'Where', 'name'),
    ],
    information.map(
      ({ clause, name, kind, state, at }): Row => [
        // As all documents write it: `6.1.3 d`.
        clause.replace(/\)$/, ''),
        say(name),
        word(kind),
        say(states[state]),
        at ? `${word(at.kind)} ${at.title ?? at.id}` : undefined,
      ],
    ),
  );

const documentTable = (documents: readonly DocumentData[], prose: Subject['prose']): Table => ({
  ...withParticulars(
    prose,
    withKeptIn(
      flatTable(
        'documents',
        say('Documents'),
        [
          column('id', 'Document', 'id'),
          column('title', 'Title', 'title'),
          column('kind', 'Kind', 'word'),
          column('version', 'Version', 'word'),
          column('classification', 'Classification', 'word'),
          column('owner', 'Owner', 'name', { 'not stated': 'bad' }),
          column('approved', 'Approved', 'date'),
          column('approved-by', 'Approved by', 'names'),
          column('approved-because', 'Approved because', 'prose'),
          column('review', 'Reviewed every', 'word'),
          column('reviewed', 'Reviewed', 'date'),
          column('next', 'Next review', 'date'),
          column('state', 'State', 'word', {
            ...badHereOrThere('overdue', 'not approved'),
            'in time': 'good',
            retained: 'muted',
          }),
          column('covers', 'Asked for by', 'ids'),
          column('place', 'Place', 'prose'),
        ],
        documents.map(
          (document): Row => [
            document.id,
            document.title ?? undefined,
            word(document.kind),
            document.version ?? undefined,
            document.classification ?? undefined,
            nameCell(document.owner) ?? say('not stated'),
            document.approved?.on ?? undefined,
            namesCell(document.approved?.by ?? []),
            proseCell(prose, document.approved?.because ?? null),
            period(document.review),
            document.reviewed ?? undefined,
            document.nextReview ?? undefined,
            word(document.state),
            idsCell(document.covers),
            placeCell(document),
          ],
        ),
      ),
      documents,
    ),
    documents,
  ),
  isMain: true,
});

/** The records that show that controls and processes work. (7.5.3) */
const recordTable = (records: readonly RecordData[], prose: Subject['prose']): Table =>
  withParticulars(
    prose,
    withKeptIn(
      flatTable(
        'evidence',
        say('Evidence'),
        [
          column('id', 'Evidence', 'id'),
          column('title', 'Title', 'title'),
          column('owner', 'Owner', 'name'),
          column('collected', 'Collected', 'date'),
          column('valid', 'Counts for', 'word'),
          column('until', 'To be renewed', 'date'),
          column('place', 'Place', 'prose'),
        ],
        records.map(
          (record): Row => [
            record.id,
            record.title ?? undefined,
            nameCell(record.owner),
            record.collected ?? undefined,
            period(record.valid),
            record.until ?? undefined,
            placeCell(record),
          ],
        ),
      ),
      records,
    ),
    records,
  );

/** A file of the repository by its path, another one by its address. */
function placeCell({ file, link }: Pick<DocumentData, 'file' | 'link'>): Cell {
  if (link === null) return file ?? undefined;
  if (file !== null) return [file, link];
  return /^https?:\/\/\S+$/i.test(link) ? { type: 'link', to: { url: link }, content: [link] } : link;
}
