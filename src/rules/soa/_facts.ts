/** What is declared in an ISMS and speaks against leaving out a control of Annex A. (6.1.3 b, d) */
import { dateOf } from '../../analysis/deadline.ts';
import { outsideScope, scopeBoundary } from '../../analysis/scope.ts';
import { projection, type Query, query } from '../../model/view.ts';
import { countedSaying, later, type Saying, saying } from '../../wording/wording.ts';

/** A fact as a clause, the middle of "is excluded, but …; include it"; undefined where nothing of the kind is declared. */
export type Fact = Query<Saying | undefined>;

const counted = (kind: 'Supplier' | 'Asset' | 'Incident' | 'Role', one: string, several: string): Fact =>
  query(`fact ${kind}`, view => {
    const count = view.count(kind);
    return count ? countedSaying(count, one, several) : undefined;
  });

export const suppliers = counted('Supplier', later('{0} supplier is declared'), later('{0} suppliers are declared'));
export const anyAssets = counted('Asset', later('{0} asset is declared'), later('{0} assets are declared'));
export const incidents = counted('Incident', later('{0} incident is declared'), later('{0} incidents are declared'));
export const roles = counted('Role', later('{0} role is declared'), later('{0} roles are declared'));

/** Changes of systems; one of the ISMS itself has nothing to do with A.8.32. */
const systemChanges = projection('systemChanges', 'Change', ({ assets, names: [name] }) =>
  assets.length ? name?.value : undefined,
);

export const changes: Fact = query('factChanges', view => {
  const [first] = view.collect(systemChanges);
  return first ? saying('{0} is a change of assets', first) : undefined;
});

/** What is said of an asset, as plain data. */
const saidOfAssets = projection('saidOfAssets', 'Asset', ({ names: [name], ...asset }) =>
  name
    ? {
        name: name.value,
        names: [{ value: name.value }],
        type: asset.type?.value,
        supplier: asset.supplier && { name: asset.supplier.name },
        locations: asset.locations.map(location => ({ name: location.name })),
        dependsOn: asset.dependsOn.map(other => other.name),
        personal: asset.personalData?.value === 'yes',
        classified: asset.classification !== undefined,
        point: asset.recoveryPoint !== undefined,
        objective: (asset.recoveryTime ?? asset.recoveryPoint ?? asset.tolerableOutage) !== undefined,
      }
    : undefined,
);

type SaidOfAsset = NonNullable<ReturnType<typeof saidOfAssets.project>>;

/** The assets within the scope: what it leaves out calls for nothing. */
const assetsInScope: Query<readonly SaidOfAsset[]> = query('saidOfAssetsInScope', view => {
  const boundary = view.get(scopeBoundary);
  const all = view.collect(saidOfAssets);
  return boundary ? all.filter(asset => !outsideScope(boundary, asset)) : all;
});

/** The first asset of which something is said. */
const ofAssets = (name: string, says: (asset: SaidOfAsset) => boolean, text: string): Fact =>
  query(`fact ${name}`, view => {
    const found = view.get(assetsInScope).find(says);
    return found && saying(text, found.name);
  });

const isType = (...types: readonly string[]) => {
  const wanted: ReadonlySet<string | undefined> = new Set(types);
  return ({ type }: SaidOfAsset): boolean => wanted.has(type);
};
const isSystem = isType('software', 'service', 'hardware');

export const recovery = ofAssets('recovery', ({ objective }) => objective, later('{0} has a recovery objective'));
export const recoveryPoint = ofAssets('recoveryPoint', ({ point }) => point, later('{0} has a recovery point'));
export const personalData = ofAssets('personalData', ({ personal }) => personal, later('{0} holds personal data'));
export const classified = ofAssets('classified', asset => asset.classified, later('{0} has a classification'));
export const information = ofAssets('information', isType('information'), later('{0} is information'));
export const software = ofAssets('software', isType('software'), later('{0} is software'));
export const facility = ofAssets('facility', isType('facility'), later('{0} is a facility'));
export const systems = ofAssets('systems', isSystem, later('{0} is a system that is used'));
export const ownService = ofAssets(
  'ownService',
  asset => isType('service')(asset) && !asset.supplier,
  later('{0} is a service of our own'),
);

/** Hardware is ours if nobody provides it, or if what somebody provides, such as by a lease, is at a place in scope. */
const ourHardware: Query<readonly SaidOfAsset[]> = query('ourHardware', view => {
  const places = view.get(scopeBoundary)?.locations ?? [];
  return view
    .get(assetsInScope)
    .filter(
      asset =>
        isType('hardware')(asset) &&
        (!asset.supplier || asset.locations.some(location => places.includes(location.name))),
    );
});

