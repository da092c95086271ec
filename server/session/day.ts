/** What a running server does as time goes by: it judges dates by the new day, and tries again what could not be read. */
import type { Guard } from './guard.ts';
import type { Session } from './session.ts';
import { unheld } from './timers.ts';

/** How often the clock is asked whether a new day has begun, in milliseconds. */
const dayCheck = 60_000;

/**
 * Begins to watch the clock.
 * @param today the day, as `2026-03-01`
 * @returns what ends it
 */
export function watchDay(guard: Guard, session: () => Session | undefined, today: () => string): () => void {
  const timer = unheld(
    setInterval(() => {
      guard.run('beginning a day', () => {
        session()?.workspace.setToday(today());
        session()?.update();
      });
      guard.promise('reading files again', session()?.retry());
    }, dayCheck),
  );
  return () => clearInterval(timer);
}
