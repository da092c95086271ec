/** Work that takes long, in turns: so requests and edits get in between. */

/** How much is done at a time while files are read, before others have a turn. */
export interface Pace {
  /** In milliseconds. */
  readonly turn: number;
  /** How many declarations are checked at least. */
  readonly cells?: number;
}

/** Takes the steps of a piece of work, with a turn for others whenever some time has passed, in milliseconds. */
export async function inTurns<T>(steps: Generator<void, T>, turn: number, onStep: () => void = () => {}): Promise<T> {
  let start = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    onStep();
    if (performance.now() - start < turn) continue;
    await nextTurn();
    start = performance.now();
  }
}

/** Lets what is waiting have its turn. A timer waits for a millisecond at least, which adds up; browsers have nothing better. */
export const nextTurn = (): Promise<void> =>
  new Promise(resolve => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
