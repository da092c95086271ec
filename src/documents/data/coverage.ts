/** What the controls of an ISMS cover of frameworks, for programs. A mapping is informative, and so is this. */
import {
  type CoveredEntry,
  type CoveringControl,
  coverableFrameworks,
  coverageOf,
  coverageStates,
  type FrameworkCoverage,
} from '../../analysis/framework-coverage.ts';
import type { IsmsView } from '../../model/view.ts';
import { type HeadData, headData, type NamedData } from './_shared.ts';

export interface Coverage extends HeadData {
  readonly $schema: 'urn:isms-as-code:schema:coverage:1';
  readonly frameworks: readonly FrameworkCoverageData[];
}

export interface FrameworkCoverageData {
  /** The name of its catalogue. */
  readonly id: string;
  readonly title: string | null;
  readonly builtIn: boolean;
  /** The folder of the other ISMS that keeps it, as `uses:` says it; null for one of its own or a built-in one. */
  readonly keptIn: string | null;
  /** The mappings that relate its entries to something. */
  readonly mappings: readonly NamedData[];
  readonly totals: CoverageTotals;
  readonly entries: readonly CoveredEntryData[];
}

/** How many entries there are, and how many in each state. */
export interface CoverageTotals {
  readonly entries: number;
  readonly implemented: number;
  readonly partial: number;
  readonly planned: number;
  readonly excluded: number;
  readonly undecided: number;
  readonly 'clauses-only': number;
  readonly unmapped: number;
}

export interface CoveredEntryData {
  readonly id: string;
  readonly title: string | null;
  readonly theme: string | null;
  /**
   * `implemented` if all of its controls are; `partial` if some are, or some in part; `planned` if some apply and none is begun;
   * `excluded` if none applies; `undecided` if nothing is decided that would apply one; `clauses-only` if only clauses correspond to
   * it; `unmapped` if nothing does.
   */
  readonly state: 'implemented' | 'partial' | 'planned' | 'excluded' | 'undecided' | 'clauses-only' | 'unmapped';
  readonly controls: readonly CoveringControlData[];
  /** Numbers of clauses that correspond to it. */
  readonly clauses: readonly string[];
}

export interface CoveringControlData extends NamedData {
  /** Null where nothing is decided. */
  readonly applicable: 'yes' | 'no' | 'inherited' | null;
  readonly status: 'implemented' | 'partial' | 'planned' | null;
  /** Whether it counts as implemented: what a supplier performs does, unless its entry says otherwise. */
  readonly implemented: boolean;
}

/**
 * The coverage of frameworks.
 * @param name only the one of this name; else all that controls can cover
 */
export function coverageData(view: IsmsView, name?: string): Coverage {
  const frameworks = coverableFrameworks(view).filter(framework => name === undefined || framework.name === name);
  return {
    $schema: 'urn:isms-as-code:schema:coverage:1',
    ...headData(view),
    frameworks: frameworks.map(framework => dataOf(coverageOf(view, framework))),
  };
}

const dataOf = ({ framework, mappings, entries, totals }: FrameworkCoverage): FrameworkCoverageData => ({
  id: framework.name,
  title: framework.title ?? null,
  builtIn: framework.isBuiltIn,
  keptIn: framework.keptIn ?? null,
  mappings: mappings.map(({ name, title }) => ({ id: name, title: title ?? null })),
  totals: { entries: entries.length, ...totals },
  entries: entries.map(entryData),
});

const entryData = ({ id, title, theme, state, controls, clauses }: CoveredEntry): CoveredEntryData => ({
  id,
  title: title ?? null,
  theme: theme ?? null,
  state,
  controls: controls.map(controlData),
  clauses,
});

const controlData = ({ id, title, decision, status, isImplemented }: CoveringControl): CoveringControlData => ({
  id,
  title: title ?? null,
  applicable: decision ?? null,
  status: status ?? null,
  implemented: isImplemented,
});

/** The states that some entry is in, with how many are, in the order of the states. */
export const statesOf = (
  totals: CoverageTotals,
): { readonly state: CoveredEntryData['state']; readonly count: number }[] =>
  coverageStates.flatMap(state => (totals[state] ? [{ state, count: totals[state] }] : []));

/** How far a covering control is, in a word or two. */
export function standingOf({ applicable, status, implemented }: CoveringControlData): string {
  if (applicable === null) return 'undecided';
  if (applicable === 'no') return 'excluded';
  if (applicable === 'inherited') return status && !implemented ? `inherited, ${status}` : 'inherited';
  return status ?? 'no status';
}
