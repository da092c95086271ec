import * as vscode from 'vscode';
import { applyRefactoringCommand, type RefactoringChoice } from '../../server/protocol/protocol.ts';

/**
 * Lets the user choose where something goes, in a refactoring that the server offers, and has the server do it.
 * Returns whether it was done.
 */
export async function chooseRefactoring(argument: unknown): Promise<boolean> {
  const { title, request, choices, newFileIn } = (argument ?? {}) as Partial<RefactoringChoice>;
  if (typeof title !== 'string' || !request || !Array.isArray(choices)) return false;
  const newFile = { label: `$(new-file) ${vscode.l10n.t('New file…')}`, to: undefined };
  const picked = await vscode.window.showQuickPick([...choices, ...(newFileIn === undefined ? [] : [newFile])], {
    placeHolder: title,
  });
  const to = picked && (picked.to ?? (await askFile(title, newFileIn)));
  if (to === undefined) return false;
  const notes = await vscode.commands.executeCommand(applyRefactoringCommand, { ...request, to });
  if (Array.isArray(notes) && notes.length) void vscode.window.showInformationMessage(notes.join(' '));
  return true;
}

async function askFile(title: string, folder: string | undefined): Promise<string | undefined> {
  const path = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Path of the new file, from the folder of the ISMS'),
    placeHolder: 'risks/cloud.isms',
    validateInput: text => (text.trim().endsWith('.isms') ? undefined : vscode.l10n.t('It has to end in .isms.')),
  });
  return path === undefined || folder === undefined
    ? undefined
    : vscode.Uri.joinPath(vscode.Uri.parse(folder), ...path.trim().split(/[/\\]/)).toString();
}
