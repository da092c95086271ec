import type { Result } from 'sarif';
import type { Diagnostic } from '../../workspace/diagnostic.ts';

/** What SARIF calls the fingerprints of findings; other ways to make them get another number. */
export const fingerprintName = 'ismsFinding/v1';

/** The findings of today beside those of a baseline. */
export interface Compared {
  /** All of today's, in their order. */
  readonly all: readonly Diagnostic[];
  readonly fingerprints: ReadonlyMap<Diagnostic, string>;
  /** Those that the baseline has too. */
  readonly unchanged: ReadonlySet<Diagnostic>;
  /** What the baseline has, and is found no more, as it stands there. */
  readonly absent: readonly Result[];
}
