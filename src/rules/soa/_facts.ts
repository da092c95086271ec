/** What is declared in an ISMS that calls for a control of Annex A, so that it cannot be left out as not necessary. (6.1.3 b, d) */
import type { Declarations } from '../../model/declaration.ts';
import { type IsmsView, projection, type Query, query } from '../../model/view.ts';
import { countedSaying, later, type Saying, saying } from '../../wording/wording.ts';

/** A fact as a clause, the middle of "is excluded, but …; include it"; undefined where nothing of the kind is declared. */
type Fact = Query<Saying | undefined>;

const suppliers: Fact = query('factSuppliers', view => {
  const count = view.count('Supplier');
  return count ? countedSaying(count, '{0} supplier is declared', '{0} suppliers are declared') : undefined;
});

const assets: Fact = query('factAssets', view => {
  const count = view.count('Asset');
  return count ? countedSaying(count, '{0} asset is declared', '{0} assets are declared') : undefined;
});

const incidents: Fact = query('factIncidents', view => {
  const count = view.count('Incident');
  return count ? countedSaying(count, '{0} incident is declared', '{0} incidents are declared') : undefined;
});

/** Changes of systems; one of the ISMS itself has nothing to do with A.8.32. */
const systemChanges = projection('systemChanges', 'Change', ({ assets, names: [name] }) =>
  assets.length ? name?.value : undefined,
);

const changes: Fact = query('factChanges', view => {
  const [first] = view.collect(systemChanges);
  return first ? saying('{0} is a change of assets', first) : undefined;
});

/** The first asset of which something is said. */
const ofAssets = (name: string, says: (asset: Declarations['Asset']) => boolean, text: string): Fact => {
  const found = projection(name, 'Asset', asset => (says(asset) ? asset.names[0]?.value : undefined));
  return query(`fact ${name}`, view => {
    const [first] = view.collect(found);
    return first ? saying(text, first) : undefined;
  });
};

const recoveryTime = ofAssets(
  'assetsWithRecoveryTime',
  ({ recoveryTime: time }) => time !== undefined,
  later('{0} has a recovery time'),
);

const recoveryPoint = ofAssets(
  'assetsWithRecoveryPoint',
  ({ recoveryPoint: point }) => point !== undefined,
  later('{0} has a recovery point'),
);

const equipment = ofAssets(
  'equipment',
  ({ type, supplier }) => type?.value === 'hardware' && !supplier,
  later('{0} is hardware'),
);

const placesInScope = projection('placesInScope', 'Scope', ({ locations }) => locations[0]?.name);

const place: Fact = query('factPlaces', view => {
  const [first] = view.collect(placesInScope);
  return first ? saying('{0} is in the scope', first) : undefined;
});

const personalData = ofAssets(
  'personalDataAssets',
  asset => asset.personalData?.value === 'yes',
  later('{0} holds personal data'),
);

const classified = ofAssets(
  'classifiedAssets',
  ({ classification }) => classification !== undefined,
  later('{0} has a classification'),
);

const legalRequirements = projection(
  'legalRequirements',
  'Party',
  ({ requirements }) =>
    requirements.find(({ kind, addressed }) => kind?.value === 'legal' && addressed?.value !== 'no')?.names[0]?.value,
);

const legal: Fact = query('factLegal', view => {
  const [first] = view.collect(legalRequirements);
  return first ? saying('{0} is a legal requirement', first) : undefined;
});

/** Only facts that leave no doubt. */
const facts: Readonly<Record<string, Fact>> = {
  'A.5.9': assets,
  'A.5.12': classified,
  'A.5.19': suppliers,
  'A.5.20': suppliers,
  'A.5.22': suppliers,
  'A.5.24': incidents,
  'A.5.25': incidents,
  'A.5.26': incidents,
  'A.5.27': incidents,
  'A.5.30': recoveryTime,
  'A.5.31': legal,
  'A.5.34': personalData,
  'A.8.13': recoveryPoint,
  'A.8.32': changes,
};

/** That there are places or devices does not tell what they need; but it contradicts a ground that says that there are none. */
const groundFacts: Readonly<Record<string, { readonly grounds: readonly string[]; readonly fact: Fact }>> = {
  ...each(['A.7.1', 'A.7.2', 'A.7.3', 'A.7.5'], { grounds: ['not-in-scope'], fact: place }),
  ...each(['A.7.8', 'A.7.13', 'A.7.14', 'A.8.1'], { grounds: ['not-in-scope', 'no-such-asset'], fact: equipment }),
};

function each<T>(ids: readonly string[], value: T): Record<string, T> {
  return Object.fromEntries(ids.map(id => [id, value]));
}

/** What speaks against leaving a control out; undefined where nothing that is declared does. */
export function factsAgainst(view: IsmsView, { because }: Declarations['Control'], id: string): Saying | undefined {
  const denied = Object.hasOwn(groundFacts, id) ? groundFacts[id] : undefined;
  const isDenied = because.some(({ ground }) => ground && denied?.grounds.includes(ground.value));
  const fact = Object.hasOwn(facts, id) ? facts[id] : isDenied ? denied?.fact : undefined;
  return fact && view.get(fact);
}
