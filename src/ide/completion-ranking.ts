/** What fits best at a cursor, as far as the text around it tells: it comes first, and nothing is left out for it. */
import { decisionOf } from '../analysis/control.ts';
import type { ScaleStep } from '../analysis/method.ts';
import { stepOf } from '../analysis/method.ts';
import { findThreat, findVulnerability } from '../catalogues/threats.ts';
import type { Control, Risk } from '../model/declaration.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import type { CursorPlace } from './cursor-place.ts';

/** How many of the risks that share an asset are looked at. */
const neighbours = 200;

/**
 * The controls for a risk, best first: those that usually treat its threats and weaknesses, then those of other risks to the same assets;
 * in each, those that nothing is decided about come last. Names and ids as they are written; empty elsewhere than in a risk.
 */
export function controlsForRisk({ unit, cursor }: CursorPlace): string[] {
  const frame = cursor.frames[0];
  if (frame?.nodeType?.name !== 'Risk') return [];
  const given = (feature: string): readonly string[] => frame.given.get(feature) ?? [];
  const usual = [...given('threats'), ...given('vulnerabilities')].flatMap(name => usualControls(unit, name));
  const view = unit.view();
  const besides = given('assets')
    .flatMap(asset => view.users(asset, 'Asset', 'Risk').slice(0, neighbours))
    .filter(risk => !risk.names.some(({ value }) => frame.names.includes(value)))
    .flatMap(({ controls }: Risk) => controls.map(({ name }) => name));
  // What usually treats a threat counts more than what happens to stand beside the same asset; both together count most.
  return byCount([...usual, ...usual, ...besides]).filter(name => !isExcluded(unit, name));
}

/** The controls that a threat or a weakness names, whether it is declared or built in. */
function usualControls(unit: IsmsUnit, name: string): string[] {
  const view = unit.view();
  const declared = [...view.named(name, 'Threat'), ...view.named(name, 'Vulnerability')].flatMap(({ node }) => {
    const controls: unknown = Reflect.get(node, 'controls');
    return Array.isArray(controls) ? controls.map((ref: { readonly name: string }) => ref.name) : [];
  });
  if (declared.length) return declared;
  return [...((findThreat(name) ?? findVulnerability(name))?.controls ?? [])];
}

/** What is named most often first; otherwise in the order in which it was named. */
function byCount(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

/** Whether the Statement of Applicability excludes it: then it is no control to choose first. */
const isExcluded = (unit: IsmsUnit, name: string): boolean =>
  unit
    .view()
    .named(name, 'ControlTarget')
    .some(({ node }) => node.$type === 'Control' && decisionOf(node as unknown as Control) === 'no');

/** What other declarations of the same control or risk name as evidence, then what nothing names yet. */
export function evidenceFor({ unit, cursor }: CursorPlace): string[] {
  const frame = cursor.frames[0];
  const view = unit.view();
  const own = (frame?.names ?? []).flatMap(name => {
    const risks = view.users(name, 'Control', 'Risk').flatMap(({ evidence }) => evidence.map(ref => ref.name));
    const controls = (['Risk', 'CatalogEntry'] as const).flatMap(type =>
      view.users(name, type, 'Control').flatMap(({ evidence }) => evidence.map(ref => ref.name)),
    );
    return [...risks, ...controls];
  });
  const unused = view.names('Evidence').filter(name => !unit.isms.symbols.get(name)?.userCount);
  return [...new Set([...own, ...unused])].slice(0, 20);
}

/** The steps of a scale for what remains of a risk: those up to where it stood before come first. */
export function remainingSteps(
  { cursor, declaration }: CursorPlace,
  steps: readonly ScaleStep[],
): readonly ScaleStep[] {
  const inner = cursor.frames[1]?.nodeType?.name;
  if (declaration?.$type !== 'Risk' || (inner !== 'ResidualLevel' && inner !== 'CurrentLevel')) return steps;
  const feature = cursor.property?.feature;
  const before = feature === 'likelihood' ? [declaration.likelihood] : declaration.impact.map(({ level }) => level);
  const values = before.flatMap(level => stepOf(steps, level?.value)?.value ?? []);
  if (!values.length) return steps;
  const highest = Math.max(...values);
  return [...steps.filter(({ value }) => value <= highest), ...steps.filter(({ value }) => value > highest)];
}

/** Whether a control is excluded as far as its entry says: then grounds are asked for, and else reasons. Undefined where it does not say. */
export function excludes({ cursor }: CursorPlace): boolean | undefined {
  const frame = cursor.frames.at(-1);
  if (frame?.nodeType?.name !== 'Control' || cursor.property?.feature !== 'because') return undefined;
  const [decision] = frame.given.get('applicable') ?? [];
  return decision === undefined ? undefined : decision === 'no';
}
