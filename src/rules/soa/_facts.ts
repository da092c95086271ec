/** What is declared in an ISMS and speaks against leaving out a control of Annex A. (6.1.3 b, d) */
import { dateOf } from '../../analysis/deadline.ts';
import { outsideScope, scopeBoundary } from '../../analysis/scope.ts';
import type { Declarations } from '../../model/declaration.ts';
import { type IsmsView, projection, type Query, query } from '../../model/view.ts';
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
  const first = view.first(systemChanges);
  return first ? saying('{0} is a change of assets', first) : undefined;
});

/** An asset of which something is said, and what tells whether the scope takes it in. Values are plain, and share what they can. */
interface SaidOfAsset {
  readonly name: string;
  readonly supplier?: string;
  readonly locations?: readonly string[];
}

type Asset = Declarations['Asset'];

function saidOf<T extends object>(
  { names: [name], supplier, locations }: Asset,
  more: T,
): (SaidOfAsset & T) | undefined {
  return (
    name && {
      name: name.value,
      ...(supplier && { supplier: supplier.name }),
      ...(locations.length && { locations: locations.map(location => location.name) }),
      ...more,
    }
  );
}

/** Whether an asset is within the scope: what it leaves out calls for nothing. */
function withinScope(view: IsmsView): (asset: SaidOfAsset) => boolean {
  const boundary = view.get(scopeBoundary);
  return ({ name, supplier, locations = [] }) =>
    !boundary ||
    !outsideScope(boundary, {
      names: [{ value: name }],
      supplier: supplier === undefined ? undefined : { name: supplier },
      locations: locations.map(location => ({ name: location })),
    });
}

/** The first asset within the scope of which something is true. Each fact has a projection of its own, so that an edit costs what it concerns. */
function ofAssets(name: string, says: (asset: Asset) => boolean, text: string): Fact {
  const assets = projection(`assets ${name}`, 'Asset', asset => (says(asset) ? saidOf(asset, {}) : undefined));
  return query(`fact ${name}`, view => {
    const found = view.first(assets, withinScope(view));
    return found && saying(text, found.name);
  });
}

const isType = (...types: readonly string[]) => {
  const wanted: ReadonlySet<string | undefined> = new Set(types);
  return ({ type }: Asset): boolean => wanted.has(type?.value);
};
const isSystem = isType('software', 'service', 'hardware');

const hasObjective = (asset: Asset): boolean =>
  (asset.recoveryTime ?? asset.recoveryPoint ?? asset.tolerableOutage) !== undefined;
const isPersonal = ({ personalData }: Asset): boolean => personalData?.value === 'yes';
const isClassified = ({ classification }: Asset): boolean => classification !== undefined;

export const recovery = ofAssets('recovery', hasObjective, later('{0} has a recovery objective'));
export const recoveryPoint = ofAssets(
  'recoveryPoint',
  ({ recoveryPoint: point }) => point !== undefined,
  later('{0} has a recovery point'),
);
export const personalData = ofAssets('personalData', isPersonal, later('{0} holds personal data'));
export const classified = ofAssets('classified', isClassified, later('{0} has a classification'));
export const information = ofAssets('information', isType('information'), later('{0} is information'));
export const software = ofAssets('software', isType('software'), later('{0} is software'));
export const facility = ofAssets('facility', isType('facility'), later('{0} is a facility'));
export const systems = ofAssets('systems', isSystem, later('{0} is a system that is used'));
export const ownService = ofAssets(
  'ownService',
  asset => isType('service')(asset) && !asset.supplier,
  later('{0} is a service of our own'),
);
const groupsOfPeople = ofAssets('groupsOfPeople', isType('people'), later('{0} is a group of people'));

const allHardware = projection('allHardware', 'Asset', asset =>
  isType('hardware')(asset) ? saidOf(asset, {}) : undefined,
);

/** Hardware is ours if nobody provides it, or if what somebody provides, such as by a lease, is at a place in scope. */
function isOurs(view: IsmsView): (asset: SaidOfAsset) => boolean {
  const places = view.get(scopeBoundary)?.locations ?? [];
  const isWithin = withinScope(view);
  return asset =>
    isWithin(asset) &&
    (asset.supplier === undefined || (asset.locations ?? []).some(location => places.includes(location)));
}

