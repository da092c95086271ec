/** What is open about a control, by what has to come first: a decision before its reasons, and both before what shows it. */
import type { ControlTile, Gap } from './data.ts';

/** The gravest first. */
const gravity: readonly Gap[] = ['undecided', 'no-justification', 'evidence-expired', 'not-implemented', 'no-evidence'];

/** How grave the gravest gap of a control is, 0 for the gravest there is; the last for one without. */
export const gapRank = ({ gaps }: Pick<ControlTile, 'gaps'>): number =>
  Math.min(...gaps.map(gap => gravity.indexOf(gap)), gravity.length);
