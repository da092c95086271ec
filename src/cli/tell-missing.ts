import type { Io } from './io.ts';

/** Tells how many texts of a user's own language nobody has translated yet. */
export function tellMissing(missing: number | undefined, io: Io): void {
  if (missing) io.stderr.write(`isms: ${missing} texts of this language have no translation and are English.\n`);
}
