import * as vscode from 'vscode';
import { Methods, type TrustParams } from '../server/protocol/protocol.ts';
import type { Connection } from './connection.ts';

/** Tells the server when the user comes to trust the workspace. */
export function watchTrust(connection: Connection): vscode.Disposable {
  const trusted: TrustParams = { trusted: true };
  return vscode.workspace.onDidGrantWorkspaceTrust(() => connection.notify(Methods.trust, trusted));
}

/** Whether `what` (e.g. "Exporting") may write; says why not, and where to change it, when it may not. */
export async function mayWrite(what: string): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const manage = vscode.l10n.t('Manage Workspace Trust');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} writes files, which is off in an untrusted workspace. Reading and checking work.', what),
    manage,
  );
  if (choice === manage) await vscode.commands.executeCommand('workbench.trust.manage');
  return false;
}
