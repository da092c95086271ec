/** What is to be put right when the process is interrupted. */

/**
 * The signals by which users and systems end a process. Not those of faults: a write that goes beyond a limit is an error, which whoever
 * writes is told of.
 */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Does something before the process ends by a signal. Returns what ends that again. */
export function onInterruption(cleanUp: () => void): () => void {
  const listeners = signals.map(signal => {
    const listener = (): void => {
      cleanUp();
      forget();
      // A signal that is listened to ends nothing by itself. If others still listen, the last of them, or what they do, ends it.
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    };
    process.on(signal, listener);
    return [signal, listener] as const;
  });
  const forget = (): void => {
    for (const [signal, listener] of listeners) process.off(signal, listener);
  };
  return forget;
}

/** Resolves with the first of these signals, which then ends nothing by itself; the next one does. */
export const interruption = (): Promise<void> =>
  new Promise(resolve => {
    const ended = (): void => {
      for (const signal of signals) process.off(signal, ended);
      resolve();
    };
    for (const signal of signals) process.on(signal, ended);
  });
