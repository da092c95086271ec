import type { Severity } from '../../rules/rule.ts';
import type { Diagnostic } from '../../workspace/diagnostic.ts';
import type { FixSuggestion } from '../../workspace/fixes.ts';
import type { Io } from '../io.ts';
import type { Compared } from './compared.ts';

/** What a reporter writes about. */
export interface Report {
  /** In order of path and position. */
  readonly diagnostics: readonly Diagnostic[];
  /** Those of them that say that a file or folder could not be read, so that others may be missing. */
  readonly unread: readonly Diagnostic[];
  /** The files that were checked, in order of their paths. */
  readonly checked: readonly string[];
  /** The severities that make the check fail. */
  readonly failing: readonly Severity[];
  /** The dates as of which they were judged, in order. */
  readonly dates: readonly string[];
  /** How many findings in these files the configuration or a preset switches off. */
  readonly hidden: number;
  /** Whether only the closing tables are shown, and by what the findings are counted in them. */
  readonly summary?: boolean;
  readonly groupBy?: 'rule' | 'file' | 'owner';
  /** How the findings stand beside those of a baseline, of which `diagnostics` has the new ones; undefined without one. */
  readonly compared?: Compared | undefined;
  /** The fix of a finding that has one to offer; only for the reporters that tell fixes. */
  readonly fixOf?: ((diagnostic: Diagnostic) => FixSuggestion | undefined) | undefined;
  /** The text of a file that has a diagnostic. */
  readonly textOf: (uri: string) => string | undefined;
  /** As given on the command line. */
  readonly paths: readonly string[];
  readonly io: Io;
  readonly color: boolean;
}
