/**
 * Which controls of the Statement of Applicability correspond to the entries of a framework, and how far these controls are. A mapping is
 * informative: that a control corresponds to an entry never proves that the entry is fulfilled.
 */
import { findControl } from '../catalogues/annex-a.ts';
import { builtin } from '../frameworks/framework.ts';
import type { Control } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { type Decision, decisionOf, isIncluded } from './control.ts';
import { type ControlStatus, controlStatus, entriesById } from './coverage.ts';
import {
  type Correspondence,
  correspondences,
  correspondingTo,
  type Framework,
  type FrameworkLine,
  frameworksOf,
} from './frameworks.ts';
import { isImplemented } from './implementation.ts';

/**
 * How far the controls of an entry are, as a whole: `implemented` if all of them are; `partial` if some are, or some in part; `planned` if
 * some apply and none is begun; `excluded` if none applies; `undecided` if nothing is decided that would apply one; `clauses-only` if
 * only requirements correspond to it, which an ISMS has to fulfil anyway; `unmapped` if nothing does.
 */
export type CoverageState = (typeof coverageStates)[number];

export const coverageStates = [
  'implemented',
  'partial',
  'planned',
  'excluded',
  'undecided',
  'clauses-only',
  'unmapped',
] as const;

/** A control that corresponds to an entry, with its line of the Statement of Applicability. */
export interface CoveringControl {
  readonly id: string;
  readonly title: string | undefined;
  /** Undefined where nothing is decided. */
  readonly decision: Decision | undefined;
  readonly status: ControlStatus | undefined;
  /** Whether it counts as implemented; what a supplier performs does, unless its line says otherwise. */
  readonly isImplemented: boolean;
}

export interface CoveredEntry extends FrameworkLine {
  readonly state: CoverageState;
  /** In the order of the mappings, each once. */
  readonly controls: readonly CoveringControl[];
  /** Numbers of clauses and other requirements that correspond to it. */
  readonly clauses: readonly string[];
}

export interface FrameworkCoverage {
  readonly framework: Framework;
  /** The mappings that say something of its entries. */
  readonly mappings: readonly Correspondence[];
  readonly entries: readonly CoveredEntry[];
  /** How many entries are in each state. */
  readonly totals: Readonly<Record<CoverageState, number>>;
}

/** The frameworks that controls can cover: all but those of requirements that an ISMS itself has to fulfil. */
export const coverableFrameworks = (view: IsmsView): Framework[] =>
  frameworksOf(view).filter(({ role }) => role === 'control');

/** The coverage of a framework. */
export function coverageOf(view: IsmsView, framework: Framework): FrameworkCoverage {
  const ids = new Set(framework.entries.map(({ id }) => id));
  const mappings = correspondences(view).filter(mapping => concerns(mapping, framework.name, ids));
  const soa = entriesById(view.all('Control'));
  const entries = framework.entries.map(entry => covered(entry, mappings, soa));
  const totals = Object.fromEntries(coverageStates.map(state => [state, 0])) as Record<CoverageState, number>;
  for (const { state } of entries) totals[state]++;
  return { framework, mappings, entries, totals };
}

/** Whether a mapping is about a framework: it says so or, where it does not say, it names an entry. */
function concerns({ from, to, pairs }: Correspondence, name: string, ids: ReadonlySet<string>): boolean {
  if (from === name || to === name) return true;
  const isOpen = from === undefined || to === undefined;
  return isOpen && pairs.some(([source, targets]) => ids.has(source) || targets.some(target => ids.has(target)));
}

function covered(
  line: FrameworkLine,
  mappings: readonly Correspondence[],
  soa: ReadonlyMap<string, Control>,
): CoveredEntry {
  const isControl = (id: string): boolean => soa.has(id) || findControl(id) !== undefined;
  // What is itself a line of the Statement of Applicability needs no mapping to speak for it.
  const related = isControl(line.id) ? [line.id] : correspondingTo(line.id, mappings).flatMap(({ ids }) => ids);
  const unique = [...new Set(related)];
  const controls = unique.filter(isControl).map(id => covering(id, soa.get(id)));
  const clauses = unique.filter(id => !isControl(id) && builtin(id)?.document.role === 'requirement');
  return { ...line, state: stateOf(controls, clauses), controls, clauses };
}

function covering(id: string, control: Control | undefined): CoveringControl {
  const isApplied = control !== undefined && isIncluded(control);
  return {
    id,
    title: control?.names.length === 1 && control.title ? control.title.value : builtin(id)?.title,
    decision: control && decisionOf(control),
    status: isApplied ? controlStatus(control) : undefined,
    isImplemented: isApplied && isImplemented(control),
  };
}

function stateOf(controls: readonly CoveringControl[], clauses: readonly string[]): CoverageState {
  if (!controls.length) return clauses.length ? 'clauses-only' : 'unmapped';
  if (controls.every(({ isImplemented }) => isImplemented)) return 'implemented';
  if (controls.some(({ isImplemented, status }) => isImplemented || status === 'partial')) return 'partial';
  if (controls.some(({ decision }) => decision === 'yes' || decision === 'inherited')) return 'planned';
  return controls.every(({ decision }) => decision === 'no') ? 'excluded' : 'undecided';
}
