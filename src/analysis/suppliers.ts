/** How suppliers are managed. (A.5.19 to A.5.22) */
import type { Declarations } from '../model/declaration.ts';

/** Of these little is asked. Where it is not said how much depends on a supplier, it may be much. */
const slight: ReadonlySet<string> = new Set(['none', 'very-low', 'low', 'minor']);
const minor: ReadonlySet<string> = new Set([...slight, 'medium', 'moderate', 'normal']);

/** Whether it is said that little depends on a supplier. */
export const isMinor = ({ criticality }: Declarations['Supplier']): boolean =>
  criticality !== undefined && minor.has(criticality.value);

/** Whether it is said that next to nothing depends on a supplier: less than for a middling one. */
export const isSlight = ({ criticality }: Declarations['Supplier']): boolean =>
  criticality !== undefined && slight.has(criticality.value);
