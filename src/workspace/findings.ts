import type { Diagnostic } from './diagnostic.ts';
import type { Workspace } from './workspace.ts';

/** What checking a workspace found: all that a report or an editor shows of it, without the workspace. */
export interface Findings {
  /** The URIs of all sources, and the date as of which each was judged. */
  readonly dates: ReadonlyMap<string, string>;
  /** The diagnostics of the files that have any, in order of place. A file without a date is a faulty configuration. */
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
  /** How many findings of a file the configuration or a preset switches off; only files that have some. */
  readonly hidden: ReadonlyMap<string, number>;
  /** The codes of the rules that failed, in order. If there are any the check is incomplete: what they should find is missing. */
  readonly failed: readonly string[];
}

/** Collects the findings of a workspace as of its last update, in steps of a file each. */
export function* findingsSteps(workspace: Workspace): Generator<void, Findings> {
  const dates = new Map<string, string>();
  const found = new Map<string, readonly Diagnostic[]>();
  const hidden = new Map<string, number>();
  for (const uri of workspace.sources()) {
    const unit = workspace.unitOf(uri);
    if (unit) dates.set(uri, unit.inputs.asOf);
    const diagnostics = workspace.diagnostics(uri);
    if (diagnostics.length) found.set(uri, diagnostics);
    const off = workspace.hidden(uri);
    if (off) hidden.set(uri, off);
    yield;
  }
  return { dates, diagnostics: found, hidden, failed: workspace.failedRules() };
}
