/** What is declared in an ISMS that calls for a control of Annex A, so that it cannot be left out as not necessary. (6.1.3 b, d) */
import { type IsmsView, projection, type Query, query } from '../model/view.ts';

/** A fact in words, as the end of "is excluded, but …"; undefined where nothing of the kind is declared. */
type Fact = Query<string | undefined>;

const suppliers: Fact = query('factSuppliers', view => counted(view.count('Supplier'), 'supplier', 'suppliers'));

const assets: Fact = query('factAssets', view => counted(view.count('Asset'), 'asset', 'assets'));

const incidents: Fact = query('factIncidents', view => counted(view.count('Incident'), 'incident', 'incidents'));

const holdsPersonalData = projection('personalDataAssets', 'Asset', ({ personalData, names: [name] }) =>
  personalData?.value === 'yes' ? name?.value : undefined,
);

const personalData: Fact = query('factPersonalData', view => {
  const [first] = view.collect(holdsPersonalData);
  return first && `${first} holds personal data`;
});

const isClassified = projection('classifiedAssets', 'Asset', ({ classification, names: [name] }) =>
  classification ? name?.value : undefined,
);

const classified: Fact = query('factClassified', view => {
  const [first] = view.collect(isClassified);
  return first && `${first} has a classification`;
});

const legalRequirements = projection(
  'legalRequirements',
  'Party',
  ({ requirements }) =>
    requirements.find(({ kind, addressed }) => kind?.value === 'legal' && addressed?.value !== 'no')?.names[0]?.value,
);

const legal: Fact = query('factLegal', view => {
  const [first] = view.collect(legalRequirements);
  return first && `${first} is a legal requirement`;
});

const counted = (count: number, one: string, many: string): string | undefined =>
  count ? `${count} ${count === 1 ? `${one} is` : `${many} are`} declared` : undefined;

/** Only facts that leave no doubt: that there are places, say, does not tell whether one needs a secure area. */
const facts: Readonly<Record<string, Fact>> = {
  'A.5.9': assets,
  'A.5.12': classified,
  'A.5.19': suppliers,
  'A.5.20': suppliers,
  'A.5.22': suppliers,
  'A.5.24': incidents,
  'A.5.26': incidents,
  'A.5.31': legal,
  'A.5.34': personalData,
};

/** What speaks against leaving a control out, in words; undefined where nothing that is declared does. */
export function factsAgainst(view: IsmsView, id: string): string | undefined {
  const fact = Object.hasOwn(facts, id) ? facts[id] : undefined;
  return fact && view.get(fact);
}
