/** What an audit programme has to cover within its cycle, and what its audits leave out. (9.2.2) */
import { compareControlIds } from '../catalogues/annex-a.ts';
import { clauses, findClause } from '../catalogues/clauses.ts';
import { recogniseControlId } from '../catalogues/control-ids.ts';
import { addDays, addMonths, type IsoDate } from '../model/dates.ts';
import type { Declarations } from '../model/declaration.ts';
import { type IsmsView, projection, query } from '../model/view.ts';
import { isIncluded } from './control.ts';
import { dateOf, dueAfter, periodOf } from './deadline.ts';
import { horizonMonths } from './horizon.ts';

type Programme = Declarations['Programme'];
type Audit = Declarations['Audit'];

const parents = new Set(clauses.map(({ parent }) => parent));

/** The clauses 4 to 10 without subclauses of their own. */
export const lowestClauses: readonly string[] = clauses.map(({ id }) => id).filter(id => !parents.has(id));

/** The controls that are applied or inherited, in the order of every list. */
export const includedControls = query('includedControls', (view): readonly string[] =>
  [...new Set(view.collect(included).flat())].sort(compareControlIds),
);

const included = projection('includedControls', 'Control', control =>
  isIncluded(control) ? control.names.flatMap(({ value }) => auditable(value)) : undefined,
);

/** A misspelt number counts as the one that is meant, one of 2013 not at all: it is told as such. */
function auditable(name: string): readonly string[] {
  const recognised = recogniseControlId(name);
  if (!recognised) return [name];
  return recognised.edition === '2022' ? [recognised.id] : [];
}

/** The first and the last day of the cycle, as far as they are stated. */
export function cycleOf(programme: Programme): { readonly from?: IsoDate; readonly to?: IsoDate } {
  const from = dateOf(programme.start);
  const next = dueAfter(from, periodOf(programme.cycle));
  return { from, to: next && addDays(next, -1) };
}

/** Whether an audit is one of our own, and not one of the certification body or of a supplier. (9.2) */
export const isInternal = (audit: Audit): boolean => !audit.kind || audit.kind.value === 'internal';

/** The day of an audit: when it was performed, else for when it is planned. */
export const auditDay = ({ performed, planned }: Audit): IsoDate | undefined => dateOf(performed) ?? dateOf(planned);

/**
 * The audits of a programme within its cycle, performed or planned. Internal audits that name no programme belong to the
 * only one there is. Without a programme: the internal audits of the last and the next three years.
 */
export function auditsOf(view: IsmsView, programme: Programme | undefined): Audit[] {
  if (!programme) {
    const [first, last] = [addMonths(view.asOf, -horizonMonths), addMonths(view.asOf, horizonMonths)];
    return view.all('Audit').filter(audit => {
      const on = auditDay(audit);
      return isInternal(audit) && !(on && (on < first || on > last));
    });
  }
  const isOnly = view.count('Programme') === 1;
  const { from, to } = cycleOf(programme);
  return view.all('Audit').filter(audit => {
    const belongs = audit.programme
      ? programme.names.some(({ value }) => value === audit.programme?.name)
      : isOnly && isInternal(audit);
    const on = auditDay(audit);
    return belongs && !(on && ((from && on < from) || (to && on > to)));
  });
}

export interface Gap {
  /** How many there are to be covered. */
  readonly total: number;
  /** Those that no audit covers. */
  readonly missing: readonly string[];
}

export interface AuditGap {
  /** The clauses without subclauses. (9.2.1 a) */
  readonly clauses: Gap;
  /** The included controls; that all of them are audited in a cycle is custom. */
  readonly controls: Gap;
}

/** What the audits of a programme, those without one, or some of them leave out of the lowest clauses and the included controls. */
export function auditGap(
  view: IsmsView,
  programme: Programme | undefined,
  counts: (audit: Audit) => boolean = () => true,
): AuditGap {
  const audits = auditsOf(view, programme).filter(counts);
  const covered = new Set(audits.flatMap(({ covers }) => covers.map(({ name }) => name)));
  const gap = (required: readonly string[]): Gap => ({
    total: required.length,
    missing: required.filter(id => !isCovered(id, covered)),
  });
  return { clauses: gap(lowestClauses), controls: gap(view.get(includedControls)) };
}

/** A clause takes in its subclauses. */
function isCovered(id: string, covered: ReadonlySet<string>): boolean {
  if (covered.has(id)) return true;
  const parent = findClause(id)?.parent;
  return parent !== undefined && isCovered(parent, covered);
}
