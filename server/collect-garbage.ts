import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Below this, in bytes, there is nothing worth the pause. */
const worthwhile = 64 * 2 ** 20;

/**
 * Collects garbage once. Reading a large workspace leaves twice as much of it as stays in use, and nothing would collect it before
 * much has been typed; a tenth of a second spent while nobody waits halves what the server holds of the machine's memory.
 */
export function collectGarbage(): void {
  if (process.memoryUsage().heapUsed < worthwhile) return;
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') return;
  // The second time gives back the pages that the first one has emptied.
  collect();
  collect();
}
