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
  return isTrusted(
    vscode.l10n.t('{0} writes files, which is off in an untrusted workspace. Reading and checking work.', what),
  );
}

/** Whether git may be run; says why not, and where to change it, when it may not. */
export const mayRunGit = (): Promise<boolean> =>
  isTrusted(
    vscode.l10n.t(
      'Git is not run in an untrusted workspace, so nothing is known of earlier. Reading and checking work.',
    ),
  );

async function isTrusted(otherwise: string): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const manage = vscode.l10n.t('Manage Workspace Trust');
  const choice = await vscode.window.showWarningMessage(otherwise, manage);
  if (choice === manage) await vscode.commands.executeCommand('workbench.trust.manage');
  return false;
}
