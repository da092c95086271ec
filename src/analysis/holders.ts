/** Who holds which role, and when. (5.3) */
import type { IsoDate } from '../model/dates.ts';
import type { Declaration, Declarations, Ref } from '../model/declaration.ts';
import { dictionary } from '../model/dictionary.ts';
import { type IsmsView, projection, query } from '../model/view.ts';
import { dateOf } from './deadline.ts';

export interface Holder {
  readonly person: string;
  readonly roles: readonly string[];
  readonly left: IsoDate | undefined;
}

/** All persons with the roles they hold. */
export const holders = projection(
  'holders',
  'Person',
  ({ names: [name], roles, left }): Holder | undefined =>
    name && { person: name.value, roles: roles.map(role => role.name), left: dateOf(left) },
);

/**
 * The same with the persons of the ISMSs that this one uses. A role or person of theirs whose name this one has itself is not meant here:
 * its own is.
 */
export const allHolders = query('allHolders', (view): readonly Holder[] => {
  const own = view.collect(holders);
  const shared = view.collectShared(holders);
  if (!shared.length) return own;
  const [roles, persons] = [new Set(view.names('Role')), new Set(view.names('Person'))];
  const others = shared
    .filter(({ person }) => !persons.has(person))
    .map(holder => ({ ...holder, roles: holder.roles.filter(role => !roles.has(role)) }));
  return [...own, ...others];
});

/** The persons who hold a role, of whatever day; where the role is one of another ISMS, those too who hold it there. */
export function personsIn(
  view: IsmsView,
  name: string,
  role: Declaration | undefined,
): readonly Declarations['Person'][] {
  const holds = (person: Declarations['Person']): boolean => person.roles.some(ref => ref.name === name);
  const own = view.users(name, 'Role', 'Person').filter(holds);
  const origin = role && view.origin(role);
  if (origin === undefined) return own;
  return [...own, ...view.known('Person').filter(person => view.origin(person) === origin && holds(person))];
}

const topManagement = projection('topManagement', 'Role', role => role.topManagement?.value);

/** Whether any role is marked as top management. (5.1) */
export const hasTopManagement = query(
  'hasTopManagement',
  view => view.collect(topManagement).length + view.collectShared(topManagement).length > 0,
);

/** Whether somebody was still there on a day. */
export const isThere = (holder: Holder, on: IsoDate): boolean => holder.left === undefined || holder.left > on;

type HoldersByName = Readonly<Record<string, readonly Holder[]>>;

/** The holders by their own name, and by that of each role that they hold. */
const holdersByName = query(
  'holdersByName',
  (view): { readonly persons: HoldersByName; readonly roles: HoldersByName } => {
    const [persons, roles] = [dictionary<Holder[]>(), dictionary<Holder[]>()];
    for (const holder of view.get(allHolders)) {
      (persons[holder.person] ??= []).push(holder);
      for (const role of new Set(holder.roles)) (roles[role] ??= []).push(holder);
    }
    return { persons, roles };
  },
);

/** Who has a name, or a role of that name, of whatever day. */
export function behind(view: IsmsView, name: string): readonly Holder[] {
  const { persons, roles } = view.get(holdersByName);
  return [...(persons[name] ?? []), ...(roles[name] ?? [])];
}

/** The persons who act by a name on a day: the one who has it, or those who hold the role. */
export function actingAs(view: IsmsView, name: string, on: IsoDate): readonly Holder[] {
  const { persons, roles } = view.get(holdersByName);
  return persons[name] ?? (roles[name] ?? []).filter(holder => isThere(holder, on));
}

/**
 * Tells which other actors (roles or persons) are the same person as one on a day. A role held by several is the same only if each of
 * them is: else another of them can act. Made once for an actor, who may be compared with thousands.
 */
export function samePersonAs(view: IsmsView, actor: Ref, on: IsoDate): (other: string) => boolean {
  const acting = actingAs(view, actor.name, on);
  return other =>
    actor.name === other ||
    (acting.length > 0 && acting.every(({ person, roles }) => person === other || roles.includes(other)));
}
