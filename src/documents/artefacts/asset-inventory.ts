/** The inventory of assets: what there is to be protected, whose it is, and what its loss would mean. (A.5.9) */
import { period, say, word } from '../../wording/wording.ts';
import type { Artefact } from '../artefact.ts';
import { flatTable, type Row } from '../blocks.ts';
import { type AssetData, assetInventoryData, type ValueData } from '../data/asset-inventory.ts';
import { countFact, fact } from './_facts.ts';
import { column, key } from './_headings.ts';
import { withParticulars } from './_particulars.ts';
import { idsCell, nameCell, namesCell, proseCell, yesNo } from './_shared.ts';

const assetInventory: Artefact = {
  id: 'asset-inventory',
  title: 'Inventory of assets',
  description: 'what there is to be protected, who is accountable for it, and what its loss would mean',
  clause: 'A.5.9, A.5.12',
  parameters: [],
  build: ({ view, prose }) => {
    const data = assetInventoryData(view);
    const { assets } = data;
    return {
      head: [
        fact('assets', 'Assets', assets.length),
        countFact('without-owner', 'Without an owner', assets, ({ owner }) => owner === null),
        countFact('without-classification', 'Without a classification', assets, one => one.classification === null),
        countFact('personal-data', 'With personal data', assets, ({ personalData }) => personalData === true),
        countFact('outside', 'Outside the scope', assets, ({ outside }) => outside !== null),
        countFact('without-risk', 'Named by no risk', assets, ({ risks }) => risks.length === 0),
      ],
      blocks: [
        withParticulars(
          prose,
          flatTable(
            'assets',
            say('Assets'),
            [
              column('id', 'Asset', 'id'),
              column('title', 'Title', 'title'),
              column('type', 'Type', 'word'),
              key(column('owner', 'Owner', 'name', { 'not stated': 'bad' })),
              column('classification', 'Classification', 'word'),
              column('confidentiality', 'Confidentiality', 'word'),
              column('integrity', 'Integrity', 'word'),
              column('availability', 'Availability', 'word'),
              column('personal-data', 'Personal data', 'word'),
              column('recovery-time', 'Recovery time', 'word'),
              column('recovery-point', 'Recovery point', 'word'),
              column('tolerable-outage', 'Tolerable outage', 'word'),
              column('locations', 'Location', 'names'),
              column('supplier', 'Supplier', 'name'),
              column('depends-on', 'Depends on', 'names'),
              column('risks', 'Risks', 'ids'),
              column('scope', 'Scope', 'word', { outside: 'muted' }),
              column('description', 'Description', 'prose'),
            ],
            assets.map((asset): Row => [...cells(asset), proseCell(prose, asset.description)]),
          ),
          assets,
        ),
      ],
      data: () => data,
      asOf: view.asOf,
    };
  },
};

export default assetInventory;

const cells = (asset: AssetData): Row => [
  asset.id,
  asset.title ?? undefined,
  word(asset.type),
  nameCell(asset.owner) ?? say('not stated'),
  asset.classification ?? undefined,
  valueText(asset.confidentiality),
  valueText(asset.integrity),
  valueText(asset.availability),
  yesNo(asset.personalData),
  period(asset.recoveryTime),
  period(asset.recoveryPoint),
  period(asset.tolerableOutage),
  namesCell(asset.locations),
  nameCell(asset.supplier),
  namesCell(asset.dependsOn),
  idsCell(asset.risks),
  asset.outside === null ? say('within') : say('outside'),
];

const valueText = (value: ValueData | null): string | undefined =>
  value ? (value.from === null ? value.word : say('{0} (through {1})', value.word, value.from)) : undefined;
