/** The time that a server lets pass before it tells of a change: it passes when a test says so, so that no test depends on how busy the machine is. */
import { vi } from 'vitest';

/** Timers wait from now on until time passes. Give `vi.useRealTimers` back afterwards. */
export const holdTime = (): void => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
};

/** More than any of the delays, in milliseconds. */
const longEnough = 5_000;

/** Everything that was sent is dealt with, then nothing happens for a while. */
export async function quiet(client: { settled(): Promise<void> }): Promise<void> {
  await client.settled();
  await vi.advanceTimersByTimeAsync(longEnough);
  await client.settled();
}
