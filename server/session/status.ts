/** How far each ISMS is, for the status bar; told only when it differs from what was told before. */
import type { Connection } from 'vscode-languageserver';
import { soaCoverage } from '../../src/analysis/coverage.ts';
import { label } from '../../src/model/declaration.ts';
import { firstSoaGap } from '../../src/readiness/soa-gap.ts';
import type { IsmsUnit } from '../../src/workspace/workspace.ts';
import { type IsmsStatus, Methods, type StatusParams } from '../protocol/protocol.ts';
import type { Session } from './session.ts';

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
  const gap = firstSoaGap(workspace, unit);
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
