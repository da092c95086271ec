/** How far each ISMS is, for the status bar; told only when it differs from what was told before. */
import type { Connection } from 'vscode-languageserver';
import { soaCoverage } from '../src/analysis/coverage.ts';
import type { Kind } from '../src/model/declaration.ts';
import { label } from '../src/model/declaration.ts';
import { rules } from '../src/rules/generated/registry.ts';
import type { Rule } from '../src/rules/rule.ts';
import { compareDiagnostics, type Diagnostic, diagnosticOf } from '../src/workspace/diagnostic.ts';
import type { IsmsUnit, Workspace } from '../src/workspace/workspace.ts';
import { type IsmsStatus, Methods, type StatusParams } from './protocol.ts';
import type { Session } from './session.ts';

/** Rules whose findings are gaps in the Statement of Applicability; the status bar jumps to the first. */
const gapRules: ReadonlySet<Rule> = new Set(
  rules.filter(({ code }) => code === 'soa/undecided-control' || code === 'soa/missing-justification'),
);

/** What these rules look at: few declarations, whatever the size of the ISMS. */
const gapKinds = new Set([...gapRules].flatMap(({ on }) => on as readonly Kind[]));

export class StatusReporter {
  private readonly connection: Connection;
  private last = '';

  constructor(connection: Connection) {
    this.connection = connection;
  }

  report(session: Session): void {
    if (!session.isLoaded) return;
    const units = session.workspace.ismss();
    this.send({
      findings: 'checked',
      ismss: units.map(unit => statusOf(session, unit)),
      unread: session.workspace.unreadPlaces().length,
    });
  }

  /** Says that the findings that an earlier session kept are shown. */
  reportStored(): void {
    this.send({ findings: 'stored', ismss: [], unread: 0 });
  }

  private send(params: StatusParams): void {
    const text = JSON.stringify(params);
    if (text === this.last) return;
    this.last = text;
    void this.connection.sendNotification(Methods.status, params);
  }
}

function statusOf({ workspace, published }: Session, unit: IsmsUnit): IsmsStatus {
  const view = unit.view();
  const { total } = view.get(soaCoverage);
  const gap = firstGap(workspace, unit);
  return {
    root: unit.root,
    title: view.isms?.title?.value ?? (view.isms ? label(view.isms) : ''),
    decided: total.decided,
    total: total.total,
    firstGap: gap && { uri: gap.uri, range: gap.range },
    asOf: unit.inputs.asOf,
    ...published.countsOf(unit.root),
  };
}

/** The first gap that is shown, or else the first of those that a preset or the configuration hides, as in a draft. */
function firstGap(workspace: Workspace, unit: IsmsUnit): Diagnostic | undefined {
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
