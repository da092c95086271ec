import * as vscode from 'vscode';

/**
 * Opens a file in the editor the user has for it. Not by `workspace.openTextDocument`: a document opened that way stays
 * open for the language server for minutes after its editor is closed, even when its file is deleted.
 */
export async function openEditor(uri: vscode.Uri, options: vscode.TextDocumentShowOptions = {}): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false, ...options });
}
