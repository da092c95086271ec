/**
 * The model of a realistic ISMS with N top-level declarations, independent of any dialect: groups of declarations
 * `{ kind, id?, title?, props: [[key, value], …] }` with the values of values.mjs.
 */
import { asOf } from './dates.mjs';
import { assurance } from './model/assurance.mjs';
import { contextOf } from './model/context.mjs';
import { documents, statement } from './model/controls.mjs';
import { evidence } from './model/evidence.mjs';
import { assets, suppliers, threats, vulnerabilities } from './model/inventory.mjs';
import { operations } from './model/operations.mjs';
import { organisation } from './model/organisation.mjs';
import { people } from './model/people.mjs';
import { objectives } from './model/performance.mjs';
import { risks } from './model/risks.mjs';
import { shareOwner } from './model/shared-role.mjs';

const idsOf = group => group.map(({ id }) => id);

/**
 * @param declarations how many top-level declarations; nested requirements, actions and decisions come on top
 * @param broken the share of the risks that name an asset that does not exist, as in unfinished work
 * @param flawed multiplies the shares of the flaws; 0 for none
 */
export function buildModel({ declarations, seed = 1, broken = 0, flawed = 1 }) {
  const context = contextOf({ declarations, seed, broken, flawed });
  const groups = {};
  groups.isms = organisation(context);
  groups.people = people(context);
  groups.evidence = evidence(context);
  groups.suppliers = suppliers(context);
  context.supplierIds.push(...idsOf(groups.suppliers));
  groups.assets = assets(context);
  groups.threats = threats(context);
  context.threatIds.push(...idsOf(groups.threats));
  groups.vulnerabilities = vulnerabilities(context);
  context.vulnerabilityIds.push(...idsOf(groups.vulnerabilities));
  groups.risks = risks(context);
  groups.soa = statement(context);
  groups.documents = documents(context);
  groups.objectives = objectives(context);
  groups.assurance = assurance(context);
  groups.operations = operations(context);

  // One person holds the role.
  shareOwner(groups, 1);

  // Constants come before their use in the TypeScript dialect; the other dialects do not mind the order.
  const order = ['people', 'isms', 'evidence', 'suppliers', 'assets', 'threats', 'vulnerabilities', 'soa', 'risks'];
  const names = [...order, ...Object.keys(groups).filter(name => !order.includes(name))];
  return { asOf, groups: names.map(name => ({ name, list: groups[name] })) };
}
