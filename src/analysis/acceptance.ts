/** The formal acceptance of residual risks. (6.1.3 f) */
import type { IsoDate } from '../model/dates.ts';
import type { Ref, Risk } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { dateOf } from './deadline.ts';
import { type Holder, holders, isThere } from './holders.ts';

/**
 * Whether the owner is among those who accepted the risk: the same role or person, a person who holds the owning role, a role that
 * the owning person holds, or two roles that one person holds. Undefined where it cannot be told: without an owner or somebody who
 * accepted, or where a name refers to nobody.
 */
export function isAcceptedByOwner(view: IsmsView, risk: Risk): boolean | undefined {
  const { owner, accepted } = risk;
  if (!owner || !accepted?.by.length || !view.resolve(owner)) return undefined;
  if (accepted.by.some(({ name }) => name === owner.name)) return true;
  if (accepted.by.some(by => !view.resolve(by))) return undefined;
  const day = dateOf(accepted.on);
  const owning = personsBehind(view.collect(holders), owner, day);
  return accepted.by.some(by => personsBehind(view.collect(holders), by, day).some(person => owning.includes(person)));
}

/** The persons that a role or the name of a person stands for, on a day if one is given. */
function personsBehind(all: readonly Holder[], actor: Ref, day: IsoDate | undefined): string[] {
  return all
    .filter(holder => holder.person === actor.name || holder.roles.includes(actor.name))
    .filter(holder => day === undefined || isThere(holder, day))
    .map(({ person }) => person);
}
