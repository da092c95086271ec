import type { Diagnostic } from '../../workspace/diagnostic.ts';
import type { Io } from '../io.ts';
import type { Loaded } from '../load.ts';

/** What a reporter writes about. */
export interface Report extends Loaded {
  /** In order of path and position. */
  readonly diagnostics: readonly Diagnostic[];
  /** As given on the command line. */
  readonly paths: readonly string[];
  readonly io: Io;
  readonly color: boolean;
}