export const hardware: Fact = query('factHardware', view => {
  const found = view.first(allHardware, isOurs(view));
  return found && saying('{0} is hardware', found.name);
});

export const movedHardware: Fact = query('factMovedHardware', view => {
  const isIt = isOurs(view);
  const found = view.first(allHardware, asset => (asset.locations?.length ?? 0) > 1 && isIt(asset));
  return found && saying('{0} is hardware at several places', found.name);
});

const dependentInformation = projection('dependentInformation', 'Asset', asset =>
  isType('information')(asset) && asset.dependsOn.length
    ? saidOf(asset, { dependsOn: asset.dependsOn.map(({ name }) => name) })
    : undefined,
);

/** The names of what information depends on. */
const informationHolders: Query<readonly string[]> = query('informationHolders', view => [
  ...new Set(
    view
      .collect(dependentInformation)
      .filter(withinScope(view))
      .flatMap(({ dependsOn }) => dependsOn),
  ),
]);

const boughtServices = projection('boughtServices', 'Asset', asset =>
  isType('service')(asset) && asset.supplier
    ? saidOf(asset, { holds: isPersonal(asset) || isClassified(asset) })
    : undefined,
);

/** What is bought as a service and holds information: a line or the power supply is a service, too. */
export const cloud: Fact = query('factCloud', view => {
  const isWithin = withinScope(view);
  const held = new Set(view.get(informationHolders));
  const found = view.first(boughtServices, asset => (asset.holds || held.has(asset.name)) && isWithin(asset));
  return found && saying('{0} is a service of a supplier that holds information', found.name);
});

const boughtSystems = projection('boughtSystems', 'Asset', asset =>
  isSystem(asset) && asset.supplier ? saidOf(asset, {}) : undefined,
);

const boughtSystemNames: Query<readonly string[]> = query('boughtSystemNames', view =>
  view
    .collect(boughtSystems)
    .filter(withinScope(view))
    .map(({ name }) => name),
);

const ownSystems = projection('ownSystems', 'Asset', asset =>
  isType('software', 'service')(asset) && !asset.supplier && asset.dependsOn.length
    ? saidOf(asset, { dependsOn: asset.dependsOn.map(({ name }) => name) })
    : undefined,
);

/** A system of our own that is built on what is bought: a supply chain, other than a service that is only used. */
export const chain: Fact = query('factSupplyChain', view => {
  const isWithin = withinScope(view);
  const bought = new Set(view.get(boughtSystemNames));
  const found = view.first(ownSystems, asset => asset.dependsOn.some(part => bought.has(part)) && isWithin(asset));
  const part = found?.dependsOn.find(other => bought.has(other));
  return found && part !== undefined ? saying('{0} is built on {1}, which is bought', found.name, part) : undefined;
});

const placesInScope = projection('placesInScope', 'Scope', ({ locations }) => locations[0]?.name);

export const place: Fact = query('factPlaces', view => {
  const first = view.first(placesInScope);
  return first ? saying('{0} is in the scope', first) : undefined;
});

const legalRequirements = projection(
  'legalRequirements',
  'Party',
  ({ requirements }) =>
    requirements.find(({ kind, addressed }) => kind?.value === 'legal' && addressed?.value !== 'no')?.names[0]?.value,
);

export const legal: Fact = query('factLegal', view => {
  const first = view.first(legalRequirements);
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
  const first = view.first(contracts);
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
  const first = view.first(leavers, ({ on }) => on <= view.asOf);
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
  const group = view.get(groupsOfPeople);
  if (group) return group;
  const external = new Set(view.collect(externalRoles));
  const inside = view.collect(rolesOfPersons).filter(held => !held.length || held.some(role => !external.has(role)));
  return inside.length >= fewest ? saying('{0} persons are declared', inside.length) : undefined;
});

const internalAudits = projection('heldInternalAudits', 'Audit', ({ names: [name], kind, performed }) =>
  performed && (!kind || kind.value === 'internal') ? name?.value : undefined,
);

export const audits: Fact = query('factAudits', view => {
  const first = view.first(internalAudits);
  return first ? saying('{0} is an independent review', first) : undefined;
});
