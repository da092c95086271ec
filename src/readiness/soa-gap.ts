/** What is still open in the Statement of Applicability: controls that nobody decided about, or without a justification. (6.1.3 d) */
import type { Kind } from '../model/declaration.ts';
import { rules } from '../rules/generated/registry.ts';
import type { Rule } from '../rules/rule.ts';
import { compareDiagnostics, type Diagnostic, diagnosticOf } from '../workspace/diagnostic.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';

/** The rules whose findings are gaps in the Statement of Applicability. */
const gapRules: ReadonlySet<Rule> = new Set(
  rules.filter(({ code }) => code === 'soa/undecided-control' || code === 'soa/missing-justification'),
);

/** What these rules look at: few declarations, whatever the size of the ISMS. */
const gapKinds = new Set([...gapRules].flatMap(({ on }) => on as readonly Kind[]));

/**
 * The first gap that is shown, or else the first of those that a preset or the configuration hides, as in a draft; in order of
 * place. Undefined where nothing is open.
 */
export function firstSoaGap(workspace: Workspace, unit: IsmsUnit): Diagnostic | undefined {
  const shown: Diagnostic[] = [];
  const hidden: Diagnostic[] = [];
  for (const block of [...gapKinds].flatMap(kind => unit.isms.blocks(kind))) {
    for (const finding of unit.checker.findings(block)) {
      if (!gapRules.has(finding.rule)) continue;
      const gap = diagnosticOf(block, finding, finding.rule.severity);
      if (gap) (workspace.severity(unit, finding.rule) === 'off' ? hidden : shown).push(gap);
    }
  }
  return (shown.length ? shown : hidden).sort(compareDiagnostics)[0];
}
