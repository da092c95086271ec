import * as vscode from 'vscode';
import type { CheckResult } from '../../server/protocol/protocol.ts';
import { checkSummary } from '../check-summary.ts';
import type { Server } from '../connection.ts';

/** Checks all ISMSs of the workspace, says how many findings there are, and leads to them. Returns the numbers. */
export async function checkWorkspace(server: Server): Promise<CheckResult> {
  const result = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Checking the ISMS…'), cancellable: true },
    (_progress, token) => server.request('isms/check', undefined, token),
  );
  void show(result);
  return result;
}

async function show(result: CheckResult): Promise<void> {
  const problems = vscode.l10n.t('Show Problems');
  const buttons = result.errors + result.warnings + result.infos + result.hints > 0 ? [problems] : [];
  const say =
    result.errors > 0
      ? vscode.window.showErrorMessage
      : result.warnings > 0 || result.unread.length > 0
        ? vscode.window.showWarningMessage
        : vscode.window.showInformationMessage;
  const choice = await say(checkSummary(result, vscode.l10n.t), ...buttons);
  if (choice === problems) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
