/** The promise that what was edited equals what was read afresh, as a property to be tried on random sequences. */

import * as fc from 'fast-check';
import { rules } from '../../../src/rules/generated/registry.ts';
import type { Rule } from '../../../src/rules/rule.ts';
import { inEnglish } from '../../../src/wording/wording.ts';
import { type Outcome, outcome, parameters, type Trial } from '../../trial.ts';
import { fault, rulesWithFaults } from './faults.ts';
import { difference, observe, summary } from './observe.ts';
import { type Sequence, sequence, sequenceWithFaults } from './steps.ts';
import { Life } from './world.ts';

/** Lives through a sequence. Throws if anything can be seen then that a fresh workspace would not show, or if somebody was not told. */
function live(given: Sequence, used: readonly Rule[]): void {
  fault.on = false;
  const life = new Life(given, used);
  for (const step of given.steps) life.take(step);
  fault.on = false;
  life.update();
  const fresh = life.world.fresh();
  const found =
    difference(observe(life.workspace, given.steps.length), observe(fresh, given.steps.length)) ?? untold(life);
  if (found) throw new Error(found);
  const repeated = toldAgain(life);
  if (repeated) throw new Error(`told more than once: ${repeated}`);
  const [unexpected] = life.world.faults;
  if (unexpected) throw unexpected.error;
}

/** A rule of which it is told more than once in an ISMS that it failed. */
function toldAgain({ workspace }: Life): string | undefined {
  for (const unit of workspace.allUnits()) {
    const codes = [...unit.isms.files.keys()]
      .flatMap(uri => workspace.diagnostics(uri))
      .flatMap(({ code, message }) => (code === 'internal/rule-failed' ? [inEnglish(message).split(' ')[0]] : []));
    const repeated = codes.find((code, index) => codes.indexOf(code) !== index);
    if (repeated) return repeated;
  }
  return undefined;
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

const tried = (sequences: fc.Arbitrary<Sequence>, used: readonly Rule[], trial: Trial): Outcome =>
  outcome(
    fc.check(
      fc.property(sequences, given => {
        live(given, used);
      }),
      parameters<[Sequence]>(trial),
    ),
  );

/** Tries the property. */
export const check = (trial: Trial): Outcome => tried(sequence, rules, trial);

/** Tries it with rules that throw now and then. */
export const checkWithFaults = (trial: Trial): Outcome => tried(sequenceWithFaults, rulesWithFaults, trial);
