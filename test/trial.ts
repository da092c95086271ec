/** How a property is tried on random sequences, and what came of it. */
import * as fc from 'fast-check';

export interface Trial {
  /** Decides on the sequences; a 32-bit integer. */
  readonly seed: number;
  /** How many sequences. */
  readonly runs: number;
  /** Begins no other sequence after this many milliseconds. */
  readonly limit?: number;
  /** Whether to report the first sequence that fails as it is, instead of looking for a short one. */
  readonly unshrunk?: boolean;
}

export interface Outcome {
  /** How many sequences were tried. */
  readonly runs: number;
  /** The shortest sequence found that breaks the promise, and how; undefined if none does. */
  readonly counterexample: string | undefined;
}

/** A trial as fast-check wants it. */
export const parameters = <T>({ seed, runs, limit, unshrunk = false }: Trial): fc.Parameters<T> => ({
  seed,
  numRuns: runs,
  endOnFailure: unshrunk,
  ...(limit !== undefined && { interruptAfterTimeLimit: limit, markInterruptAsFailure: false }),
});

/** What fast-check says of a trial, in short. */
export function outcome<T extends readonly [unknown]>({
  numRuns,
  counterexample,
  errorInstance,
}: fc.RunDetails<T>): Outcome {
  if (!counterexample) return { runs: numRuns, counterexample: undefined };
  const error = errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance);
  return { runs: numRuns, counterexample: `${fc.stringify(counterexample[0])}\n${error}` };
}
