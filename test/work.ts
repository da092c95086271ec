/**
 * Counts what a program does, instead of timing it: of each function how often its busiest block runs, as V8 counts it for coverage. Not
 * all blocks, as V8 leaves out those that happen to run as often as what they stand in. The count is the same on every machine. What the
 * engine does by itself, as in `indexOf`, is not counted; of expressions see linear-expressions.test.ts.
 */
import { Session } from 'node:inspector/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url)).replaceAll('\\', '/');

export interface WorkCounter {
  /** What the functions of the project, and of the libraries it uses, do while something is done. */
  count(work: () => unknown): Promise<number>;
  /** Forgets what ran meanwhile. */
  reset(): Promise<void>;
  stop(): void;
}

export async function workCounter(): Promise<WorkCounter> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  // Counting begins anew with each answer.
  const taken = async (): Promise<number> => {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    let sum = 0;
    for (const { url, functions } of result) {
      const path = url.replace(/^file:\/\/(?=\/)/, '');
      if (!path.startsWith(root) || isForeign(path.slice(root.length))) continue;
      for (const { ranges } of functions) sum += Math.max(...ranges.map(({ count }) => count));
    }
    return sum;
  };
  await taken();
  return {
    count: async work => {
      await work();
      return taken();
    },
    reset: async () => void (await taken()),
    stop: () => session.disconnect(),
  };
}

/** The tests themselves, and what runs them. */
const isForeign = (path: string): boolean =>
  /^test\/|^node_modules\/(?:vitest|vite|@vitest|chai|tinyrainbow)\b/.test(path);
