/** How far each ISMS is, for the status bar; told only when it differs from what was told before. */
import type { Connection } from 'vscode-languageserver';
import { soaCoverage } from '../src/analysis/coverage.ts';
import { label } from '../src/model/declaration.ts';
import { rules } from '../src/rules/generated/registry.ts';
import { compareDiagnostics, type Diagnostic } from '../src/workspace/diagnostic.ts';
import { isWithin } from '../src/workspace/uri.ts';
import type { IsmsUnit } from '../src/workspace/workspace.ts';
import { type IsmsStatus, Methods, type StatusParams } from './protocol.ts';
import type { Session } from './session.ts';

/** Codes that stand for a gap in the Statement of Applicability, the first of which the status bar jumps to. */
const gaps: ReadonlySet<string> = new Set(['soa/undecided-control', 'soa/missing-justification']);

const gapRules = rules.filter(({ code }) => gaps.has(code));

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
      asOf: units[0]?.inputs.asOf ?? '',
    });
  }

  /** Says that the findings that an earlier session kept are shown. */
  reportStored(asOf: string): void {
    this.send({ findings: 'stored', ismss: [], asOf });
  }

  private send(params: StatusParams): void {
    const text = JSON.stringify(params);
    if (text === this.last) return;
    this.last = text;
    void this.connection.sendNotification(Methods.status, params);
  }
}

function statusOf(session: Session, unit: IsmsUnit): IsmsStatus {
  const view = unit.view();
  const { total } = view.get(soaCoverage);
  let errors = 0;
  let warnings = 0;
  let gap: Diagnostic | undefined;
  for (const [uri, diagnostics] of session.published) {
    if (!isWithin(uri, unit.root) || session.workspace.unitOf(uri) !== unit) continue;
    for (const diagnostic of diagnostics) {
      if (diagnostic.severity === 'error') errors++;
      if (diagnostic.severity === 'warning') warnings++;
      if (gaps.has(diagnostic.code) && (!gap || uri < gap.uri)) gap = diagnostic;
    }
  }
  gap ??= hiddenGap(session, unit);
  return {
    root: unit.root,
    title: view.isms?.title?.value ?? (view.isms ? label(view.isms) : ''),
    decided: total.decided,
    total: total.total,
    firstGap: gap && { uri: gap.uri, range: gap.range },
    errors,
    warnings,
  };
}

/** The first gap that a preset or the configuration hides, so that the status bar leads there in a draft too. */
function hiddenGap({ workspace }: Session, unit: IsmsUnit): Diagnostic | undefined {
  if (!gapRules.some(rule => workspace.severity(unit, rule) === 'off')) return undefined;
  for (const uri of [...unit.isms.files.keys()].sort()) {
    const found: Diagnostic[] = [];
    for (const { block, finding } of workspace.findings(uri)) {
      if (!gaps.has(finding.rule.code)) continue;
      const diagnostic = workspace.diagnosticOf(unit, block, finding, finding.rule.severity);
      if (diagnostic) found.push(diagnostic);
    }
    if (found.length) return found.sort(compareDiagnostics)[0];
  }
  return undefined;
}
