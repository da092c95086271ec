import * as vscode from 'vscode';
import { languageId } from '../../server/protocol/protocol.ts';

/** Opens an empty file of the language, to be saved where the user likes. */
export async function newFile(): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: languageId }));
}
