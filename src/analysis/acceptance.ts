/** The formal acceptance of residual risks. (6.1.3 f) */
import type { IsoDate } from '../model/dates.ts';
import type { Approval, Declarations, Ref, Risk } from '../model/declaration.ts';
import { type IsmsView, query } from '../model/view.ts';
import { dateOf } from './deadline.ts';
import { behind, isThere } from './holders.ts';

/**
 * Whether the owner is among those who accepted the risk: the same role or person, a person who holds the owning role, a role that
 * the owning person holds, or two roles that one person holds. Undefined where it cannot be told: without an owner or somebody who
 * accepted, or where a name refers to nobody.
 */
export const isAcceptedByOwner = (view: IsmsView, risk: Risk): boolean | undefined =>
  isOwnerAmong(view, risk.owner, risk.accepted);

function isOwnerAmong(view: IsmsView, owner: Ref | undefined, accepted: Approval | undefined): boolean | undefined {
  if (!owner || !accepted?.by.length || !view.resolve(owner)) return undefined;
  if (accepted.by.some(({ name }) => name === owner.name)) return true;
  if (accepted.by.some(by => !view.resolve(by))) return undefined;
  const day = dateOf(accepted.on);
  const owning = personsBehind(view, owner, day);
  return accepted.by.some(by => personsBehind(view, by, day).some(person => owning.includes(person)));
}

/** The persons that a role or the name of a person stands for, on a day if one is given. */
const personsBehind = (view: IsmsView, { name }: Ref, day: IsoDate | undefined): string[] =>
  behind(view, name)
    .filter(holder => day === undefined || isThere(holder, day))
    .map(({ person }) => person);

/** A treatment plan that was signed as a whole. */
interface SignedPlan {
  readonly name: string;
  readonly on: IsoDate;
  readonly until: IsoDate | undefined;
}

/** The kinds of documents that a signed treatment plan can be. */
const planKinds: ReadonlySet<string> = new Set(['plan', 'record', 'register', 'report']);

const isPlan = ({ kind, covers }: Declarations['PolicyDocument']): boolean =>
  planKinds.has(kind?.value ?? '') && covers.some(({ name }) => name === '6.1.3');

const signedPlans = query('signedPlans', (view): readonly SignedPlan[] =>
  view.all('PolicyDocument').flatMap(document => {
    const [name] = document.names;
    const on = dateOf(document.approved?.on);
    return name && on && isPlan(document) ? [{ name: name.value, on, until: dateOf(document.approved?.until) }] : [];
  }),
);

/** Whether the owner signed a treatment plan that speaks of the risk as it was assessed last. (6.1.3 f) */
export function isAcceptedWithPlan(view: IsmsView, risk: Risk): boolean {
  const assessed = dateOf(risk.assessed) ?? '';
  return view.get(signedPlans).some(({ name, on, until }) => {
    if (on < assessed || on > view.asOf || (until !== undefined && until < view.asOf)) return false;
    const plan = view.named(name, 'PolicyDocument')[0]?.declaration;
    return plan?.$type === 'PolicyDocument' && isOwnerAmong(view, risk.owner, plan.approved) === true;
  });
}
