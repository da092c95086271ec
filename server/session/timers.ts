/** Timers that keep no process alive. In a worker timers are numbers, and hold nothing anyway. */

/** Lets the process end though this timer runs. */
export function unheld<T>(timer: T): T {
  (timer as { unref?: () => void }).unref?.();
  return timer;
}

/** Runs something after a delay in milliseconds, unless the process ends before. */
export const later = (delay: number, run: () => void): ReturnType<typeof setTimeout> => unheld(setTimeout(run, delay));
