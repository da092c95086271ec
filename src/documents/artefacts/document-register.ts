/** The register of documented information: what the standard asks for and where it is, and all documents. (7.5) */
import type { Artefact } from '../artefact.ts';
import { type Cell, flatTable, type Row, type Table } from '../blocks.ts';
import { type DocumentData, type DocumentRegister, documentRegisterData } from '../data/document-register.ts';
import { column, countFact, fact, idsCell, nameCell, namesCell } from './_shared.ts';

const documentRegister: Artefact = {
  id: 'document-register',
  title: 'Register of documented information',
  description: 'what the standard asks to be documented and where it is, and every document under control',
  clause: '7.5.1, 7.5.2, 7.5.3',
  parameters: [],
  build: ({ view }) => {
    const data = documentRegisterData(view);
    const { documents, information } = data;
    return {
      head: [
        fact('documents', 'Documents', documents.length),
        countFact('missing', 'Mandatory information missing', information, ({ state }) => state === 'missing'),
        countFact('overdue', 'Review overdue', documents, ({ state }) => state === 'overdue'),
        countFact('not-approved', 'Not approved', documents, ({ state }) => state === 'not approved'),
      ],
      blocks: [informationTable(data), documentTable(documents)],
      data: () => data,
      asOf: view.asOf,
    };
  },
};

export default documentRegister;

const states = { there: 'there', missing: 'missing', 'none-yet': 'none yet, as there is no finding' } as const;

const informationTable = ({ information }: DocumentRegister): Table =>
  flatTable(
    'information',
    'Mandatory documented information',
    [
      column('clause', 'Clause', 'id'),
      column('information', 'Information', 'title'),
      column('kind', 'Kind', 'word'),
      column('state', 'State', 'name', { there: 'good', missing: 'bad' }),
      column('at', 'Where', 'name'),
    ],
    information.map(
      ({ clause, name, kind, state, at }): Row => [
        clause,
        name,
        kind,
        states[state],
        at ? `${at.kind} ${at.title ?? at.id}` : undefined,
      ],
    ),
  );

const documentTable = (documents: readonly DocumentData[]): Table => ({
  ...flatTable(
    'documents',
    'Documents',
    [
      column('id', 'Document', 'id'),
      column('title', 'Title', 'title'),
      column('kind', 'Kind', 'word'),
      column('version', 'Version', 'word'),
      column('classification', 'Classification', 'word'),
      column('owner', 'Owner', 'name', { 'not stated': 'bad' }),
      column('approved', 'Approved', 'date'),
      column('approved-by', 'Approved by', 'names'),
      column('reviewed', 'Reviewed', 'date'),
      column('next', 'Next review', 'date'),
      column('state', 'State', 'word', { overdue: 'bad', 'not approved': 'bad', 'in time': 'good', retained: 'muted' }),
      column('covers', 'Asked for by', 'ids'),
      column('place', 'Place', 'prose'),
    ],
    documents.map(
      (document): Row => [
        document.id,
        document.title ?? undefined,
        document.kind ?? undefined,
        document.version ?? undefined,
        document.classification ?? undefined,
        nameCell(document.owner) ?? 'not stated',
        document.approved?.on ?? undefined,
        namesCell(document.approved?.by ?? []),
        document.reviewed ?? undefined,
        document.nextReview ?? undefined,
        document.state,
        idsCell(document.covers),
        placeCell(document),
      ],
    ),
  ),
  isMain: true,
});

/** A file of the repository by its path, another one by its address. */
function placeCell({ file, link }: DocumentData): Cell {
  if (file !== null || link === null) return file ?? undefined;
  return /^https?:\/\/\S+$/i.test(link) ? { type: 'link', to: { url: link }, content: [link] } : link;
}
