/** The promise that what was edited equals what was read afresh, as a property to be tried on random sequences. */
import * as fc from 'fast-check';
import { type Outcome, outcome, parameters, type Trial } from '../../trial.ts';
import { difference, observe, summary } from './observe.ts';
import { type Sequence, sequence } from './steps.ts';
import { Life } from './world.ts';

/** Lives through a sequence. Throws if anything can be seen then that a fresh workspace would not show, or if somebody was not told. */
export function live(given: Sequence): void {
  const life = new Life(given);
  for (const step of given.steps) life.take(step);
  life.update();
  const fresh = life.world.fresh();
  const found =
    difference(observe(life.workspace, given.steps.length), observe(fresh, given.steps.length)) ?? untold(life);
  if (found) throw new Error(found);
}

/** Files of which something else was told last than is true. */
function untold({ workspace, told }: Life): string | undefined {
  const files = workspace.files();
  const seen = new Map<string, unknown>(files.map(uri => [`told of ${uri}`, told.get(uri) ?? []]));
  const wanted = new Map(files.map(uri => [`told of ${uri}`, summary(workspace, uri)]));
  for (const [uri, diagnostics] of told) {
    if (wanted.has(`told of ${uri}`)) continue;
    seen.set(`told of ${uri}`, diagnostics);
    wanted.set(`told of ${uri}`, []);
  }
  return difference(seen, wanted);
}

/** Tries the property. */
export const check = (trial: Trial): Outcome =>
  outcome(fc.check(fc.property(sequence, live), parameters<[Sequence]>(trial)));
