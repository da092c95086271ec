import { type SoaCoverage, soaCoverage } from '../analysis/coverage.ts';
import { countsByLevel, type LevelCounts } from '../analysis/risk-levels.ts';
import { topTypes } from '../language/schema.ts';
import { type Kind, label } from '../model/declaration.ts';
import { type Severity, severities } from '../rules/rule.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import type { Loaded } from './load.ts';

export interface Statistics {
  readonly isms: { readonly name: string; readonly title: string | undefined };
  readonly asOf: string;
  readonly files: number;
  /** By the word that a declaration begins with; only kinds that occur, in the order of the language. */
  readonly declarations: Readonly<Record<string, number>>;
  readonly soa: SoaCoverage;
  readonly risks: {
    readonly total: number;
    /** By the levels of the method, lowest first; `not evaluated` last. */
    readonly levels: Readonly<Record<string, LevelCounts>>;
  };
  /** Of the files asked for. */
  readonly findings: Readonly<Record<Severity, number>>;
}

export function ismsStatistics({ unit, workspace, sources }: Loaded & { unit: IsmsUnit }): Statistics {
  const view = unit.view();
  const findings = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { uri } of sources) for (const { severity } of workspace.diagnostics(uri)) findings[severity]++;
  return {
    isms: { name: view.isms ? label(view.isms) : '', title: view.isms?.title?.value },
    asOf: view.asOf,
    files: unit.isms.files.size,
    declarations: Object.fromEntries(
      topTypes.flatMap(({ name, keyword }) => {
        const count = unit.isms.count(name as Kind);
        return count ? [[keyword, count]] : [];
      }),
    ),
    soa: view.get(soaCoverage),
    risks: { total: view.all('Risk').length, levels: Object.fromEntries(countsByLevel(view)) },
    findings: Object.fromEntries(severities.map(severity => [severity, findings[severity]])) as Record<
      Severity,
      number
    >,
  };
}