export const hardware: Fact = query('factHardware', view => {
  const [first] = view.get(ourHardware);
  return first && saying('{0} is hardware', first.name);
});

export const movedHardware: Fact = query('factMovedHardware', view => {
  const found = view.get(ourHardware).find(({ locations }) => locations.length > 1);
  return found && saying('{0} is hardware at several places', found.name);
});

/** What is bought as a service and holds information: a line or the power supply is a service, too. */
export const cloud: Fact = query('factCloud', view => {
  const all = view.get(assetsInScope);
  const held = new Set(all.filter(isType('information')).flatMap(({ dependsOn }) => dependsOn));
  const found = all.find(
    asset => isType('service')(asset) && asset.supplier && (asset.personal || asset.classified || held.has(asset.name)),
  );
  return found && saying('{0} is a service of a supplier that holds information', found.name);
});

/** A system of our own that is built on what is bought: a supply chain, other than a service that is only used. */
export const chain: Fact = query('factSupplyChain', view => {
  const all = view.get(assetsInScope);
  const bought = new Set(all.filter(asset => isSystem(asset) && asset.supplier).map(({ name }) => name));
  for (const { name, type, supplier, dependsOn } of all) {
    if ((type !== 'software' && type !== 'service') || supplier) continue;
    const part = dependsOn.find(other => bought.has(other));
    if (part) return saying('{0} is built on {1}, which is bought', name, part);
  }
  return undefined;
});

const placesInScope = projection('placesInScope', 'Scope', ({ locations }) => locations[0]?.name);

export const place: Fact = query('factPlaces', view => {
  const [first] = view.collect(placesInScope);
  return first ? saying('{0} is in the scope', first) : undefined;
});

const legalRequirements = projection(
  'legalRequirements',
  'Party',
  ({ requirements }) =>
    requirements.find(({ kind, addressed }) => kind?.value === 'legal' && addressed?.value !== 'no')?.names[0]?.value,
);

export const legal: Fact = query('factLegal', view => {
  const [first] = view.collect(legalRequirements);
  return first ? saying('{0} is a legal requirement', first) : undefined;
});

const contracts = projection(
  'contractualRequirements',
  'Party',
  ({ requirements }) =>
    requirements.find(({ kind, addressed }) => kind?.value === 'contractual' && addressed?.value !== 'no')?.names[0]
      ?.value,
);

export const contractual: Fact = query('factContractual', view => {
  const [first] = view.collect(contracts);
  return first ? saying('{0} is a contractual requirement', first) : undefined;
});

const documentKinds = projection('documentKinds', 'PolicyDocument', ({ kind }) => kind?.value);

const documents = (kind: string, one: string, several: string): Fact =>
  query(`fact documents ${kind}`, view => {
    const count = view.collect(documentKinds).filter(found => found === kind).length;
    return count ? countedSaying(count, one, several) : undefined;
  });

export const policies = documents('policy', later('{0} policy is declared'), later('{0} policies are declared'));
export const procedures = documents(
  'procedure',
  later('{0} procedure is declared'),
  later('{0} procedures are declared'),
);
export const records = documents('record', later('{0} record is declared'), later('{0} records are declared'));

const leavers = projection('leavers', 'Person', ({ names: [name], left }) => {
  const on = dateOf(left);
  return name && on ? { name: name.value, on } : undefined;
});

export const leaver: Fact = query('factLeavers', view => {
  const first = view.collect(leavers).find(({ on }) => on <= view.asOf);
  return first && saying('{0} left on {1}', first.name, first.on);
});

const externalRoles = projection('externalRoles', 'Role', ({ names: [name], external }) =>
  external ? name?.value : undefined,
);
const rolesOfPersons = projection('rolesOfPersons', 'Person', ({ left, ...person }) =>
  left ? undefined : person.roles.map(({ name }) => name),
);

/** One or two may own the company and employ nobody. */
const fewest = 3;

/** People who work here: assets that are people, or several persons who are not from outside. */
export const people: Fact = query('factPeople', view => {
  const group = view.get(assetsInScope).find(isType('people'));
  if (group) return saying('{0} is a group of people', group.name);
  const external = new Set(view.collect(externalRoles));
  const inside = view.collect(rolesOfPersons).filter(held => !held.length || held.some(role => !external.has(role)));
  return inside.length >= fewest ? saying('{0} persons are declared', inside.length) : undefined;
});

const internalAudits = projection('heldInternalAudits', 'Audit', ({ names: [name], kind, performed }) =>
  performed && (!kind || kind.value === 'internal') ? name?.value : undefined,
);

export const audits: Fact = query('factAudits', view => {
  const [first] = view.collect(internalAudits);
  return first ? saying('{0} is an independent review', first) : undefined;
});
