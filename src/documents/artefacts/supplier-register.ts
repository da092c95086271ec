/** The register of suppliers: what each does, under which agreement, and when it was reviewed. (A.5.19 to A.5.23) */
import { period, say, word } from '../../wording/wording.ts';
import type { Artefact } from '../artefact.ts';
import { flatTable, type Row } from '../blocks.ts';
import { supplierRegisterData } from '../data/supplier-register.ts';
import { countFact, fact } from './_facts.ts';
import { column } from './_headings.ts';
import { badHereOrThere, keptFact, withKeptIn } from './_kept.ts';
import { withParticulars } from './_particulars.ts';
import { evidenceCell, idsCell, nameCell, namesCell } from './_shared.ts';

const supplierRegister: Artefact = {
  id: 'supplier-register',
  title: 'Register of suppliers',
  description: 'what each supplier does, under which agreement, with which assurance, and when it was reviewed',
  clause: 'A.5.19, A.5.20, A.5.21, A.5.22, A.5.23',
  parameters: [],
  build: ({ view, prose }) => {
    const data = supplierRegisterData(view);
    const { suppliers } = data;
    return {
      head: [
        fact('suppliers', 'Suppliers', suppliers.length),
        ...keptFact(suppliers),
        countFact('without-agreement', 'Without an agreement', suppliers, ({ agreement }) => agreement === null),
        countFact('without-evidence', 'Without assurance', suppliers, ({ evidence }) => evidence.length === 0),
        countFact('overdue', 'Review overdue', suppliers, ({ reviewState }) => reviewState === 'overdue'),
        countFact('never', 'Never reviewed', suppliers, ({ reviewState }) => reviewState === 'never'),
      ],
      blocks: [
        withParticulars(
          prose,
          withKeptIn(
            flatTable(
              'suppliers',
              say('Suppliers'),
              [
                column('id', 'Supplier', 'id'),
                column('title', 'Title', 'title'),
                column('service', 'Service', 'prose'),
                column('criticality', 'Criticality', 'word'),
                column('owner', 'Owner', 'name', { 'not stated': 'bad' }),
                column('agreement', 'Agreement', 'name', { 'not stated': 'attention' }),
                column('assets', 'Assets', 'names'),
                column('controls', 'Controls performed', 'ids'),
                column('evidence', 'Assurance', 'names'),
                column('review', 'Reviewed every', 'word'),
                column('reviewed', 'Reviewed', 'date'),
                column('next', 'Next review', 'date'),
                column('state', 'Review', 'word', {
                  ...badHereOrThere('overdue', 'never'),
                  'in time': 'good',
                }),
              ],
              suppliers.map(
                (supplier): Row => [
                  supplier.id,
                  supplier.title ?? undefined,
                  supplier.service ?? undefined,
                  word(supplier.criticality),
                  nameCell(supplier.owner) ?? say('not stated'),
                  supplier.agreement ?? say('not stated'),
                  namesCell(supplier.assets),
                  idsCell(supplier.controls),
                  evidenceCell(supplier.evidence),
                  period(supplier.review),
                  supplier.reviewed ?? undefined,
                  supplier.nextReview ?? undefined,
                  word(supplier.reviewState),
                ],
              ),
            ),
            suppliers,
          ),
          suppliers,
        ),
      ],
      data: () => data,
      asOf: view.asOf,
    };
  },
};

export default supplierRegister;
